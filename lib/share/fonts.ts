/** The face of the pictures, which comes with Peel, so that a picture looks the same on every machine. */
import type { Font } from './text';

const FAMILY = 'Peel Serif';
/** By file name in public/fonts; see lib/share/fonts. */
const FACES: Record<string, FontFaceDescriptors> = {
  regular: { weight: '400' },
  italic: { weight: '400', style: 'italic' },
  semibold: { weight: '600' },
};
/** What sets letters that Peel's own face lacks, and everything where that cannot be had. */
const OTHERS =
  'Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", "Noto Serif", Georgia, "Liberation Serif", serif';

/** A font in the notation of CSS, as a canvas takes it. */
export function cssFont({ size, weight, italic }: Font): string {
  return `${italic ? 'italic ' : ''}${weight} ${size}px "${FAMILY}", ${OTHERS}`;
}

/**
 * Makes the faces ready for the canvases of this document: all of them, or none after `patience` ms, when pictures are set
 * in the reader's own serif. `source` is where a file is. Never throws.
 */
export async function loadFaces(
  source: (file: string) => string = (file) => `url(/fonts/${file}.woff2)`,
  patience = 2000,
): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const faces = Object.entries(FACES).map(([file, how]) => new FontFace(FAMILY, source(file), how));
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(reject, patience);
    });
    await Promise.race([Promise.all(faces.map((face) => face.load())), late]);
    for (const face of faces) document.fonts.add(face);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
