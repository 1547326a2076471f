import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ANNOUNCEMENT_KINDS, CLAIM_KINDS, type Kind } from '@/lib/model';
import {
  DENSITY_WORDS,
  defaultSettings,
  dropAside,
  forget,
  KIND_DEFINITIONS,
  KIND_WORDS,
  normalHost,
  type Settings,
  SITES,
  type Side,
  setAside,
  takenBack,
  withKind,
  withSite,
} from '@/lib/settings';
import { Amount } from '../popup/Amount';
import { Dial } from '../popup/Dial';
import { type Step, useSettings, useSlow } from '../popup/use-settings';

type Change = (step: Step, said: string) => void;

/** The last change, so that it can be taken back. */
interface Undo {
  said: string;
  back: Step;
}

/** Everything a reader can choose, saved at once and undone with one click. */
export function Options() {
  const { settings, trouble, problem, saving, change: save } = useSettings();
  const [undo, setUndo] = useState<Undo | null>(null);
  const [failure, setFailure] = useState('');
  const slow = useSlow(saving);
  const change: Change = useCallback(
    async (step, said) => {
      setFailure('');
      const done = await save(step);
      setUndo(done && { said, back: takenBack(done.before, done.after) });
    },
    [save],
  );
  const takeBack = async () => {
    if (undo && (await save(undo.back))) setUndo(null);
  };
  const reset = async () => {
    change(() => defaultSettings(), 'All choices are back to the defaults, and what you have seen is forgotten.');
    await forget().catch((error: Error) => setFailure(error.message));
  };
  if (!settings) return <main class="options" aria-busy="true" />;

  const wrong = failure || problem;
  return (
    <main class="options">
      <h1>Peel</h1>
      <p class="quiet">Everything here is kept on this machine, and nothing is ever sent anywhere.</p>
      {trouble && (
        <p class="trouble" role="alert">
          {trouble}
        </p>
      )}
      <Dial level={settings.level} onTurn={(level) => change((now) => ({ ...now, level }), 'The dial was turned.')} />
      <Amount
        density={settings.density}
        onTurn={(density) => change((now) => ({ ...now, density }), DENSITY_WORDS[density].promise)}
      />
      <Sites settings={settings} change={change} />
      <Kinds settings={settings} change={change} />
      <Looks settings={settings} change={change} />
      <Keys />
      <Section title="Start again">
        <p class="quiet">
          Puts every choice back to its default and forgets which jokes you have seen. The choices can be brought back
          with “Undo”; what was forgotten cannot.
        </p>
        <button type="button" class="button" onClick={reset}>
          Reset all choices
        </button>
      </Section>
      <Aside settings={settings} onFail={setFailure} />
      <div class={wrong || undo || slow ? 'said' : 'said idle'}>
        <span role="alert">{wrong}</span>
        <span role="status">{wrong ? '' : slow ? 'Saving…' : undo?.said}</span>
        {undo && (
          <button type="button" class="link" onClick={takeBack}>
            Undo
          </button>
        )}
      </div>
    </main>
  );
}

/** Settings that were damaged and set aside: shown so that nothing a reader chose is lost without a trace. */
function Aside({ settings, onFail }: { settings: Settings; onFail: (sentence: string) => void }) {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    void setAside().then(setText);
  }, [settings]);
  if (text === null) return null;
  const drop = () =>
    dropAside().then(
      () => setText(null),
      (error: Error) => onFail(error.message),
    );
  return (
    <Section title="Damaged settings">
      <p class="quiet">Some of your settings could not be read. This is what was stored in their place.</p>
      <pre>{text}</pre>
      <button type="button" class="button" onClick={drop}>
        Throw it away
      </button>
    </Section>
  );
}

function Section({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface Props {
  settings: Settings;
  change: Change;
}

function Sites({ settings, change }: Props) {
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const host = normalHost(typed.replace(/^https?:\/\//i, '').replace(/\/.*$/, ''));
    setWrong(host === null);
    if (host === null) return;
    setTyped('');
    change((now) => withSite(now, host, false), `Peel is off on ${host}.`);
  };
  return (
    <Section title="Sites">
      <h3>Switched off by you</h3>
      {settings.sitesOff.length === 0 && (
        <p class="quiet">None. The popup has a switch for the site in front of you.</p>
      )}
      <ul class="plain">
        {settings.sitesOff.map((host) => (
          <li key={host}>
            <span>{host}</span>
            <button
              type="button"
              class="link"
              onClick={() => change((now) => withSite(now, host, true), `Peel is on again on ${host}.`)}
            >
              Switch on again
            </button>
          </li>
        ))}
      </ul>
      <form onSubmit={add}>
        <label>
          <span>Switch Peel off on </span>
          <input
            type="text"
            value={typed}
            placeholder="example.com"
            aria-invalid={wrong}
            aria-describedby={wrong ? 'wrong-site' : undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        </label>{' '}
        <button type="submit" class="button" disabled={typed.trim() === ''}>
          Add
        </button>
        {wrong && (
          <p id="wrong-site" role="alert">
            That is not a site's address. Try something like example.com.
          </p>
        )}
      </form>
      <details>
        <summary>The {SITES.length} sites that Peel reads by itself</summary>
        <p class="quiet">Anywhere else, press the toolbar button and choose “Peel this page”.</p>
        <ul class="columns">
          {SITES.map((site) => (
            <li key={site.host}>
              {site.name} <span class="quiet">{site.host}</span>
            </li>
          ))}
        </ul>
      </details>
    </Section>
  );
}

function Kinds({ settings, change }: Props) {
  return (
    <Section title="What is marked">
      <p class="quiet">What you untick is neither underlined nor annotated.</p>
      <h3>Claims: something said to the credit of an AI or its maker</h3>
      <KindList kinds={CLAIM_KINDS} settings={settings} change={change} />
      <h3>Announcements: what a company does about AI, told as news</h3>
      <KindList kinds={ANNOUNCEMENT_KINDS} settings={settings} change={change} />
    </Section>
  );
}

function KindList({ kinds, settings, change }: Props & { kinds: readonly Kind[] }) {
  return (
    <ul class="columns checks">
      {kinds.map((kind) => (
        <li key={kind}>
          <label>
            <input
              type="checkbox"
              checked={!settings.kindsOff.includes(kind)}
              aria-describedby={`kind-${kind}`}
              onChange={(event) => {
                const on = event.currentTarget.checked;
                change(
                  (now) => withKind(now, kind, on),
                  `“${KIND_WORDS[kind]}” is ${on ? 'shown again' : 'no longer shown'}.`,
                );
              }}
            />{' '}
            {KIND_WORDS[kind]}
          </label>
          <p id={`kind-${kind}`} class="quiet">
            {KIND_DEFINITIONS[kind]}
          </p>
        </li>
      ))}
    </ul>
  );
}

const SIDES: Record<Side, string> = { auto: 'Where there is more room', left: 'Left', right: 'Right' };

function Looks({ settings, change }: Props) {
  return (
    <Section title="On the page">
      <label class="row">
        <span>Notes stand</span>
        <select
          value={settings.side}
          onChange={(event) => {
            const side = event.currentTarget.value as Side;
            change((now) => ({ ...now, side }), 'The notes have moved.');
          }}
        >
          {(Object.keys(SIDES) as Side[]).map((side) => (
            <option key={side} value={side}>
              {SIDES[side]}
            </option>
          ))}
        </select>
      </label>
      <label class="row">
        <span>Count on the toolbar button</span>
        <input
          type="checkbox"
          checked={settings.badge}
          onChange={(event) => {
            const badge = event.currentTarget.checked;
            change((now) => ({ ...now, badge }), `The count is ${badge ? 'on' : 'off'}.`);
          }}
        />
      </label>
      <label class="row">
        <span>Print the notes under the page</span>
        <input
          type="checkbox"
          checked={settings.print}
          onChange={(event) => {
            const print = event.currentTarget.checked;
            change(
              (now) => ({ ...now, print }),
              print ? 'Notes are printed.' : 'Pages print as if Peel were not there.',
            );
          }}
        />
      </label>
    </Section>
  );
}

/** "Alt+Shift+Period" with the signs that stand on the keys. */
const keysAsPrinted = (shortcut: string) =>
  shortcut.replace(/\b(Comma|Period)\b/, (name) => (name === 'Comma' ? ',' : '.'));

function Keys() {
  const [keys, setKeys] = useState<{ name: string; description: string; shortcut: string }[]>([]);
  useEffect(() => {
    const list = async () => {
      const all = await browser.commands.getAll();
      setKeys(
        all.map(({ name = '', description, shortcut = '' }) => ({
          name,
          description: description || 'Open the popup',
          shortcut,
        })),
      );
    };
    list().catch(() => undefined);
  }, []);
  return (
    <Section title="Keys">
      <ul class="plain">
        {keys.map(({ name, description, shortcut }) => (
          <li key={name}>
            <span>{description}</span>
            {shortcut ? <kbd>{keysAsPrinted(shortcut)}</kbd> : <span class="quiet">none</span>}
          </li>
        ))}
      </ul>
      <p class="quiet">
        To change them: in Chrome, open <code>chrome://extensions/shortcuts</code>; in Firefox, open{' '}
        <code>about:addons</code>, the gear, “Manage Extension Shortcuts”.
      </p>
    </Section>
  );
}
