// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { type Injected, leaveIn } from '@/lib/share/injected';

/** The global object of a page whose elements have these ids: each answers to its name until something is set over it. */
const worldOf = (...ids: string[]): Injected =>
  Object.create(Object.fromEntries(ids.map((id) => [id, document.createElement('i')])));

describe('what capture.js leaves', () => {
  it('is there on a page whose own elements have those names', async () => {
    const world = worldOf('peelCapture', 'peelPlaces');
    leaveIn(world, document);
    expect(world.peelPlaces?.(['Nothing is painted here.'], [])).toEqual({ href: document.URL, around: [null] });
    expect(world.peelCapture).toBeTypeOf('function');
  });

  it('stays when it is put there again', () => {
    const world = worldOf();
    leaveIn(world, document);
    const first = { ...world };
    leaveIn(world, document);
    expect({ ...world }).toEqual(first);
  });
});
