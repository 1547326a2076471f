import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { Refusal } from '@/lib/messages/check';
import { loadChoices, parseChoices, saveChoices } from '@/lib/share/choices';
import { checkJob, dropJob, loadJob, type ShareJob, saveJob } from '@/lib/share/job';
import { statusFixture } from '../status-fixture';

/** The smallest PNG: one transparent pixel. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

describe('what is kept', () => {
  beforeEach(() => fakeBrowser.reset());
  const job = (): ShareJob => ({
    version: 1,
    made: '2026-11-23T12:00:00Z',
    tabId: 3,
    status: statusFixture(),
    index: null,
    view: { dataUrl: PIXEL, dpr: 1, width: 1, height: 1 },
  });
  const idOf = (address: string) => address.split('#')[1] ?? '';

  it('is the last choice, and defaults for what does not fit', async () => {
    const chosen = { picture: 'bingo', format: 'story', tone: 'dark', question: false, receipt: true } as const;
    await saveChoices(chosen);
    expect(await loadChoices()).toEqual(chosen);
    for (const rubbish of [null, 7, 'x', [], { picture: 'toString', format: 'toString', tone: 1 }])
      expect(parseChoices(rubbish)).toEqual({
        picture: 'view',
        format: 'wide',
        tone: 'light',
        question: true,
        receipt: true,
      });
  });

  it('survives a storage that refuses', async () => {
    vi.spyOn(browser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    vi.spyOn(browser.storage.local, 'get').mockRejectedValueOnce(new Error('gone') as never);
    await saveChoices(parseChoices(null));
    expect(await loadChoices()).toEqual(parseChoices(null));
  });

  it('hands a job over once and forgets it', async () => {
    const id = idOf(await saveJob(job()));
    expect(await loadJob(id)).toEqual(job());
    await dropJob(id);
    expect(await loadJob(id)).toBeNull();
    expect(await loadJob('')).toBeNull();
  });

  it('squeezes a view for which there is no room, and says so', async () => {
    const large = { dataUrl: `${PIXEL.slice(0, -2)}${'A'.repeat(400)}`, dpr: 1, width: 1, height: 1 };
    const small = new Blob(['small'], { type: 'image/webp' });
    vi.stubGlobal('createImageBitmap', async () => ({ width: 1, height: 1, close: () => undefined }));
    vi.stubGlobal(
      'OffscreenCanvas',
      class {
        getContext = () => ({ drawImage: () => undefined });
        convertToBlob = async () => small;
      },
    );
    vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
    const kept = await loadJob(idOf(await saveJob({ ...job(), view: large })));
    expect([kept?.view?.dataUrl, kept?.notices]).toEqual([
      `data:image/webp;base64,${btoa('small')}`,
      ['view-compressed'],
    ]);
    vi.unstubAllGlobals();
  });

  it('leaves the view out, and says so, where there is no room for it', async () => {
    const set = vi.spyOn(browser.storage.session, 'set').mockRejectedValueOnce(new Error('quota'));
    const kept = await loadJob(idOf(await saveJob(job())));
    expect([kept?.view, kept?.notices]).toEqual([null, ['view-left-out']]);
    // What the job says already stands.
    set.mockRejectedValueOnce(new Error('quota'));
    const both = await loadJob(idOf(await saveJob({ ...job(), notices: ['nothing-selected'] })));
    expect(both?.notices).toEqual(['nothing-selected', 'view-left-out']);
    set.mockRejectedValue(new Error('quota'));
    await expect(saveJob(job())).rejects.toThrow('no room left');
    set.mockRestore();
  });

  it('takes nothing else for a job', () => {
    expect(checkJob(job())).toEqual(job());
    const bad = [
      null,
      { ...job(), version: 2 },
      { ...job(), made: 'yesterday' },
      { ...job(), view: { dataUrl: 'https://x/', dpr: 1, width: 1, height: 1 } },
      { ...job(), view: { dataUrl: PIXEL, dpr: 0, width: 1, height: 1 } },
      { ...job(), status: null },
      { ...job(), status: { ...statusFixture(), claims: [{}] } },
      { ...job(), index: -1 },
    ];
    for (const one of bad) expect(() => checkJob(one), JSON.stringify(one)).toThrow(Refusal);
  });
});
