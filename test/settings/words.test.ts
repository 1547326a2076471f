import { describe, expect, it } from 'vitest';
import { GROUPS, KINDS } from '@/lib/model';
import { counted, groupName, kindDefinition, kindName, markName, sureWords } from '@/lib/settings';

describe('the names of kinds and groups', () => {
  it('are short, and no two alike', () => {
    const names = [...KINDS.map(kindName), ...GROUPS.map(groupName)];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(KINDS.length + GROUPS.length);
    for (const name of names) expect(name).toMatch(/^[A-Z].{2,31}$/);
  });

  it('have a definition in one line for every kind, which says more than the name', () => {
    const lines = KINDS.map(kindDefinition);
    expect(new Set(lines).size).toBe(KINDS.length);
    for (const line of lines) expect(line).toMatch(/^[A-Z][^.]{25,98}\.$/);
  });

  it('stand for a mark by its kind where that is sure, else by what it is about', () => {
    expect(markName({ kind: 'money-in', kindSure: true, group: 'money' })).toBe('Money raised');
    expect(markName({ kind: 'money-in', kindSure: false, group: 'money' })).toBe('Something about money');
  });
});

describe('words for numbers', () => {
  it.each([
    [0, 'claim', '0 claims'],
    [1, 'claim', '1 claim'],
    [1, 'announcement', '1 announcement'],
    [6, 'announcement', '6 announcements'],
  ] as const)('%i of %s: %s', (count, family, words) => expect(counted(count, family)).toBe(words));

  it.each([
    [1, 'very sure'],
    [0.85, 'very sure'],
    [0.849, 'fairly sure'],
    [0.65, 'fairly sure'],
    [0.649, 'leaning'],
    [0, 'leaning'],
  ])('say of %d: %s', (confidence, words) => expect(sureWords(confidence)).toBe(words));
});
