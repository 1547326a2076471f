import { describe, expect, it } from 'vitest';
import { advice, findBrowser, type Machine, places } from '@/lib/cli/browser/find';

const machine = (platform: NodeJS.Platform, env: Machine['env'], programs: string[]): Machine => ({
  platform,
  env,
  runnable: (path) => programs.includes(path),
});

describe('finding browsers', () => {
  it('looks along PATH, best name first', () => {
    const linux = machine('linux', { PATH: '/opt/bin:/usr/bin' }, ['/usr/bin/google-chrome', '/usr/bin/firefox']);
    expect(findBrowser('chromium', linux)).toBe('/usr/bin/google-chrome');
    expect(findBrowser('firefox', linux)).toBe('/usr/bin/firefox');
  });

  it('takes Edge where there is nothing else', () => {
    expect(findBrowser('chromium', machine('linux', { PATH: '/usr/bin' }, ['/usr/bin/microsoft-edge']))).toBe(
      '/usr/bin/microsoft-edge',
    );
  });

  it('knows where macOS and Windows keep them', () => {
    const mac = '/Users/x/Applications/Firefox.app/Contents/MacOS/firefox';
    expect(findBrowser('firefox', machine('darwin', { HOME: '/Users/x' }, [mac]))).toBe(mac);
    const windows = 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe';
    expect(findBrowser('chromium', machine('win32', { PROGRAMFILES: 'C:\\Program Files' }, [windows]))).toBe(windows);
    expect(places('firefox', machine('win32', {}, []))).toEqual([]);
  });

  it('prefers what the environment names, and says so when that cannot run', () => {
    const env = { PATH: '/usr/bin', PEEL_FIREFOX: '/opt/nightly/firefox' };
    expect(findBrowser('firefox', machine('linux', env, ['/opt/nightly/firefox', '/usr/bin/firefox']))).toBe(
      '/opt/nightly/firefox',
    );
    expect(() => findBrowser('firefox', machine('linux', env, ['/usr/bin/firefox']))).toThrow(/PEEL_FIREFOX.*nightly/);
  });

  it('finds nothing on an empty machine, and says in one line what to install', () => {
    const bare = machine('linux', {}, []);
    expect(findBrowser('chromium', bare)).toBeNull();
    const line = advice(['chromium', 'firefox'], bare);
    expect(line).not.toContain('\n');
    expect(line).toMatch(/Chrome.*Firefox.*PEEL_CHROMIUM.*PEEL_FIREFOX/);
  });
});
