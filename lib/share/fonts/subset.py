"""Makes public/fonts from Newsreader. See README.md beside it.

    python subset.py FOLDER-OF-@fontsource/newsreader PUBLIC-FONTS
"""

import shutil
import sys
from pathlib import Path

from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem

UPEM = 500
# Pairs kerned by less than this are left alone, and what remains is rounded: most of a kerning table is finer than that.
LEAST, STEP = 20, 10


def points(text):
    return {ord(c) for c in text}


ASCII = set(range(0x20, 0x7F))
TEXT = ASCII | set(range(0xA0, 0x100)) - points("¤¦§¨¬\u00ad¯²³´¶¸¹ªº¼¾¡¿¢µ") | points("–—‘’“”•…€−×≤≥Œœ™")
# Set in semibold: labels in capitals, figures, and a few words that are always the same.
LABELS = points("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,:;-–&/()?%’“”·Peel Satire by Bingo, times over. of No line yet")
FACES = {
    "regular": ("400-normal", TEXT),
    "italic": ("400-italic", TEXT),
    "semibold": ("600-normal", LABELS),
}


def add_at_most_and_least(font):
    """Newsreader's Latin has no ≤ and ≥: a bar under < and >."""
    cmap, glyphs = font.getBestCmap(), font.getGlyphSet()
    for code, sign in ((0x2264, "<"), (0x2265, ">")):
        name = f"uni{code:04X}"
        pen = TTGlyphPen(glyphs)
        pen.addComponent(cmap[ord(sign)], (1, 0, 0, 1, 0, UPEM // 25))
        pen.addComponent(cmap[0x2212], (1, 0, 0, 1, 0, -UPEM // 5))
        font["glyf"][name] = pen.glyph()
        font["hmtx"][name] = font["hmtx"][cmap[ord(sign)]]
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[code] = name
    font.setGlyphOrder(list(font["glyf"].glyphOrder))


def coarsen(gpos):
    def rounded(value):
        advance = getattr(value, "XAdvance", 0) or 0
        if value is not None:
            value.XAdvance = 0 if abs(advance) < LEAST else round(advance / STEP) * STEP

    for lookup in gpos.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType != 2:
                continue
            if table.Format == 2:
                for row in table.Class1Record:
                    for cell in row.Class2Record:
                        rounded(cell.Value1)
                continue
            for pairs in table.PairSet:
                for pair in pairs.PairValueRecord:
                    rounded(pair.Value1)
                pairs.PairValueRecord = [p for p in pairs.PairValueRecord if p.Value1 and p.Value1.XAdvance]
                pairs.PairValueCount = len(pairs.PairValueRecord)


def make(source, target, wanted):
    font = TTFont(source)
    scale_upem(font, UPEM)
    if 0x2264 in wanted:
        add_at_most_and_least(font)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GDEF", "GSUB", "BASE", "STAT", "MVAR", "HVAR", "avar", "meta", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    missing = wanted - set(font.getBestCmap())
    if missing:
        raise SystemExit(f"{source} lacks {[chr(c) for c in sorted(missing)]}")
    coarsen(font["GPOS"].table)
    for record in font["name"].names:
        if record.nameID == 1:
            record.string = "Peel Serif"
    # The same bytes from the same source.
    font.recalcTimestamp = False
    font.flavor = "woff2"
    font.save(target)
    print(target, Path(target).stat().st_size)


if __name__ == "__main__":
    package, out = map(Path, sys.argv[1:3])
    for name, (face, wanted) in FACES.items():
        make(package / "files" / f"newsreader-latin-{face}.woff2", out / f"{name}.woff2", wanted)
    shutil.copy(package / "LICENSE", out / "OFL.txt")
