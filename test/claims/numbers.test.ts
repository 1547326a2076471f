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
    ['a $1.4T plan', '$1.4T', 1_400_000_000_000, 'money', 'USD'],
    ['a $20 T-shirt', '$20', 20, 'money', 'USD'],
    ['up to A$90 million', 'A$90 million', 90_000_000, 'money', 'AUD'],
    ['spent more than$13 billionin ovens', '$13 billion', 13_000_000_000, 'money', 'USD'],
    ['closed a$41 billion round of ovens', '$41 billion', 41_000_000_000, 'money', 'USD'],
    ['a $2 billionaire tax', '$2', 2, 'money', 'USD'],
    ['a C$1.5bn deal', 'C$1.5bn', 1_500_000_000, 'money', 'CAD'],
    ['US$5 a month', 'US$5', 5, 'money', 'USD'],
    ['₹500 crore', '₹500 crore', 5e9, 'money', 'INR'],
    ['₹2 lakh crore', '₹2 lakh crore', 2e12, 'money', 'INR'],
    ['500 crore rupees', '500 crore rupees', 5e9, 'money', 'INR'],
    ['3 lakh bakers', '3 lakh', 300_000, 'count', 'bakers'],
    ['two crore loaves', 'two crore', 2e7, 'count', 'loaves'],
    ['4K bakers', '4K', 4000, 'count', 'bakers'],
    ['nearly 2,000 just two years prior', '2,000', 2000, 'count', ''],
    ['R$5 a month', 'R$5', 5, 'money', ''],
    ['loaves at au$5', 'au$5', 5, 'money', 'AUD'],
    ['three dollars a month', 'three dollars', 3, 'money', 'USD'],
    ['ten times more productive', 'ten times', 10, 'multiple', 'more productive'],
    ['half of all tickets', 'half', 50, 'percent', 'tickets'],
    ['a third of all loaves', 'a third', 33.3, 'percent', 'loaves'],
    ['bread at a quarter the price', 'a quarter', 25, 'percent', ''],
    ['a fifth cheaper', 'a fifth', 20, 'percent', 'cheaper'],
    ['it cut waste by a quarter in 2031', 'a quarter', 25, 'percent', ''],
    ['waste fell by nearly a third, it says', 'a third', 33.3, 'percent', ''],
    ['it cut waste by a third.', 'a third', 33.3, 'percent', ''],
    ['A third say AI bakes', 'A third', 33.3, 'percent', ''],
    ['A quarter use AI to bake', 'A quarter', 25, 'percent', ''],
    ['AI could cut costs a third by dawn', 'a third', 33.3, 'percent', ''],
    ['AI cut costs a quarter, the baker said', 'a quarter', 25, 'percent', ''],
    ['it cut staff numbers a third in May', 'a third', 33.3, 'percent', ''],
    ['sales rose a fifth on bread', 'a fifth', 20, 'percent', ''],
    ['1,900 roles', '1,900', 1900, 'count', 'roles'],
    ['seventy-five per cent of chats', 'seventy-five per cent', 75, 'percent', 'chats'],
    ['within eleven minutes', 'eleven', 11, 'duration', 'minutes'],
    ['an oven of 250 gigawatts', '250 gigawatts', 250, 'power', 'GW'],
    ['a 7.4-gigawatt oven', '7.4-gigawatt', 7.4, 'power', 'GW'],
    ['an oven of 1,200 MW', '1,200 MW', 1200, 'power', 'MW'],
    ['millions of users', 'millions of', null, 'count', 'users'],
    ['burnt in 1 in 1,000 loaves', '1 in 1,000', 0.1, 'percent', 'loaves'],
    ['burnt in 1 in 3,000 loaves', '1 in 3,000', 0.03, 'percent', 'loaves'],
    ['five out of seven bakers', 'five out of seven', 71.4, 'percent', 'bakers'],
    ['1 of every 30 bakers', '1 of every 30', 3.3, 'percent', 'bakers'],
    ['its staff-one in five bakers use it', 'one in five', 20, 'percent', 'bakers'],
    ['burnt in 1 in 2000 loaves', '1 in 2000', 0.05, 'percent', 'loaves'],
    ['an oven of 3 million megawatts', '3 million megawatts', 3_000_000, 'power', 'MW'],
    ['an oven of a hundred megawatts', 'a hundred megawatts', 100, 'power', 'MW'],
    ['every loaf done in 10 minutes', '10', 10, 'duration', 'minutes'],
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
  it.each([
    'In 2031, bakers slept',
    'open 24/7 for bakers',
    'trained with 10^25 floating point operations',
    'the fair of Larch ’26'.replace('’', "'"),
    'at larch.ai and at 14.ai',
    'between 4.1 and 4.2, bakers slept',
    'the 4.5 models sleep',
    'Larch7.5-120B-A12B sleeps',
    'a 3D oven',
    'makes 4K video',
    'shown in 4K on a wall',
    'makes 1080p clips',
    'open 24x7 and 24 x 7 for bakers',
    'bread grew in 3Q25',
    'bread of 2025-26',
    'a nine-year-old oven',
    'an oven that is 9 years old',
    'Larch 3 270M sleeps',
    'a third-party auditor slept',
    'a third party slept',
    'A third oven followed',
    'A third use of it is bread',
    'A third will follow in June',
    'A third would need more ovens',
    'outdone by a third oven',
    'a half-day course',
    'bakers double-check it',
    'Kelmore doubled down on bread',
    'it burnt the loaf twice before noon',
  ])('no amount: %s', (text) => {
    expect(quantities(text)).toEqual([]);
  });
  it.each([
    ['hundreds of thousands of loaves', ['hundreds of thousands of']],
    ['5-7% of loaves', ['7%']],
    ['a score of 26.3 on loaves', ['26.3']],
    ['two and a half million loaves', []],
    ['1,200 loaves, 2,000 rolls', ['1,200', '2,000']],
    ['twice as many loaves', ['twice']],
    ['more than half that number', []],
    ['up to a million loaves', ['a million']],
    ['four points,2 no more', ['four']],
    ['3.75 megaloaves', ['3.75']],
    ['1T crumbs', ['1']],
    ['an oven of 16 mW', ['16']],
    ['from 2,400 to 1,600 bakers in 2031', ['2,400', '1,600']],
    ['23,600 in 2031', ['23,600']],
    ['Larch-5 in 2031', []],
    ['a million loaves, one million in five days', ['a million', 'one million', 'five']],
    ['12 in 10 ovens', ['12', '10']],
    ['one in 2.5 ovens', ['2.5']],
    ['Often times, bakers sleep', []],
    ['$1 billion a quarter', ['$1 billion']],
    ['$1bn a quarter as ovens grow', ['$1bn']],
    ['40 loaves a quarter', ['40']],
    ['it cut 40 jobs a quarter in 2031', ['40']],
    ['bakers cut hundreds of jobs a quarter, it says', ['hundreds of']],
  ])('%s', (text, all) => {
    expect(quantities(text).map((q) => q.text)).toEqual(all);
  });
  it('counts things, of which there are several, or says no unit', () => {
    const unit = (text: string) => quantities(text)[0]?.unit;
    expect(unit('three of us')).toBe('');
    expect(unit('30,000 came from the north')).toBe('');
    expect(unit('20 secure, calm ovens')).toBe('');
    expect(unit('seven natural gas ovens')).toBe('natural gas ovens');
    expect(unit('40 people slept')).toBe('people');
    expect(unit('a 2-hour sleep')).toBe('hours');
    expect(unit('a 59.8MB loaf')).toBe('MB');
    expect(unit('an oven of 7.4 GW')).toBe('GW');
  });
  it('over a time is no hedge of it', () => {
    expect(quantities('40 loaves over two weeks').map((q) => q.hedge)).toEqual(['', '']);
  });
});
