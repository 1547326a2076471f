import { describe, expect, it } from 'vitest';
import { buildOf } from '@/lib/claims/sentence-build';
import type { SentencePart } from '@/lib/model';

const part = (sentence: string, name: string) => buildOf(sentence).parts[name as SentencePart];

describe('the build of a sentence', () => {
  it.each([
    ['Orbis helps teams test, trust, and secure their agents.', 'items', 'test, trust and secure'],
    ['It is faster, smarter, and more reliable.', 'items', 'faster, smarter and more reliable'],
    ['Orbis is driving growth, cutting waste, and expanding reach.', 'items', undefined],
    ['It serves customers, boosts productivity, and grows revenue.', 'item2', 'boosts productivity'],
    ['Machine learning stands ready, driving change and redefining retail.', 'items', undefined],
    ['Orbis sells kettles, robots and toasters.', 'items', undefined],
    ['Orbis helps developers build agents.', 'helped', 'developers'],
    ['Orbis helps bring ideas to life.', 'act', undefined],
    ['It is designed to handle claims.', 'hope', 'designed to'],
    ['It shrinks without losing the plot.', 'without', 'losing the plot'],
    ['It grows without running into that wall.', 'without', undefined],
    ['The future of retail depends on you.', 'future_of', 'retail'],
    ['It is built to drive change.', 'act', undefined],
    ['It is quicker than any rival.', 'all', undefined],
    ['It is for every developer.', 'all', 'every developer'],
    ['It handled three in every five calls.', 'all', undefined],
    ['It is better every day.', 'all', undefined],
    ['It is, quite simply, the best.', 'manner', undefined],
    ['It comes from the best schools.', 'super', undefined],
    ['It leaves bakers to do what they do best.', 'super', undefined],
    ['It has moved on from simply reading.', 'manner', undefined],
    ['It is faster than before.', 'more', undefined],
    ['It makes replies faster.', 'more', 'faster'],
    ['Transform your office.', 'order', 'transform'],
    ['Value comes from teams that add value.', 'twice', 'value'],
    ['Orbis 4.6 answers calls.', 'label', '4.6'],
    ['Orbis 4.6 answers twelve calls.', 'label', undefined],
    ['In June 12 calls were answered.', 'label', undefined],
    ['Orbis 4.6 answers 30 calls.', 'label', undefined],
    ['AI helps AI-powered teams, said AIDA.', 'nai', '2'],
    ['You and yours: youth is no word for it.', 'nyou', '2'],
    ['It listens, unlocking new value for everyone.', 'tail', 'unlocking'],
    ['It listens, unlocking value and creating jobs.', 'tail', undefined],
    ['It listens—unlocking new value for everyone.', 'tail', undefined],
    ['Orbis leads among open models.', 'scope', 'among open models'],
    ['It is quicker than traditional methods.', 'straw', 'traditional methods'],
    ['It replaced the manual.', 'straw', undefined],
    ['As the field evolves, so do we.', 'tide', 'evolves'],
    ['Teams build trusted AI.', 'sort_of', 'trusted AI'],
    ['Teams build trusted AI agents.', 'sort_of', undefined],
    ['Drafts are ready in minutes.', 'span', 'in minutes'],
    ['It is faster and cheaper to run.', 'more2', 'cheaper'],
    ['It is faster and cheaper than before.', 'more2', undefined],
    ['It aims to help clerks.', 'chain', 'aims to help'],
    ['A leap on a long journey.', 'image2', 'journey'],
    ['Unlock it by unlocking it.', 'image', undefined],
    ['It is better than ever.', 'ever', 'better than ever'],
    ['Orbis is one of the most trusted names.', 'one_of', 'one of the most trusted'],
    ['This unlocks growth.', 'this_does', 'this unlocks'],
    ['It has the potential to help.', 'potential', 'the potential'],
    ['It has potential.', 'potential', undefined],
    ['It is in beta.', 'preview', 'in beta'],
  ])('%s: %s', (sentence, slot, expected) => expect(part(sentence, slot)).toBe(expected));

  it('names what prints nothing', () => {
    expect(buildOf('It is our most capable model yet.').signs).toEqual(['our-best', 'yet', 'no-digits']);
    expect(buildOf('Orbis 4.6 answers calls.').signs).toContain('no-digits');
    expect(buildOf('Orbis answers 30 calls.').signs).not.toContain('no-digits');
    expect(buildOf('')).toMatchObject({ parts: {} });
  });
});
