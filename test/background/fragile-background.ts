/** The background in a browser made of a few lines, which ends it at any call that it makes. */
import { AsyncLocalStorage } from 'node:async_hooks';

const never = new Promise<never>(() => undefined);

/** One life of the background, from being woken to being ended. */
export class Life {
  calls = 0;
  dead = false;
  readonly death: Promise<void>;
  #die!: () => void;

  /** @param dieAt the call, counted from 1, that it does not survive. @param late the call has its effect, but no answer. */
  constructor(
    readonly dieAt = Number.POSITIVE_INFINITY,
    readonly late = false,
  ) {
    this.death = new Promise((done) => {
      this.#die = done;
    });
  }

  /** Makes a call of the browser, unless that is the end. */
  call<T>(work: () => T): Promise<T> {
    if (this.dead) return never;
    this.calls += 1;
    if (this.calls < this.dieAt) return Promise.resolve().then(work);
    if (this.late) work();
    this.dead = true;
    this.#die();
    return never;
  }
}

const lives = new AsyncLocalStorage<Life>();
type Listener = (...args: never[]) => unknown;
const listeners = new Map<string, Listener[]>();

/** All that storage holds, by area and key. */
export const stored: Record<'local' | 'session', Record<string, unknown>> = { local: {}, session: {} };
/** What the page in front answers to a message. */
export const page = { answer: undefined as unknown };

const pick = (area: Record<string, unknown>, keys: string | string[] | null) =>
  structuredClone(
    Object.fromEntries(Object.entries(area).filter(([key]) => keys === null || [keys].flat().includes(key))),
  );
const area = (name: 'local' | 'session') => ({
  get: (keys: string | string[] | null) => pick(stored[name], keys),
  set: (items: Record<string, unknown>) => void Object.assign(stored[name], structuredClone(items)),
  remove: (keys: string | string[]) => {
    for (const key of [keys].flat()) delete stored[name][key];
  },
});

const known: Record<string, Record<string, unknown>> = {
  'storage.local': area('local'),
  'storage.session': area('session'),
  tabs: { sendMessage: () => page.answer, query: () => [] },
  action: { getTitle: () => 'Peel' },
};
const plain: Record<string, unknown> = {
  'runtime.id': 'peel',
  'runtime.getURL': (path: string) => `peel:/${path}`,
  // Answers at once, and asks nobody.
  'i18n.getMessage': (key: string) => key,
};

/** Whatever is asked of it: events take listeners, everything else is a call that may be the last. */
function node(path: string): unknown {
  if (Object.hasOwn(plain, path)) return plain[path];
  const name = path.slice(path.lastIndexOf('.') + 1);
  if (/^on[A-Z]/.test(name))
    return {
      addListener: (listener: Listener) => listeners.set(path, [...(listeners.get(path) ?? []), listener]),
      removeListener: () => undefined,
    };
  const call = (...args: unknown[]) => {
    const own = known[path.slice(0, path.lastIndexOf('.'))]?.[name] as ((...args: unknown[]) => unknown) | undefined;
    const work = () => own?.(...args);
    const life = lives.getStore();
    return life ? life.call(work) : Promise.resolve(work());
  };
  return new Proxy(call, {
    get: (_, key) => (typeof key === 'string' && key !== 'then' ? node(path ? `${path}.${key}` : key) : undefined),
  });
}
export const browser = node('');

/** Hands `args` to the listeners of an event, in one life of the background; resolves to the first answer. */
export async function fire(life: Life, event: string, ...args: unknown[]): Promise<unknown> {
  const answers = (listeners.get(event) ?? []).map((listener) =>
    lives.run(life, () => (listener as (...args: unknown[]) => unknown)(...args)),
  );
  return answers.find((answer) => answer !== undefined);
}

/** A port to the background: what the page holds of it. It hangs up when that life ends. */
export function connect(life: Life, name: string) {
  const toPage: ((message: unknown) => void)[] = [];
  const toBackground: ((message: unknown) => void)[] = [];
  const ends: (() => void)[] = [];
  const far = {
    name,
    sender: { id: 'peel', tab: { id: 7, incognito: false, url: 'https://courier.example/1' }, frameId: 0 },
    onMessage: { addListener: (listener: (message: unknown) => void) => toBackground.push(listener) },
    onDisconnect: { addListener: () => undefined },
    postMessage: (message: unknown) => {
      // Posting a message is a call, too: the background may end right before it or right behind it.
      void life.call(() => {
        for (const listener of toPage) listener(message);
      });
    },
  };
  void fire(life, 'runtime.onConnect', far);
  void life.death.then(() => {
    for (const listener of ends) listener();
  });
  return {
    postMessage: (message: unknown) => {
      for (const listener of toBackground) void lives.run(life, () => listener(structuredClone(message)));
    },
    disconnect: () => undefined,
    onMessage: { addListener: (listener: (message: unknown) => void) => toPage.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => ends.push(listener) },
  };
}
