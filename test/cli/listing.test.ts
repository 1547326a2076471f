import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '@/lib/cli/build';
import {
  type Asking,
  contradictions,
  FORMS,
  formOf,
  longWords,
  misfits,
  parseListing,
  rowsOf,
  STORE_NAMES,
  unjustified,
  worded,
} from '@/lib/cli/store/listing';
import { sitePatterns } from '@/lib/sites/sites';

const listing = parseListing(readFileSync(join(ROOT, 'lib/cli/store/listing.md'), 'utf8'));
const privacy = readFileSync(join(ROOT, 'PRIVACY.md'), 'utf8');
const changed = (heading: string, text: string) => new Map([...listing, [heading, text]]);
const manifest: Asking = {
  name: listing.get('Name') ?? '',
  description: listing.get('Summary') ?? '',
  permissions: ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage'],
  host_permissions: sitePatterns(),
  optional_host_permissions: ['https://*/*', 'http://*/*'],
};

describe.each(STORE_NAMES)('the texts for %s', (store) => {
  it('are there and fit', () => {
    expect(misfits(listing, store)).toEqual([]);
  });

  it('fill in its form', () => {
    const form = formOf(listing, store, [...sitePatterns(), 'http://*/*']);
    for (const { label } of FORMS[store].fields) expect(form).toContain(`## ${label}`);
    expect(form).toContain('- `https://techcrunch.com/*`: TechCrunch: publishes news');
    expect(form).toContain('- `http://*/*`: optional');
    expect(form).not.toContain('undefined');
    expect(form.includes('### sidePanel')).toBe(store !== 'firefox');
  });

  it('are found too long, or missing', () => {
    expect(misfits(changed('Summary', 'x'.repeat(251)), store)).toHaveLength(1);
    expect(misfits(changed('Name', ''), store)).toHaveLength(1);
    expect(misfits(changed('Permissions', `| \`storage\` | ${'x'.repeat(1001)} |`), store)).toHaveLength(1);
  });
});

describe('the justifications', () => {
  it('are one for each thing asked for, and no more', () => {
    expect(unjustified(listing, [manifest])).toEqual([]);
  });

  it.each<[string, Asking, RegExp]>([
    [
      'a new permission',
      { ...manifest, permissions: [...manifest.permissions!, 'history'] },
      /do not justify .* history/,
    ],
    ['one that went', { ...manifest, permissions: manifest.permissions!.slice(1) }, /activeTab, which no package/],
    ['a site that is not listed', { ...manifest, host_permissions: ['https://else.example/*'] }, /else\.example/],
    ['more sites to ask for', { ...manifest, optional_host_permissions: ['<all_urls>'] }, /all_urls/],
    ['another description', { ...manifest, description: 'x' }, /the description in the package is “x”/],
  ])('notice %s', (_, asking, problem) => {
    expect(unjustified(listing, [asking]).join('\n')).toMatch(problem);
  });

  it('are compared with a package in the words of a language', () => {
    const messages = { name: { message: 'Peel' }, description: { message: 'x'.repeat(133) } };
    const asking = worded({ ...manifest, name: '__MSG_name__', description: '__MSG_description__' }, messages);
    expect(asking.name).toBe('Peel');
    expect(longWords('de', asking)).toEqual(['de: the description has 133 characters']);
    expect(longWords('en', manifest)).toEqual([]);
    expect(worded({ name: '__MSG_other__' }, messages).name).toBe('__MSG_other__');
  });

  it('name the permissions that PRIVACY.md explains', () => {
    const said = [...rowsOf(privacy).keys()];
    const permissions = [...rowsOf(listing.get('Permissions') ?? '').keys()];
    for (const name of permissions.filter((one) => !/host_permissions$/.test(one))) expect(said).toContain(name);
  });
});

describe('what the stores are told of privacy', () => {
  it('is what PRIVACY.md says', () => {
    expect(contradictions(listing, privacy)).toEqual([]);
  });

  it.each([
    [changed('Data use', '> Nothing is stored.'), 'PRIVACY.md does not say “Nothing is stored.”'],
    [changed('Data use', 'No box is ticked.'), 'the texts quote nothing'],
    [changed('Summary', 'Nothing is ever sent.'), 'Summary promises too much'],
    [changed('Description', 'It is safe.'), 'does not name the browser’s sync'],
  ])('is found out where it is more: %#', (texts, problem) => {
    expect(contradictions(texts, privacy).join('\n')).toContain(problem);
  });
});
