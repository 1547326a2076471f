import { describe, expect, it } from 'vitest';
import { senderSite } from '@/lib/background/sender';

describe('the site of a sender', () => {
  it('is the one in the tab, as the browser says', () => {
    expect(senderSite({ tab: { url: 'https://www.Example.com/a' }, url: 'https://elsewhere.com/' })).toBe(
      'example.com',
    );
    expect(senderSite({ tab: {}, url: 'http://elsewhere.com:8080/' })).toBe('elsewhere.com');
  });

  it.each([{}, { url: '' }, { url: 'file:///tmp/a.html' }, { url: 'about:blank' }, { url: 'https:' }])(
    'is none for %j',
    (sender) => {
      expect(senderSite(sender)).toBeNull();
    },
  );
});
