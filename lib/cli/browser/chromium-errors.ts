/** What goes wrong in Chromium while it is driven: in pages, content scripts, popup and background. */
import type { Browser, CDPSession, Target } from 'puppeteer-core';

/** Collects what goes wrong in one target, whichever of its worlds it goes wrong in. */
async function listen(target: Target, errors: string[]): Promise<CDPSession> {
  const session = await target.createCDPSession();
  const where = () => `${target.type()} ${target.url()}`;
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    errors.push(`${where()}: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`);
  });
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
    errors.push(`${where()}: console.${type} ${args.map((arg) => arg.value ?? arg.description).join(' ')}`);
  });
  session.on('Log.entryAdded', ({ entry }) => {
    if (entry.level === 'error') errors.push(`${where()}: ${entry.source} ${entry.text} ${entry.url ?? ''}`);
  });
  await session.send('Runtime.enable');
  await session.send('Log.enable');
  return session;
}

/** Listens to every target of a browser from its first moment on. */
export class ErrorLog {
  readonly errors: string[] = [];
  readonly #beginning = new Set<Promise<void>>();
  readonly #atWorkers = new Set<CDPSession>();

  constructor(browser: Browser) {
    browser.on('targetcreated', (target: Target) => this.#watch(target));
  }

  #watch(target: Target): void {
    if (!['page', 'service_worker', 'background_page'].includes(target.type())) return;
    // A target may be gone before it can be listened to.
    const job = listen(target, this.errors).then(
      (session) => {
        if (target.type() === 'service_worker') this.#atWorkers.add(session);
      },
      () => {},
    );
    this.#beginning.add(job);
    void job.then(() => this.#beginning.delete(job));
  }

  /** Settles once every target that is there is listened to. */
  async ready(): Promise<void> {
    await Promise.all(this.#beginning);
  }

  /** Lets go of the workers: one with a debugger attached never ends. */
  async letWorkersGo(): Promise<void> {
    await this.ready();
    for (const session of this.#atWorkers) await session.detach().catch(() => {});
    this.#atWorkers.clear();
  }
}
