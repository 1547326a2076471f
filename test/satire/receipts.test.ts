import { describe, expect, it } from 'vitest';
import { write } from '@/lib/satire';
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
  it('has a question for every kind', () => {
    const all = pageOf(TOLD);
    for (const s of write(all.page, all.reading).straight) expect(s.question).toMatch(/\?$/);
  });
});
