import { describe, expect, it } from 'vitest';
import { noJokesSentence, sittingOut } from '@/components/card/no-jokes';
import { reasonSentence } from '@/components/page-reason';
import { noticeSentence } from '@/components/share/notice';
import { is, type MessageName } from '@/lib/messages/check';
import { PAGE_REASONS } from '@/lib/messages/schema';
import { SENSITIVE_TOPICS } from '@/lib/model';
import { statusFixture } from '../status-fixture';

const SENTENCE = /^(?:\p{Lu}[^.]*[\p{L}\p{N}]\. ?)+$/u;

describe('sentences for what travels as a bare reason', () => {
  it.each(SENSITIVE_TOPICS)('%s as a topic on which no joke belongs', (topic) => {
    for (const where of ['page', 'here', 'nearby'] as const)
      expect(noJokesSentence({ topic, where })).toMatch(SENTENCE);
    expect(sittingOut(topic)).toMatch(/\. Peel sits this one out\.$/);
  });

  it('stand for a page that sits out without a topic', () => expect(sittingOut(null)).toBe('Peel sits this one out.'));

  it.each(PAGE_REASONS)('%s as the reason of a page', (reason) => {
    expect(is('pageStatus' satisfies MessageName, statusFixture({ reason }))).toBe(true);
    expect(reasonSentence(reason)).toMatch(SENTENCE);
  });

  it('are a page’s own beside a picture of nothing', () => {
    const status = statusFixture({ state: 'failed', reason: 'slow', claims: [] });
    expect(noticeSentence('nothing-marked', status)).toBe(reasonSentence('slow'));
    expect(noticeSentence('view-left-out', status)).toMatch(/too large/);
  });
});
