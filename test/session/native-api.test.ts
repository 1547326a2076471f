import { describe, expect, it } from 'vitest';
import { apiOf } from '@/lib/session/native-api';

type World = Parameters<typeof apiOf>[0];
const api = (name: string) => ({ name }) as unknown as NonNullable<World['browser']>;

/** A global object as a page's scripts see it: elements with an id answer to it, behind the global's own. */
const worldOver = (elements: object, own: World): World => Object.assign(Object.create(elements), own);

describe('the browser’s API', () => {
  it('is `browser` where there is one, else `chrome`', () => {
    expect(apiOf({ browser: api('one'), chrome: api('other') })).toEqual({ name: 'one' });
    expect(apiOf({ chrome: api('other') })).toEqual({ name: 'other' });
  });

  it('is never an element of the page', () => {
    const elements = { browser: { id: 'browser' }, chrome: { id: 'chrome' } };
    expect(apiOf(worldOver(elements, { chrome: api('own') }))).toEqual({ name: 'own' });
    expect(apiOf(worldOver(elements, { browser: api('own'), chrome: api('other') }))).toEqual({ name: 'own' });
  });
});
