"""Makes public/fonts from Newsreader. See README.md beside it.

    python subset.py FOLDER-OF-@fontsource/newsreader PUBLIC-FONTS
"""

import shutil
import sys
from pathlib import Path

from fontTools.pens.filterPen import DecomposingFilterPen
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
TEXT = ASCII | set(range(0xA0, 0x100)) - points("¤¦§¨¬\u00ad¯²³´¶¸¹ªº¼¾¡¿¢µ") | points("–—‘’“”•…€₹−×≤≥≈Œœ™")
# One set for all three, so that no word of ours depends on the face it is set in: see test/share/fonts.test.ts.
FACES = {"regular": "400-normal", "italic": "400-italic", "semibold": "600-normal"}


def add(font, code, glyph, metrics):
    name = f"uni{code:04X}"
    font["glyf"][name] = glyph
    font["hmtx"][name] = metrics
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name
    font.setGlyphOrder(list(font["glyf"].glyphOrder))


def add_signs_of_sums(font):
    """Newsreader has no ≤, ≥ and ≈: a bar under < and >, and ~ twice."""
    cmap = font.getBestCmap()
    for code, parts in (
        (0x2264, (("<", UPEM // 25), ("−", -UPEM // 5))),
        (0x2265, ((">", UPEM // 25), ("−", -UPEM // 5))),
        (0x2248, (("~", UPEM // 13), ("~", -UPEM // 13))),
    ):
        pen = TTGlyphPen(font.getGlyphSet())
        for sign, up in parts:
            pen.addComponent(cmap[ord(sign)], (1, 0, 0, 1, 0, up))
        add(font, code, pen.glyph(), font["hmtx"][cmap[ord(parts[0][0])]])


def add_rupee(font, other):
    """₹ is in the file for further Latin letters."""
    name = other.getBestCmap()[0x20B9]
    pen = TTGlyphPen(None)
    other.getGlyphSet()[name].draw(DecomposingFilterPen(pen, other.getGlyphSet()))
    add(font, 0x20B9, pen.glyph(), other["hmtx"][name])


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


def make(files, face, target):
    source = files / f"newsreader-latin-{face}.woff2"
    font, other = TTFont(source), TTFont(files / f"newsreader-latin-ext-{face}.woff2")
    for one in (font, other):
        scale_upem(one, UPEM)
    add_signs_of_sums(font)
    add_rupee(font, other)
    options = Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.name_IDs = [0, 1, 2, 13, 14]
    options.notdef_outline = True
    options.drop_tables += ["DSIG", "GDEF", "GSUB", "BASE", "STAT", "MVAR", "HVAR", "avar", "meta", "gasp"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=TEXT)
    subsetter.subset(font)
    missing = TEXT - set(font.getBestCmap())
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
    for name, face in FACES.items():
        make(package / "files", face, out / f"{name}.woff2")
    shutil.copy(package / "LICENSE", out / "OFL.txt")
