import { describe, expect, it, vi } from 'vitest';
import type { PageReport } from '@/lib/model';
import { askForReport, type Port } from '@/lib/session';
import { pageFixture } from '../page-fixture';

const page = pageFixture([], { address: 'https://example.com/a' });
const edition = { level: 'roast', notes: [], headline: null, end: null };
const report = {
  reading: { claims: [], score: 0, supported: 0 },
  room: 'open',
  roomReason: null,
  straight: [],
  editions: { straight: edition, eyebrow: edition, roast: edition, onion: edition },
} as unknown as PageReport;

/** A port whose other end does `act` with what it is sent. */
function portTo(act: (port: { answer(message: unknown): void; die(): void }, request: unknown) => void) {
  const messages: ((message: unknown) => void)[] = [];
  const ends: (() => void)[] = [];
  const disconnect = vi.fn();
  const port: Port = {
    postMessage: (request) =>
      act(
        {
          answer: (message) => {
            for (const listener of messages) listener(message);
          },
          die: () => {
            for (const listener of ends) listener();
          },
        },
        request,
      ),
    disconnect,
    onMessage: { addListener: (listener) => messages.push(listener) },
    onDisconnect: { addListener: (listener) => ends.push(listener) },
  };
  return { port, disconnect };
}

describe('askForReport', () => {
  it('resolves with the report of its own pass and hangs up', async () => {
    const { port, disconnect } = portTo((end, request) => {
      expect(request).toEqual({ type: 'read', pass: 3, page, bare: true, without: [] });
      end.answer({ type: 'report', pass: 2, report });
      end.answer('nonsense');
      end.answer({ type: 'report', pass: 3, report });
    });
    await expect(
      askForReport(() => port, { page, pass: 3, bare: true, without: [] }, new AbortController().signal),
    ).resolves.toMatchObject({ report });
    expect(disconnect).toHaveBeenCalled();
  });

  it('hands on what comes of the top of the page, as long as anybody waits, and resolves with the whole', async () => {
    let answer: (message: unknown) => void = () => undefined;
    const { port } = portTo((end) => (answer = end.answer));
    const stopped = new AbortController();
    const onOpening = vi.fn();
    const asked = { page, pass: 3, bare: true, opening: true, without: [] };
    const whole = askForReport(() => port, asked, stopped.signal, undefined, onOpening);
    answer({ type: 'opening', pass: 2, report });
    expect(onOpening).not.toHaveBeenCalled();
    answer({ type: 'opening', pass: 3, report });
    expect(onOpening).toHaveBeenCalledExactlyOnceWith({ type: 'opening', pass: 3, report });
    answer({ type: 'report', pass: 3, report });
    await expect(whole).resolves.toMatchObject({ type: 'report' });
    const other = askForReport(() => port, asked, stopped.signal, undefined, onOpening);
    stopped.abort();
    answer({ type: 'opening', pass: 3, report });
    await expect(other).rejects.toThrow('superseded');
    expect(onOpening).toHaveBeenCalledOnce();
  });

  it('asks once more when the background dies in mid-pass', async () => {
    const ports = [portTo((end) => end.die()), portTo((end) => end.answer({ type: 'report', pass: 1, report }))];
    const connect = vi.fn(() => ports[connect.mock.calls.length - 1]!.port);
    await expect(
      askForReport(connect, { page, pass: 1, bare: true, without: [] }, new AbortController().signal),
    ).resolves.toMatchObject({ report });
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('asks once more over a fresh port when the page comes back from the cache, and is not put off by it again', async () => {
    let comeBack = () => {};
    const back = () => new Promise<void>((resolve) => (comeBack = resolve));
    const restored = vi.fn(back);
    const answered = vi.fn();
    const lost = portTo(() => undefined);
    const ports = [
      lost,
      portTo((end) => answered.mockImplementation(() => end.answer({ type: 'report', pass: 1, report }))),
    ];
    const connect = vi.fn(() => ports[connect.mock.calls.length - 1]!.port);
    const { signal } = new AbortController();
    const asked = askForReport(connect, { page, pass: 1, bare: true, without: [] }, signal, restored);
    expect(restored).toHaveBeenCalledExactlyOnceWith(signal);
    expect(lost.disconnect).not.toHaveBeenCalled();
    comeBack();
    await vi.waitFor(() => expect(connect).toHaveBeenCalledTimes(2));
    expect(lost.disconnect).toHaveBeenCalled();
    answered();
    await expect(asked).resolves.toMatchObject({ report });
    expect(restored).toHaveBeenCalledTimes(1);
  });

  it('gives up after the second death, and says so', async () => {
    const connect = vi.fn(() => portTo((end) => end.die()).port);
    await expect(
      askForReport(connect, { page, pass: 1, bare: true, without: [] }, new AbortController().signal),
    ).rejects.toMatchObject({ reason: 'interrupted' });
    expect(connect).toHaveBeenCalledTimes(2);
  });

  it('passes on why reading failed, without asking again', async () => {
    const connect = vi.fn(() => portTo((end) => end.answer({ type: 'failed', pass: 1, reason: 'tripped' })).port);
    await expect(
      askForReport(connect, { page, pass: 1, bare: true, without: [] }, new AbortController().signal),
    ).rejects.toMatchObject({ reason: 'tripped' });
    expect(connect).toHaveBeenCalledTimes(1);
  });

  it('stops when superseded', async () => {
    const controller = new AbortController();
    const { port, disconnect } = portTo(() => controller.abort());
    await expect(
      askForReport(() => port, { page, pass: 1, bare: true, without: [] }, controller.signal),
    ).rejects.toThrow('superseded');
    expect(disconnect).toHaveBeenCalled();
  });
});
