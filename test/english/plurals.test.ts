import { describe, expect, it } from 'vitest';
import { isPlural, plural, possessive, singular } from '@/lib/english/plurals';
import fc from '../property';

describe('plurals', () => {
  const PAIRS =
    'agent agents|support agent/support agents|person people|salesperson salespeople|salesman salesmen|human humans|child children|company companies|toy toys|bus buses|quiz quizzes|analysis analyses|radiologist radiologists|head of sales/heads of sales|studio studios|hero heroes|API APIs|attorney attorneys|engineer engineers|German Germans|toothbrush toothbrushes|watch watches|knife knives|mouse mice|editor-in-chief/editors-in-chief|QA tester/QA testers|business businesses|woman women|crisis crises|constructor constructors|robotaxi robotaxis|menu menus|emoji emojis|cache caches|headache headaches|niche niches|prize prizes|size sizes|beach beaches|coach coaches|waltz waltzes|movie movies|cookie cookies|calorie calories|agency agencies|virus viruses|bonus bonuses|campus campuses|status statuses|clause clauses|database databases|bias biases|canvas canvases|midwife midwives|synthesis syntheses|matrix matrices|fintech fintechs|epoch epochs|regimen regimens|omen omens';
  for (const pair of PAIRS.split('|')) {
    const [one = '', many = ''] = pair.includes('/') ? pair.split('/') : pair.split(' ');
    it(`${one} → ${many}`, () => {
      expect(plural(one)).toBe(many);
      expect(singular(many)).toBe(one);
      expect(isPlural(many)).toBe(true);
      expect(isPlural(one)).toBe(false);
    });
  }
  it.each(['staff', 'software', 'data', 'hardware', 'support staff', 'police'])('%s takes no s', (word) =>
    expect(plural(word)).toBe(word),
  );
  it('leaves words in -s that are one as they are, and no others', () => {
    expect(['bias', 'canvas', 'gas', 'bus'].map(singular)).toEqual(['bias', 'canvas', 'gas', 'bus']);
    expect(['phobias', 'regalias'].map(plural)).toEqual(['phobias', 'regalias']);
  });
  it('does not double a plural', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('agent', 'company', 'person', 'box', 'studio', 'wolf', 'day'),
        (one) => plural(plural(one)) === plural(one),
      ),
    ));
  it('always takes ’s', () => {
    expect(possessive('Atlassian')).toBe('Atlassian’s');
    expect(possessive('Atlas Systems')).toBe('Atlas Systems’s');
    expect(possessive("McDonald's")).toBe('McDonald’s');
  });
});
