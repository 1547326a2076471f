import { describe, expect, it } from 'vitest';
import { article, withArticle } from '@/lib/english/articles';
import fc from '../property';

describe('articles by sound', () => {
  const AN =
    '8%|80|11|18|11,000|18 million|800,000|$8 million|MRI|AI assistant|hour|honest mistake|heir|umbrella|F|X-ray|e-bike|M&A deal|FBI agent|LLM|HR manager|SMS|API|EU rule|xAI product|iPhone|Uber|unimportant detail|uninspired demo|onion|expert|SUV|NFT|R&D budget|S-Class|AGI|FAQ|unintended result|usher|unmanned drone|outage|Nvidia chip|NVIDIA chip|mRNA vaccine|unironic fan|utter bore';
  const A =
    '1|7%|10|100|110|180|1,100|user|unit|university|unicorn|one-off|European plan|euro|NASA engineer|SIM|SaaS tool|UFO|URL|USB stick|UI|hotel|historic deal|toothbrush|U-turn|YouTube video|ubiquitous sign|use case|useful idiot|utility|Unix box|PDF|B2B deal|QR code|hybrid|GPU|CEO|chatbot|wearable|uniform|unanimous vote|Ukrainian startup|Utah firm|Uruguayan bank|Udemy course|UiPath robot|utensil|urologist|Ugandan app|LLaMA model|SIEM tool';
  it.each(AN.split('|'))('an %s', (phrase) => expect(article(phrase)).toBe('an'));
  it.each(A.split('|'))('a %s', (phrase) => expect(article(phrase)).toBe('a'));
  it('puts it before the phrase', () => {
    expect(withArticle('smart fridge')).toBe('a smart fridge');
  });
  it('never throws and always answers', () =>
    fc.assert(fc.property(fc.string(), (text) => ['a', 'an'].includes(article(text)))));
});
