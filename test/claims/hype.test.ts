import { describe, expect, it } from 'vitest';
import { pageScore } from '@/lib/claims';
import { bandOf } from '@/lib/claims/hype';
import { claimOf } from './slots-of';

/** Hype of a sentence whether or not it would be called a claim. */
function hype(sentence: string) {
  return claimOf([sentence], {}, 0, 'productivity-gain').hype;
}

const SENTENCES = [
  'Our AI assistant saves engineers 40% of their time.',
  'Kelmore says its AI assistant makes every adviser ten times more productive.',
  'The AI platform transforms how teams work and saves 30 hours a month.',
];

describe('hype score', () => {
  it.each(SENTENCES)('adding “up to” never lowers it: %s', (s) => {
    const more = s.replace(/(\d+%?|ten)/, 'up to $1');
    expect(hype(more).score).toBeGreaterThanOrEqual(hype(s).score);
  });
  it.each(SENTENCES)('naming a randomised trial never raises it: %s', (s) => {
    expect(hype(s.replace(/\.$/, ' in a randomised trial of 2,000 users.')).score).toBeLessThanOrEqual(hype(s).score);
  });
  it('does not know companies by name', () => {
    const [a, b] = ['Kelmore', 'Vantrell'].map(
      (n) => hype(`${n} says its AI makes every adviser ten times more productive.`).score,
    );
    expect(a).toBe(b);
  });
  it('reads British and American spelling alike', () => {
    expect(hype('Our AI revolutionises and democratises work.').score).toBe(
      hype('Our AI revolutionizes and democratizes work.').score,
    );
  });
  it.each(SENTENCES)('can be added up from its cues: %s', (s) => {
    const { score, cues } = hype(s);
    expect(
      Math.max(
        0,
        Math.min(
          100,
          cues.reduce((n, c) => n + c.points, 0),
        ),
      ),
    ).toBe(score);
  });
  it('counts each sort of cue up to a cap of its own', () => {
    const cues = hype(
      'The world-leading, fully autonomous AI transforms, reinvents and redefines every job, a groundbreaking, seamless, truly magical colleague that never sleeps.',
    ).cues.filter(({ id }) => id.startsWith('L'));
    expect(cues.reduce((sum, { points }) => sum + points, 0)).toBe(35);
  });
  it('heats up with the wording', () => {
    const hot = hype(
      'Our groundbreaking, truly revolutionary and fully autonomous AI platform eliminates hallucinations, transforms every workflow and will make every doctor superhuman, guaranteed.',
    );
    const cool = hype(
      'The pilot of the AI assistant saved nurses 12 minutes a day compared with a control group in a randomised trial of 246 tasks.',
    );
    expect(hot.score).toBeGreaterThanOrEqual(80);
    expect(cool.score).toBeLessThan(20);
  });
  it('hears “100%” as the absolute it is, and no other figure', () => {
    const absolute = (sentence: string) => hype(sentence).cues.find(({ id }) => id === 'L2')?.text ?? '';
    expect(absolute('Our AI bakes 100% of loaves.')).toBe('100%');
    expect(absolute('Our AI bakes 1,100% more loaves.')).toBe('');
  });
  it.each([
    ['Our AI cut waste, leading to lower costs.', 'L1'],
    ['Our AI follows best practices.', 'L1'],
    ['Most employees use our AI for 40% of loaves.', 'L1'],
    ['Our AI does not sleep at all.', 'L2'],
    ['Our AI saves health care 40% of its time.', 'L5'],
    ['Larch helps banks meet regulatory requirements with AI.', 'E1'],
    ['Regulators never cleared our AI.', 'E1'],
    ['Our AI has no limitations.', 'E3'],
    ['Our AI overcomes the limitations of ovens.', 'E3'],
    ['Our AI co-pilot saves bakers 40% of their time.', 'E5'],
  ])('takes no harmless word for heat, and none for support: %s', (sentence, cue) => {
    expect(hype(sentence).cues.map(({ id }) => id)).not.toContain(cue);
  });
  it.each([
    ['Our AI is the most ambitious oven.', 'L1'],
    ['Our AI has the most users of any oven.', 'L1'],
    ['The leading AI oven uses our model.', 'L1'],
    ['Our AI is there at all times.', 'L2'],
    ['Our AI cares about your bread.', 'L5'],
    ['Our AI was approved by the food regulator.', 'E1'],
    ['The regulator approved our AI, which sleeps.', 'E1'],
    ['Regulators have cleared our AI.', 'E1'],
    ['Our AI has limitations, and burns loaves.', 'E3'],
    ['In a pilot, our AI saved bakers 40% of their time.', 'E5'],
  ])('and still hears what is meant: %s', (sentence, cue) => {
    expect(hype(sentence).cues.map(({ id }) => id)).toContain(cue);
  });
  it('cools down for a paper that is shown, not for one that is to be read', () => {
    const cues = (sentence: string) => hype(sentence).cues.map(({ id }) => id);
    expect(cues('A 2025 paper says that our AI saves engineers 40% of their time.')).toContain('E4');
    expect(cues('Upload a contract or a paper, and our AI saves 40% of your time.')).not.toContain('E4');
  });
  it('finds independent evidence in a check by somebody outside, and then does not miss a source', () => {
    const cues = (sentence: string) => hype(sentence).cues.map(({ id }) => id);
    expect(cues('An independent audit found that our AI bakes the calmest bread.')).toContain('E1');
    expect(cues('An independent audit found that our AI bakes the calmest bread.')).not.toContain('G6');
    expect(cues('Our AI bakes the calmest bread.')).toContain('G6');
  });
  it('has bands and a page score that is no mean', () => {
    expect([0, 20, 40, 60, 80].map(bandOf)).toEqual(['plain', 'warm', 'frothy', 'heady', 'stratospheric']);
    expect(pageScore([])).toBe(0);
    expect(pageScore([10, 20, 30, 40])).toBe(40);
    expect(pageScore(Array(8).fill(50))).toBe(53);
    expect(pageScore([])).toBe(0);
  });
});
