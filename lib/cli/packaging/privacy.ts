/** Compares what PRIVACY.md says with what the code stores and the manifests ask for. Pure functions over text. */

/** The names in the first column of the table under `heading` in a Markdown text. */
export function tableUnder(text: string, heading: string): string[] {
  const [, section = ''] = text.split(new RegExp(`^## ${heading}$`, 'm'));
  const own = section.split(/^## /m)[0] ?? '';
  return [...own.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name);
}

/** Keys of the browser's storage that a source file names: its constants, and prefixes of keys that are made, as "prefix:…". */
export function keysIn(source: string): string[] {
  const constants = [...source.matchAll(/\bconst (?:[A-Z]+_)*KEY = '([^']+)'/g)].map(([, key = '']) => key);
  const made = [...source.matchAll(/\bkeyOf = \(\w+: string\) => `([\w-]+:)\$\{/g)].map(
    ([, prefix = '']) => `${prefix}…`,
  );
  return [...constants, ...made];
}

/** Uses of storage in a source file that name a key on the spot, where `keysIn` would not find it. */
export function looseKeys(source: string): string[] {
  return [
    ...source.matchAll(/storage\.(?:local|session|sync)\s*\.(?:get|set|remove)\((?:\[?['"`]|\{ *['"`\w]+ *:)[^)]*\)/g),
    ...source.matchAll(/\b(?:storedAt|watchStored)\(\s*['"`][^)]*\)/g),
  ].map(([use]) => use);
}

/** Of the permissions that are explained, those that the build for `browser` has to ask for: Firefox knows no `sidePanel`. */
export function askedIn(browser: string, said: readonly string[]): string[] {
  return said.filter((name) => name !== 'sidePanel' || browser !== 'firefox');
}

/** What is wrong between a manifest and the table of permissions, one plain line each. Optional ones count, too. */
export function undeclared(
  manifest: { permissions?: string[]; optional_permissions?: string[] },
  said: readonly string[],
): string[] {
  const asked = [...(manifest.permissions ?? []), ...(manifest.optional_permissions ?? [])];
  return [
    ...asked.filter((name) => !said.includes(name)).map((name) => `PRIVACY.md does not say why ${name} is asked for`),
    ...said
      .filter((name) => !asked.includes(name))
      .map((name) => `PRIVACY.md explains ${name}, which is not asked for`),
  ];
}
