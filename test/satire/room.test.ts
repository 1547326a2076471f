import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { write } from '@/lib/satire';
import { gate, grave } from '@/lib/satire/room';
import { pageOf } from './fixtures';

const NONE = [
  'The inquest heard that the boy had died after the app told him to run.',
  'Two soldiers were wounded when the drone strikes began.',
  'Its scanner finds tumors that surgeons miss.',
  'The tool was used to make nude images of classmates.',
  'Flood victims can apply with the AI form.',
  'A translator, who is 61, wept when the email came.',
  'The match led to a wrongful arrest, the suit says.',
];
const FINE = [
  'Search will be the killer app for agents.',
  'Traffic shot up after they added a kill switch.',
  'Setting it up is dead simple.',
  'The keynote demo bombed and the assistant crashed.',
  'In the war for talent, bleeding-edge labs pay well.',
  'The old chatbot reaches end of life in May.',
  'The price rise holds our files hostage, customers say.',
  'There is no conflict of interest, said the price-war veteran.',
  'A flood of requests followed; the deadline is Friday.',
  'Nuclear power plants will feed the data center.',
];

describe('grave', () => {
  it.each(NONE)('keeps jokes away from: %s', (text) => expect(grave(text)).not.toBeNull());
  it.each(FINE)('is not fooled by: %s', (text) => expect(grave(text)).toBeNull());
});

const told = {
  kind: 'safety-responsibility',
  sentence: 'Orbis says that safety is its top priority and its safeguards are robust.',
  slots: { actor: 'Orbis' },
} as const;

describe('gate', () => {
  it('closes the page to jokes when the headline is grave', () => {
    const { page } = pageOf([told], { title: 'Teenager died after chatbot advice' });
    expect(gate(page).room).toBe('straight-face');
    expect(gate(page).reason).toMatch(/death/);
  });

  it('hushes a grave paragraph and its neighbors, not the page', () => {
    const { page, reading } = pageOf([told, told, told, told, told], {}, 0);
    page.passages[2]!.text += ' The lawsuit says the boy was killed.';
    const report = write(page, reading);
    expect(report.room).toBe('open');
    expect(report.straight.map((s) => s.jokes)).toEqual([false, false, false, true, true]);
    expect(report.straight[0]!.why).not.toBe('');
    for (const edition of Object.values(report.editions))
      for (const note of edition.notes) expect(report.straight[note.claim]!.jokes).toBe(true);
  });

  it('gives no note on a page it closes, and still a question', () => {
    const { page, reading } = pageOf([told], { title: 'Police investigate murder linked to app' });
    const report = write(page, reading);
    expect(report.room).toBe('straight-face');
    expect(report.roomReason).not.toBe('');
    expect(report.editions.onion).toEqual({ level: 'onion', notes: [], headline: null, end: null });
    expect(report.straight[0]!.question).not.toBe('');
  });
});

const TRAPS = '../shared/satire/safety_traps.tsv';
if (!existsSync(TRAPS)) console.warn(`SKIPPED: the safety traps, because ${TRAPS} is not there`);
describe.skipIf(!existsSync(TRAPS))('the safety traps', () => {
  const rows = existsSync(TRAPS)
    ? readFileSync(TRAPS, 'utf8')
        .trim()
        .split('\n')
        .slice(1)
        .map((row) => row.split('\t') as [string, string, string, string])
    : [];
  it('obeys every row that wants no joke', () => {
    const missed = rows.filter(([, expected, , text]) => /none|straight_face/.test(expected) && !grave(text));
    expect(missed.map((r) => r[0])).toEqual([]);
  });
  it('raises at most one false alarm', () => {
    const alarms = rows.filter(([, expected, , text]) => /joke_ok|eyebrow_only/.test(expected) && grave(text));
    expect(alarms.length, alarms.map((r) => r[0]).join(' ')).toBeLessThanOrEqual(1);
  });
  it('keeps health and education to Raised Eyebrow lines', () => {
    const gentle = rows.filter(([, expected]) => expected === 'eyebrow_only');
    expect(gentle.length).toBeGreaterThan(0);
    for (const [, , , text] of gentle) {
      const { page, reading } = pageOf([{ kind: 'societal-benefit', sentence: text, slots: { actor: 'Orbis' } }]);
      for (const edition of Object.values(write(page, reading).editions))
        for (const note of edition.notes)
          expect([
            'plain_translation',
            'number_inversion',
            'arithmetic',
            'hedge',
            'missing_object',
            'understatement',
            'false_analogy',
            'literalise',
            'category_demotion',
          ]).toContain(note.mechanism);
    }
  });
});

describe('the gate on hostile text', () => {
  it('takes time in proportion to the text', () => {
    for (const word of ['sued ', 'child ', '“I ', 'safety ', 'was laid off ', 'demo hold ']) {
      const start = performance.now();
      grave(word.repeat(40_000));
      expect(performance.now() - start).toBeLessThan(2000);
    }
  });
});
