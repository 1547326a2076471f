import { describe, expect, it } from 'vitest';
import { digest } from '@/lib/hash';
import { mute, mutedFor, pageKey, parseMemory, recentFor, remember, type SeenPage } from '@/lib/memory/memory';

const page = (key: string, ...lines: string[]): SeenPage => ({
  key,
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

  it('has a place for the opening of a page and one for its rest, and counts the page once', () => {
    let memory = mute(remember(parseMemory(null), page('a', 'top of a')), 'mock_law');
    memory = remember(memory, page('b', 'b'));
    memory = remember(memory, page('a', 'top of a'), page('a', 'rest of a'));
    expect(recentFor(memory, 'a').lines).toEqual([]);
    expect(recentFor(memory, 'b').lines).toEqual(['top of a']);
    expect(recentFor(memory, 'c').lines).toEqual(['top of a', 'b', 'rest of a']);
    expect(memory.muted).toEqual({ mock_law: 19 });
    memory = remember(memory, page('a', 'another top'));
    expect(recentFor(memory, 'c').lines).toEqual(['another top', 'b', 'rest of a']);
    for (let index = 0; index < 38; index += 1)
      memory = remember(memory, page(`p${index}`, `p${index}`), page(`p${index}`));
    expect(recentFor(parseMemory(memory), 'c').lines).toContain('rest of a');
    memory = remember(memory, page('last', 'last'));
    expect(recentFor(memory, 'c').lines).not.toContain('rest of a');
    expect(recentFor(parseMemory(memory), 'c').lines[0]).toBe('b');
  });

  it('forgets the oldest pages', () => {
    let memory = parseMemory(null);
    for (let index = 0; index < 60; index += 1) memory = remember(memory, page(`p${index}`, `l${index}`));
    expect(memory.pages).toHaveLength(40);
    expect(recentFor(memory, 'new').lines).not.toContain('l0');
  });

  it('keeps every line of a page of several stories', () => {
    const lines = Array.from({ length: 76 }, (_, i) => `l${i}`);
    const kept = parseMemory(remember(parseMemory(null), { ...page('a'), lines }));
    expect(recentFor(kept, 'new').lines).toEqual(lines);
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

  it('knows a page by a digest that another copy of Peel does not share', () => {
    const [here, there] = [parseMemory(null), parseMemory(null)];
    const [a, b] = ['https://example.com/a', 'https://example.com/b'];
    expect(pageKey(a, here)).not.toBe(pageKey(b, here));
    expect(pageKey(a, here)).toBe(pageKey(a, here));
    expect(pageKey(a, here)).toMatch(/^[0-9a-z]{1,11}$/);
    expect(here.salt).toMatch(/^[0-9a-z]{16,}$/);
    expect(pageKey(a, here)).not.toBe(pageKey(a, there));
  });

  it('keeps its salt, and gives the pages of a memory without one their salted keys', () => {
    const old = { pages: [page(digest('https://example.com/a'), 'l1'), page('b', 'l2')], muted: { sums: 3 } };
    const memory = parseMemory(old);
    expect(memory.pages[0]?.key).toBe(pageKey('https://example.com/a', memory));
    expect(memory.pages.map(({ lines }) => lines)).toEqual([['l1'], ['l2']]);
    expect(memory).toMatchObject({ muted: { sums: 3 } });
    expect(parseMemory(memory)).toEqual(memory);
    expect(parseMemory(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
    for (const salt of ['', 7, null]) expect(parseMemory({ ...old, salt }).pages).toHaveLength(2);
  });

  it('reads rubbish as an empty or partial memory', () => {
    expect(parseMemory('x')).toMatchObject({ pages: [], muted: {} });
    expect(parseMemory({ pages: [null, 3, { key: 'a', lines: [1, 'l'] }], salt: 's', muted: { x: 'y' } })).toEqual({
      salt: 's',
      pages: [{ key: 'a', lines: ['l'], frames: [], shapes: [], muted: [] }],
      muted: {},
    });
  });
});
