import { describe, expect, it } from 'vitest';
import { quantities } from '@/lib/claims/numbers';

describe('quantities', () => {
  it.each([
    ['handled 2.3 million conversations', '2.3 million', 2_300_000, 'count', 'conversations'],
    ['two-thirds of customer chats', 'two-thirds', 66.7, 'percent', 'customer chats'],
    ['cut one in eight jobs', 'one in eight', 12.5, 'percent', 'jobs'],
    ['saves 40 % of costs', '40 %', 40, 'percent', 'costs'],
    ['60 per cent of our software', '60 per cent', 60, 'percent', 'software'],
    ['worth $10m a year', '$10m', 10_000_000, 'money', 'USD'],
    ['about £1.5 billion in savings', '£1.5 billion', 1_500_000_000, 'money', 'GBP'],
    ['a plan to spend $1.4tr on chips', '$1.4tr', 1_400_000_000_000, 'money', 'USD'],
    ['three dollars a month', 'three dollars', 3, 'money', 'USD'],
    ['ten times more productive', 'ten times', 10, 'multiple', 'more productive'],
    ['half of all tickets', 'half', 50, 'percent', 'tickets'],
    ['1,900 roles', '1,900', 1900, 'count', 'roles'],
    ['seventy-five per cent of chats', 'seventy-five per cent', 75, 'percent', 'chats'],
    ['within eleven minutes', 'eleven', 11, 'duration', 'minutes'],
    ['millions of users', 'millions of', null, 'count', 'users'],
  ])('%s', (text, words, value, type, unit) => {
    const [q] = quantities(text);
    expect(q).toMatchObject({ text: words, value, type, unit });
    expect(text.slice(q!.span.start, q!.span.end)).toBe(q!.text);
  });
  it('knows the hedge beside the number', () => {
    expect(quantities('up to 55% faster')[0]?.hedge).toBe('up to');
    expect(quantities('roughly 45 roles')[0]?.hedge).toBe('roughly');
  });
  it('years, versions and dates are no amounts', () => {
    expect(quantities('In 2027 Halcyon 3 and GPT-4 arrive on 4 June')).toEqual([]);
  });
});
