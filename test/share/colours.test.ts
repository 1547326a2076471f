import { describe, expect, it } from 'vitest';
import { contrast, INKS } from '@/lib/share/colours';

describe('inks', () => {
  it.each(Object.entries(INKS))('%s can be read on paper, on tint and over the marker', (_, ink) => {
    for (const ground of [ink.paper, ink.tint]) {
      for (const colour of [ink.ink, ink.soft, ink.accent])
        expect(contrast(colour, ground)).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(ink.ink, ink.mark)).toBeGreaterThanOrEqual(4.5);
    expect(contrast('#ffffff', '#000000')).toBe(21);
  });
});
