/**
 * What the build takes out of the bundles, and what it puts in its place. A change that no longer finds what it changes
 * fails the build: otherwise a new version of a package would bring back, without a word, what was left out.
 */
import type { Plugin } from 'vite';

const slashed = (id: string) => id.replaceAll('\\', '/');

/** Preact's one writer of HTML text. */
const INNER_HTML =
  /(\w+)\|\|(\w+)&&\((\w+)\.__html==\2\.__html\|\|\3\.__html==(\w+)\.innerHTML\)\|\|\(\4\.innerHTML=\3\.__html\),/;

/**
 * Peel never sets dangerouslySetInnerHTML; with the branch taken out, nothing in the bundle can turn text into live HTML,
 * which is what Mozilla's linter asks for.
 */
function preactWithoutInnerHtml(): Plugin {
  return {
    name: 'peel:preact-without-inner-html',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.mjs(\?|$)/.test(slashed(id))) return null;
      if (!INNER_HTML.test(code))
        this.error('Preact changed: look for innerHTML in dist/preact.mjs and mend this plugin.');
      return { code: code.replace(INNER_HTML, ''), map: null };
    },
    buildEnd(error) {
      const strange = [...this.getModuleIds()].find((id) =>
        /\/preact\/(?:src\/|dist\/preact\.(?!mjs))/.test(slashed(id)),
      );
      if (!error && strange) this.error(`Preact is bundled from ${strange}, which this plugin does not know.`);
    },
  };
}

/**
 * Of compromise, Peel tags, sweeps and reads terms. What prints, joins, rewrites and looks up is left out of the bundle:
 * parts of `compromise/src`, and what stands in for each. A test reads with and without and compares.
 */
export const COMPROMISE_UNUSED: Readonly<Record<string, string>> = {
  '1-one/output/plugin': 'export default { methods: { one: { debug: {} } } };',
  '1-one/change/api/index': 'export default () => {};',
  '1-one/match/api/join': 'export default {};',
  '1-one/match/api/lookaround': 'export default {};',
  '1-one/match/api/split': 'export default {};',
  '1-one/pointers/api/index': 'export default () => {};',
  '1-one/lookup/plugin': 'export default {};',
  '1-one/typeahead/plugin': 'export default {};',
  '2-two/contraction-two/api/index': 'export default () => {};',
  '2-two/lazy/plugin': 'export default {};',
  '2-two/swap/plugin': 'export default {};',
};

/** @param unused parts to leave out, and what stands in for them; every one must be there wherever compromise is. */
export function compromiseReadOnly(unused = COMPROMISE_UNUSED): Plugin {
  const seen = new Set<string>();
  return {
    name: 'peel:compromise-read-only',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const part = /\/compromise\/src\/(.+)\.js$/.exec(slashed(id))?.[1];
      if (!part || !Object.hasOwn(unused, part)) return null;
      seen.add(part);
      return unused[part] ?? null;
    },
    buildEnd(error) {
      const there = [...this.getModuleIds()].some((id) => /\/node_modules\/compromise\//.test(slashed(id)));
      const missing = Object.keys(unused).filter((part) => !seen.has(part));
      if (!error && there && missing.length > 0)
        this.error(`compromise changed: it has no ${missing.join(', ')} to leave out. Mend the list in trim.ts.`);
    },
  };
}

/**
 * The sentences that a kind's file carries are for its tests; no reader needs them, and they would be a thirtieth of the
 * package.
 */
export function kindsWithoutExamples(): Plugin {
  return {
    name: 'peel:kinds-without-examples',
    apply: 'build',
    transform(code, id) {
      const name = /\/lib\/claims\/kinds\/([\w-]+)\.ts$/.exec(slashed(id))?.[1];
      if (!name || name === 'index' || name === 'spec') return null;
      const cuts = examplesIn(this.parse(code)).toReversed();
      if (cuts.length !== 2)
        this.error(`The kind ${name} has no lists named hits and misses for the build to leave out.`);
      return {
        code: cuts.reduce((left, [start, end]) => `${left.slice(0, start)}[]${left.slice(end)}`, code),
        map: null,
      };
    },
  };
}

/** Where the lists named hits and misses stand in a module that exports one object literal. */
function examplesIn(program: { body: readonly unknown[] }): [number, number][] {
  const found: [number, number][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, key, value } = node as {
      type?: string;
      key?: { name?: string };
      value?: { type?: string; start: number; end: number };
    };
    if (type === 'Property' && /^(?:hits|misses)$/.test(key?.name ?? '') && value?.type === 'ArrayExpression')
      found.push([value.start, value.end]);
    else for (const child of Object.values(node)) visit(child);
  };
  visit(program.body);
  return found;
}

/** Puts the module `native` in the place of webextension-polyfill, and fails where some of that is bundled all the same. */
export function nativeApi(native: string): Plugin {
  return {
    name: 'peel:native-api',
    enforce: 'pre',
    resolveId: (id) => (/webextension-polyfill/.test(id) ? native : null),
    buildEnd(error) {
      const stray = [...this.getModuleIds()].find((id) => /\/node_modules\/webextension-polyfill\//.test(slashed(id)));
      if (!error && stray) this.error(`The polyfill is bundled where the browser's own API should be: ${stray}`);
    },
  };
}

/** Puts the class in `own` in the place of WXT's context of a content script, and fails where that is bundled all the same. */
export function ownContext(own: string): Plugin {
  let replaced = false;
  return {
    name: 'peel:own-context',
    enforce: 'pre',
    resolveId(id) {
      if (id !== 'wxt/utils/content-script-context') return null;
      replaced = true;
      return own;
    },
    buildEnd(error) {
      const stray = [...this.getModuleIds()].find((id) =>
        /\/wxt\/dist\/utils\/content-script-context/.test(slashed(id)),
      );
      if (!error && (stray || !replaced))
        this.error(
          `WXT changed: its context of a content script comes from ${stray ?? 'somewhere else'}. Mend this plugin.`,
        );
    },
  };
}

/** WXT's own logger, and its one line that uses it; what goes wrong is thrown on, and the browser reports it. */
const LOGGER = /\/\/#region src\/utils\/internal\/logger\.ts[\s\S]*?\/\/#endregion|logger\.error\(`.*`, err\);/g;

/** Leaves WXT's logger out of content scripts: it prints nothing in a build that is shipped. */
export function withoutLogger(): Plugin {
  let left = false;
  return {
    name: 'peel:without-logger',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!/virtual:wxt-content-script-isolated-world-entrypoint/.test(id)) return null;
      left = code.match(LOGGER)?.length === 2;
      return { code: code.replace(LOGGER, ''), map: null };
    },
    buildEnd(error) {
      if (!error && !left)
        this.error('WXT changed: look for its logger in the entry of content scripts and mend this plugin.');
    },
  };
}

/** The plugins of every build. */
export const trims = (): Plugin[] => [preactWithoutInnerHtml(), compromiseReadOnly(), kindsWithoutExamples()];
