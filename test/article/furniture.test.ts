import { describe, expect, it } from 'vitest';
import { isBoilerplate, isFurniture, opensClutter } from '@/lib/article/furniture';

describe('furniture', () => {
  it.each([
    'By Ada Quill',
    'By the Kelmore desk',
    'By Ada Quill, updated 3 May 2026',
    'By Ada Quill • Dec. 3, 2026 10:20 a.m. EST',
    'By Ada Quill, AI reporter | January 5, 2026 | 5 min. read',
    'By Ada Quill, AI Reporter, Jan. 5, 2026 at 9:15 a.m. Eastern Time',
    'By Ada Quill, AI reporter, published Jan. 5',
    'By signing up you agree',
    'By using this site you also accept our terms.',
    'Share',
    'Share this article with somebody you know',
    'Save for later',
    'Watch: Kelmore shows its assistant to the board',
    'Photo by Ada Quill of the Kelmore desk',
    'Topics: business, harbours, assistants, people',
    'Image credits: Kelmore',
    'Photos by: Kelmore',
    'Read more about it',
    'Published 4 May',
    'Updated Tuesday, May 4, 2026 at 10:30',
    'Posted in business and technology',
    'Friday, 3 July 2026',
    'May 3, 2026',
    '3 May 2026',
    '10:30 a.m. GMT',
    '4 min read',
    '1.2k shares',
    '[Advertisement]',
    '© Kelmore',
    'Copyright (c) The Courier, 2026. Nothing may be printed again.',
    'Copyright 2026 Kelmore. Made in Harrow Quay.',
    'Copyright The Associated Press',
    'Copyright The Harrow Quay Courier Company AI',
    'Copyright Kelmore. All rights reserved.',
    'Loading comments...',
    'An AI agent packs bread at Kelmore. Photo by A. Quill / The Courier',
    'An AI agent packs bread at Kelmore. (Photo: Ada Quill)',
    'AI agents pack bread at Kelmore. (Photos: Ada Quill)',
    'An AI agent packs bread at Kelmore. (Image: iStock)',
    'An AI agent packs bread at Kelmore. (Photo: courtesy of Kelmore)',
    'An AI agent packs bread at Kelmore. Ada Quill / Getty Images',
    'Read: How banks use AI',
    'Sign up for our letter',
    'Subscribe now',
    'We use cookies',
    'Get our newsletter',
    'Get more stories from Kelmore in your inbox',
    'Get more insights on AI delivered to your inbox every day',
    'Corrections: none',
    'Editor’s note',
  ])('"%s" is', (text) => expect(isFurniture(text)).toBe(true));

  it.each([
    'Kelmore shares its model.',
    'Shares rose by 4 per cent',
    'Share prices fell. Nobody minded.',
    'Save 10 hours a week with Kelmore AI',
    'Watch AI agents resolve tickets on their own',
    'Images generated in under two seconds',
    'Recommended uses of AI agents in a bank',
    'Reuters cuts 200 jobs as AI writes the news',
    'Published benchmarks show Halcyon 3 beats GPT-5',
    'Updated models cut mistakes by 40%',
    'By using its AI assistant, Kelmore cut the cost of each support call by 40 percent.',
    'By submitting every claim to its assistant, the insurer saved a week of work.',
    'By the end of May the firm had 3 models.',
    'Get more qualified leads delivered straight to your inbox with our AI agent.',
    'Loading the 70B model takes 14 GB of memory',
    'Copyright holders have sued the firm over its training data.',
    'Copyright Holders Sue Kelmore Over Its AI',
    'Loading docks at Kelmore are now run by AI agents.',
    'Get more done in your inbox with Larch AI, which drafts every email.',
    'By the end of 2026, Kelmore expects AI to handle half of all calls.',
    'By the end of 2026, Kelmore expects AI to handle half of all calls.”',
    'By mid-2026, every Kelmore branch will run on AI agents.',
    'More from Kelmore came late. It was no use.',
    'Read it',
    'In May 2026 nothing came',
    'Learn also',
    'Type a word. Photo by photo, Halcyon paints your shop.',
    'Halcyon writes for your whole team. Credits: 1,000 AI letters per month',
    'Paint anything with Halcyon in seconds (Images: up to 4K, videos up to a minute)',
    'Paint anything with Halcyon in seconds (Image: up to 4K)',
    'Paint an image by telling Halcyon what is in it',
    'Kelmore is sued by Getty Images',
    'constructor',
    '',
  ])('"%s" is not', (text) => expect(isFurniture(text)).toBe(false));

  it('is a long caption that ends in a credit, and no long paragraph to whose end one was glued', () => {
    const told = 'An AI agent packs bread at Kelmore, where two bakers watch it from the door. '.repeat(4);
    expect(isFurniture(`${told}(Photo by Ada Quill/The Courier)`)).toBe(true);
    expect(isFurniture(`${told}(AP Photo/Ada Quill)`)).toBe(true);
    expect(isFurniture(`${told}Photo by Ada Quill`)).toBe(false);
    expect(isFurniture(`${told}Photo by Ada Quill (The Courier)`)).toBe(false);
    expect(isFurniture(`${told}(Image: up to 4K)`)).toBe(false);
    expect(isFurniture(`${told.repeat(3)}(Photo by Ada Quill)`)).toBe(false);
  });

  it('opens clutter with law, lists and letters, and not with what merely begins alike', () => {
    for (const heading of [
      'Forward-looking statements',
      'Note on the figures',
      'Related',
      'Our newsletter',
      'Subscribers',
      'Terms of use',
      'Terms and conditions',
      'Related stories',
      'Related:',
      'Recommended for you',
      'Trending now',
      'More on this topic',
      'Trademarks',
      'Trademark notice',
      'Related coverage',
      'A message from Ada Quill, co-founder of The Courier:',
    ])
      expect([heading, opensClutter(heading)]).toEqual([heading, true]);
    for (const heading of [
      'Relations',
      'Notes on a model',
      'More models',
      'Sources say no',
      'toString',
      'Terms of the deal',
      'Terms and pricing',
      'Related work',
      'Trademark dispute',
      'Trending toward autonomy',
      'Recommended for enterprises',
      'More on the deal',
      'Subscribers get Halcyon for free',
      'A message from Ada Quill, chief executive of Kelmore:',
    ])
      expect([heading, opensClutter(heading)]).toEqual([heading, false]);
  });

  it('knows law in a paragraph', () => {
    expect(isBoilerplate('Kelmore undertakes no obligation to update this.')).toBe(true);
    expect(isBoilerplate('Kelmore is looking for risks.')).toBe(false);
  });
});
