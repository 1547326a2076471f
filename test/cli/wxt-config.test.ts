import { describe, expect, it } from 'vitest';
import { sitePatterns } from '@/lib/sites/sites';
import config from '@/wxt.config';

const hooks = config.hooks as unknown as { 'entrypoints:resolved': (wxt: unknown, found: unknown[]) => unknown };

/** The matches that the entry points have once WXT has found them, in a build and in `npm run dev` alike. */
async function matchesOf(type: string, mode: string): Promise<unknown> {
  const entrypoint = { type, options: { matches: [] } };
  await hooks['entrypoints:resolved']({ config: { mode } }, [entrypoint]);
  return entrypoint.options.matches;
}

describe('the content script', () => {
  it('runs on the listed sites, and on loopback for tests alone', async () => {
    expect(await matchesOf('content-script', 'development')).toEqual(sitePatterns());
    expect(await matchesOf('content-script', 'production')).toEqual(sitePatterns());
    expect(await matchesOf('content-script', 'e2e')).toEqual([
      ...sitePatterns(),
      'http://127.0.0.1/*',
      'http://localhost/*',
    ]);
    expect(await matchesOf('unlisted-script', 'development')).toEqual([]);
  });
});
