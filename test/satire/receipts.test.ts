import { describe, expect, it } from 'vitest';
import { KINDS, type Kind } from '@/lib/model';
import { write } from '@/lib/satire';
import questions from '@/lib/satire/house/questions.json';
import receipts from '@/lib/satire/house/receipts.json';
import { pageOf, TOLD, type Told } from './fixtures';

describe('receipts and questions', () => {
  const klarna: Told = {
    kind: 'labour-equivalence',
    sentence: 'Klarna’s assistant does the work of 700 agents.',
    slots: { actor: 'Klarna' },
    q: [['700', 700, 'count', 'agents']],
  };
  const at = (published: string | null) => {
    const made = pageOf([klarna], { published });
    return write(made.page, made.reading).straight[0]!.receipt;
  };
  it('shows what happened last time on younger pages only', () => {
    expect(at('2026-01-10')?.id).toBe('klarna-700-agents');
    expect(at(null)).toBeNull();
    expect(at('2024-02-27')).toBeNull();
    expect(at('2025-05-08')).toBeNull();
  });
  const about = (change: Partial<Told>, published = '2026-06-01') => {
    const made = pageOf([{ ...klarna, ...change }], { published });
    return write(made.page, made.reading).straight[0]!.receipt;
  };
  it('asks that firm and kind be the same, and the firm the one that claims', () => {
    expect(about({})).not.toBeNull();
    expect(about({ slots: { actor: 'Klarnax' } })).toBeNull();
    expect(about({ slots: { actor: '' } })).toBeNull();
    expect(about({ kind: 'privacy-assurance' })).toBeNull();
    expect(about({ kind: 'pricing-access', claim: { second: 'labour-equivalence' } })).toBeNull();
    expect(about({ sentence: 'Unlike Klarna, Orbis does the work of 700 agents.' })).toBeNull();
    expect(
      about({ sentence: 'The Orbis assistant does the work of 700 agents.', slots: { actor: 'Klarna' } }),
    ).toBeNull();
    const apple = { kind: 'capability-superlative', slots: { actor: 'Apple' } } as const;
    expect(about({ ...apple, q: [], sentence: 'Apple says its assistant is the best ever.' })).not.toBeNull();
    expect(about({ ...apple, q: [], sentence: 'An assistant slices the apple best.' })).toBeNull();
    expect(about({ sentence: 'Our assistant does the work of 700 agents.' })?.id).toBe('klarna-700-agents');
  });
  it('has a caveat, a source and a date with every receipt, and no joke in it', () => {
    for (const receipt of receipts) {
      const made = pageOf(
        [
          {
            ...klarna,
            q: [],
            kind: receipt.kinds[0] as Told['kind'],
            sentence: 'We do it all.',
            slots: { actor: receipt.actors[0] ?? '' },
          },
        ],
        { published: '2099-01-01' },
      );
      const report = write(made.page, made.reading);
      const shown = report.straight[0]!.receipt!;
      expect(receipts.map((r) => r.id)).toContain(shown.id);
      for (const field of ['line', 'caveat', 'publisher', 'title', 'url', 'date'] as const)
        expect(shown[field], `${shown.id} ${field}`).not.toBe('');
      expect(shown.date).toMatch(/^\d{4}-\d{2}(?:-\d{2})?$/);
      expect(shown.url).toMatch(/^https:\/\//);
      for (const note of Object.values(report.editions).flatMap((e) => e.notes))
        expect(note.text).not.toContain(shown.line);
    }
  });
  it('asks for the typical case where the claim says “up to”', () => {
    const bounded = pageOf([TOLD.find((t) => t.sentence.includes('up to 30%'))!]);
    expect(write(bounded.page, bounded.reading).straight[0]!.question).toMatch(/best case/);
  });
  it('says nothing of the last time where the kind is in doubt', () => {
    expect(about({ claim: { kindSure: false } })).toBeNull();
  });
});

describe('questions', () => {
  const { any, ...kinds } = questions;
  const ask = (told: Partial<Told>) => {
    const made = pageOf([{ kind: 'launch', sentence: 'Kelmore opened Halo to all insurers on Tuesday.', ...told }]);
    return write(made.page, made.reading).straight[0]!.question;
  };
  const of = (kind: Kind, missing: string) => kinds[kind].find((q) => q.missing === missing)!.ask;

  it('are three to five for every kind, each a question and none like another', () => {
    expect(Object.keys(kinds).sort()).toEqual([...KINDS].sort());
    for (const kind of KINDS) expect(kinds[kind].length, kind).toSatisfy((n: number) => n >= 3 && n <= 5);
    const all = [...Object.values(kinds).flat(), ...any].map((q) => q.ask);
    expect(new Set(all).size).toBe(all.length);
    // The longest that a card and a picture hold beside everything else.
    for (const words of all) expect(words).toMatch(/^[^"']{20,125}\?$/);
  });

  it('are asked of announcements as of claims, each of its own kind', () => {
    for (const kind of KINDS) expect(kinds[kind].map((q) => q.ask)).toContain(ask({ kind }));
  });

  it('ask for what is missing: whence the money, by what date, compared with what', () => {
    const raised = 'Kelmore raised $40 million.';
    expect([of('money-in', 'money'), of('money-in', 'cost'), of('money-in', 'source')]).toContain(
      ask({ kind: 'money-in', sentence: raised, q: [['$40 million', 40_000_000, 'money', 'USD']] }),
    );
    const soon = [of('forecast', 'date'), any.find((q) => q.missing === 'date')!.ask];
    const asked = (deadline: string) =>
      Array.from({ length: 12 }, (_, i) =>
        ask({ kind: 'forecast', sentence: `Nobody will write code by hand, founder ${i} said.`, slots: { deadline } }),
      );
    for (const words of asked('')) expect(soon).toContain(words);
    expect(asked('2030').some((words) => !soon.includes(words))).toBe(true);
    expect([of('figure', 'baseline'), of('figure', 'source')]).toContain(
      ask({ kind: 'figure', sentence: 'It now answers 40% of calls.', q: [['40%', 40, 'percent', 'calls']] }),
    );
  });

  it('fit every sentence where the kind is in doubt', () => {
    const open = any.filter((q) => q.missing === 'kind').map((q) => q.ask);
    expect(open.length).toBeGreaterThanOrEqual(3);
    for (const kind of KINDS)
      expect(open).toContain(ask({ kind, claim: { kindSure: false }, slots: { deadline: 'May' } }));
  });
});
