import { describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { availabilityOf } from '@/lib/sites/availability';
import { listedSite, SITES, sitePatterns } from '@/lib/sites/sites';

describe('sites', () => {
  it('lists about seventy places, each once, https only', () => {
    expect(SITES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SITES.map((site) => site.host)).size).toBe(SITES.length);
    for (const pattern of sitePatterns()) expect(pattern).toMatch(/^https:\/\/[a-z0-9.-]+\/[^?#]*\*$/);
  });

  it('asks for no wildcard host', () => {
    expect(sitePatterns().filter((pattern) => /\/\/\*|<all_urls>/.test(pattern))).toEqual([]);
  });

  it('covers www. of a bare host and leaves a newsroom host alone', () => {
    expect(sitePatterns()).toContain('https://www.techcrunch.com/*');
    expect(sitePatterns()).not.toContain('https://www.newsroom.ibm.com/*');
    expect(listedSite('www.techcrunch.com')?.kind).toBe('news');
    expect(listedSite('evil-techcrunch.com')).toBeNull();
  });
});

describe('availabilityOf', () => {
  it.each([
    [undefined, false],
    ['about:addons', false],
    ['chrome://settings', false],
    ['moz-extension://x/options.html', false],
    ['https://chromewebstore.google.com/detail/x', false],
    ['https://chrome.google.com/webstore/detail/x', false],
    ['about:reader?url=https%3A%2F%2Fexample.com', false],
    ['view-source:https://example.com/', false],
    ['chrome-error://chromewebdata/', false],
    ['data:text/html,x', false],
    ['file:///tmp/paper.PDF', false],
    ['https://example.com/report.pdf', true],
    ['not an address', false],
    ['https://example.com/story', true],
    ['https://techcrunch.com/story', true],
    ['file:///tmp/page.html', true],
  ])('says of %s in one sentence whether Peel can start there', (address, canStart) => {
    const availability = availabilityOf(address);
    expect(availability.canStart).toBe(canStart);
    expect(availability.sentence).toMatch(/^[A-Za-z0-9].*\.$/);
  });

  it('does not take Peel’s own pages for the browser’s', () => {
    const { sentence, canStart } = availabilityOf(fakeBrowser.runtime.getURL('/options.html' as never));
    expect([sentence, canStart]).toEqual(['This page is Peel’s own. Peel reads pages on the web.', false]);
    expect(availabilityOf('moz-extension://another/options.html').sentence).toMatch(/belongs to the browser/);
  });

  it('knows which walls belong to which browser', () => {
    for (const address of ['https://addons.mozilla.org/en-US/firefox/', 'https://support.mozilla.org/kb/x']) {
      expect(availabilityOf(address, true).canStart).toBe(false);
      expect(availabilityOf(address, false).canStart).toBe(true);
    }
    expect(availabilityOf('https://chromewebstore.google.com/', true).canStart).toBe(true);
    expect(availabilityOf('https://chrome.google.com/', false).canStart).toBe(true);
  });
});
