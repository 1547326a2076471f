import { describe, expect, it } from 'vitest';
import { chapterFor, mute, mutedFor, pageKey, parseMemory, recentFor, remember, type SeenPage } from '@/lib/settings';

const page = (key: string, ...lines: string[]): SeenPage => ({
  key,
  gag: 0,
  muted: [],
  lines,
  frames: lines,
  shapes: ['sum'],
});

describe('memory', () => {
  it('compares a page with those seen before it, so that a second visit reads the same', () => {
    let memory = remember(remember(parseMemory(null), page('a', 'l1')), page('b', 'l2'));
    expect(recentFor(memory, 'c').lines).toEqual(['l1', 'l2']);
    expect(recentFor(memory, 'b').lines).toEqual(['l1']);
    memory = remember(memory, page('c', 'l3'));
    expect(recentFor(memory, 'b').lines).toEqual(['l1']);
    expect(recentFor(memory, 'a').lines).toEqual([]);
  });

  it('keeps a page in its place when it is read again', () => {
    const memory = remember(remember(remember(parseMemory(null), page('a', 'l1')), page('b', 'l2')), page('a', 'l9'));
    expect(memory.pages.map((seen) => seen.key)).toEqual(['a', 'b']);
  });

  it('forgets the oldest pages', () => {
    let memory = parseMemory(null);
    for (let index = 0; index < 60; index += 1) memory = remember(memory, page(`p${index}`, `l${index}`));
    expect(memory.pages).toHaveLength(40);
    expect(recentFor(memory, 'new').lines).not.toContain('l0');
  });

  it('mutes a mechanism for twenty new pages', () => {
    let memory = mute(parseMemory(null), 'mock_law');
    for (let index = 0; index < 19; index += 1) memory = remember(memory, page(`p${index}`));
    expect(memory.muted).toHaveProperty('mock_law');
    expect(remember(memory, page('p3')).muted).toHaveProperty('mock_law');
    expect(remember(memory, page('last')).muted).toEqual({});
  });

  it('leaves a page the mechanisms that it had when it was first read', () => {
    let memory = mute(remember(parseMemory(null), page('a')), 'mock_law');
    expect(mutedFor(memory, 'a')).toEqual([]);
    expect(mutedFor(memory, 'b')).toEqual(['mock_law']);
    memory = remember(memory, { ...page('b'), muted: mutedFor(memory, 'b') });
    for (let index = 0; index < 25; index += 1) memory = remember(memory, page(`p${index}`));
    expect(mutedFor(memory, 'b')).toEqual(['mock_law']);
    expect(mutedFor(memory, 'c')).toEqual([]);
  });

  it('tells the running gag in order, and the same chapter on a second visit', () => {
    let memory = parseMemory(null);
    expect(chapterFor(memory, 'a')).toBe(1);
    memory = remember(memory, { ...page('a'), gag: 1 }, true);
    expect(chapterFor(memory, 'b')).toBe(2);
    expect(chapterFor(memory, 'a')).toBe(1);
    memory = remember(memory, { ...page('b'), gag: 2 });
    expect(chapterFor(memory, 'c')).toBe(2);
  });

  it('knows a page by a digest, not by its address', () => {
    expect(pageKey('https://example.com/a')).not.toBe(pageKey('https://example.com/b'));
    expect(pageKey('https://example.com/a')).toMatch(/^[0-9a-z]{1,11}$/);
  });

  it('reads rubbish as an empty or partial memory', () => {
    expect(parseMemory('x')).toEqual({ pages: [], muted: {}, gag: 0 });
    expect(parseMemory({ pages: [null, 3, { key: 'a', lines: [1, 'l'] }], muted: { x: 'y' }, gag: -1 })).toEqual({
      pages: [{ key: 'a', lines: ['l'], frames: [], shapes: [], gag: 0, muted: [] }],
      muted: {},
      gag: 0,
    });
  });
});
