// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createCapturer } from '@/lib/share/capture-page';

const cancel = vi.fn();
const animate = vi.fn(() => ({ cancel }));

beforeEach(() => {
  document.body.innerHTML = '<div style="position: fixed">Subscribe!</div><p>Text.</p>';
  Element.prototype.animate = animate as never;
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined);
  vi.clearAllMocks();
});
afterEach(() => vi.restoreAllMocks());

it('hides what sticks to the window for as long as the picture is taken', async () => {
  const ask = createCapturer(document);
  await ask({ type: 'step', y: 0, pause: 0 });
  expect(animate).toHaveBeenCalledOnce();
  expect(cancel).not.toHaveBeenCalled();
  await ask({ type: 'end' });
  expect(cancel).toHaveBeenCalledOnce();
});

it('leaves nothing hidden where the end comes while a screen is made ready', async () => {
  const ask = createCapturer(document);
  const late = ask({ type: 'step', y: 0, pause: 0 });
  await ask({ type: 'end' });
  await late;
  expect(cancel).toHaveBeenCalledTimes(animate.mock.calls.length);
});

it('goes no further through the page once the end came, and stays where the reader was', async () => {
  const ask = createCapturer(document);
  const late = ask({ type: 'start' });
  await ask({ type: 'end' });
  const calls = vi.mocked(window.scrollTo).mock.calls.length;
  await late;
  expect(vi.mocked(window.scrollTo).mock.calls.length).toBe(calls);
});
