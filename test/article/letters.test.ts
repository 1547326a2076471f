import { describe, expect, it } from 'vitest';
import { isPlain, lettered } from '@/lib/article/letters';

describe('letters', () => {
  it('calls no text plain that holds a letter or a figure of another script', () => {
    const odd: string[] = [];
    for (let code = 0x80; code <= 0x10ffff; code += 1) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const character = String.fromCodePoint(code);
      if (/[\p{L}\p{N}]/u.test(character) && isPlain(character)) odd.push(code.toString(16));
    }
    expect(odd).toEqual([]);
  });

  it('calls plain what English is set in', () => {
    expect(isPlain('“It’s – well — 20 % more…” said A.I. Corp.™, § 3 • €5')).toBe(true);
    expect(isPlain('a café')).toBe(false);
  });

  it.each([
    [/^\p{Lu}\p{Ll}+/u, 'Kelmore', 'kelmore'],
    [/[\p{L}\p{N}.!?]$/u, 'so it said.', 'so it said –'],
    [/^[^\p{L}\]]{2}$/u, '12', 'ab'],
    [/^\p{L}{3}$/u, 'abc', 'ab1'],
  ])('%s finds the same in plain text, and is not used there', (pattern, good, bad) => {
    let used = 0;
    const watched = Object.assign(new RegExp(pattern), {
      exec(text: string) {
        used += 1;
        return pattern.exec(text);
      },
    });
    const found = lettered(watched);
    expect(found(good)).toEqual(pattern.exec(good));
    expect(found(good)).not.toBeNull();
    expect(found(bad)).toBeNull();
    expect(used).toBe(0);
    found(`${good} é`);
    expect(used).toBe(1);
  });

  it('leaves the pattern as it is for other scripts', () => {
    const found = lettered(/^\p{Lu}\p{Ll}/u);
    expect(found('Électricité')?.[0]).toBe('Él');
    expect(found('électricité')).toBeNull();
  });

  it('looks at the offset where a pattern is sticky', () => {
    const found = lettered(/\p{Lu}/uy);
    expect(found('a B', 2)?.[0]).toBe('B');
    expect(found('a B', 1)).toBeNull();
    expect(found('é B', 2)?.[0]).toBe('B');
  });
});
