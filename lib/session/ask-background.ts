/** Asks the background to read a page, over a port that keeps it awake, and survives its death in mid-pass. */
import { type PageReason, READ_PORT, type ReadAnswer, type ReadRequest } from '../messages';
import { readAnswerOf } from '../messages/in-page';

/** The part of `runtime.Port` that is used here. */
export interface Port {
  postMessage(message: unknown): void;
  disconnect(): void;
  onMessage: { addListener(listener: (message: unknown) => void): void };
  onDisconnect: { addListener(listener: () => void): void };
}

type Report = Extract<ReadAnswer, { report: unknown }>;

/** The page was not read. */
export class ReadFailure extends Error {
  constructor(readonly reason: PageReason) {
    super(reason);
  }
}

/** A story of 800 sentences takes some twenty seconds on a slow machine; far beyond that something is wrong. */
const TIMEOUT_MS = 60_000;

function askOnce(
  connect: (name: string) => Port,
  request: ReadRequest,
  signal: AbortSignal,
  onOpening: ((answer: Report) => void) | undefined,
  restored?: Promise<void>,
): Promise<Report> {
  return new Promise((resolve, reject) => {
    const port = connect(READ_PORT);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      act();
      port.disconnect();
    };
    const fail = (reason: PageReason) => settle(() => reject(new ReadFailure(reason)));
    const interrupted = () => fail('interrupted');
    const onAbort = () => settle(() => reject(new DOMException('superseded', 'AbortError')));
    const timer = setTimeout(() => fail('slow'), TIMEOUT_MS);
    signal.addEventListener('abort', onAbort, { once: true });
    port.onMessage.addListener((message) => {
      const answer = readAnswerOf(message, request.pass);
      if (answer?.type === 'failed') fail(answer.reason);
      else if (answer?.type === 'report') settle(() => resolve(answer));
      else if (answer && !signal.aborted) onOpening?.(answer);
    });
    port.onDisconnect.addListener(interrupted);
    void restored?.then(interrupted);
    port.postMessage(request);
  });
}

/**
 * The background's answer with its report on a page; it brings the margin along where the page is `bare`.
 * @param connect opens a port by name; throws when the extension is gone.
 * @param restored settles when the page comes back from the back/forward cache, unless the signal aborts before.
 * @param onOpening gets what the top of a long page says, where the request asks for it, while the rest is being read.
 * @throws ReadFailure, or AbortError when `signal` aborts. A background that dies in mid-pass is
 *   asked once more: the browser may end it at any time. So is one whose answer the page may have missed in the cache.
 */
export async function askForReport(
  connect: (name: string) => Port,
  asked: Omit<ReadRequest, 'type'>,
  signal: AbortSignal,
  restored?: (signal: AbortSignal) => Promise<void>,
  onOpening?: (answer: Report) => void,
): Promise<Report> {
  const request: ReadRequest = { type: 'read', ...asked };
  try {
    return await askOnce(connect, request, signal, onOpening, restored?.(signal));
  } catch (error) {
    if (signal.aborted || !(error instanceof ReadFailure) || error.reason !== 'interrupted') throw error;
    return askOnce(connect, request, signal, onOpening);
  }
}
