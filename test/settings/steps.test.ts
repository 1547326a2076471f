import { describe, expect, it } from 'vitest';
import { DENSITIES, KINDS, LEVELS } from '@/lib/model';
import {
  damagedFields,
  defaultSettings,
  parseSettings,
  type Settings,
  storedForm,
  takenBack,
  withKind,
  withSite,
} from '@/lib/settings/settings';
import fc from '../property';

/** One thing that a reader, or a page on a reader's word, does to the settings. */
const step: fc.Arbitrary<(settings: Settings) => Settings> = fc.oneof(
  fc
    .tuple(
      fc.oneof(
        fc.webUrl().map((url) => new URL(url).hostname),
        fc.string(),
      ),
      fc.boolean(),
    )
    .map(
      ([host, on]) =>
        (settings: Settings) =>
          withSite(settings, host, on),
    ),
  fc.tuple(fc.constantFrom(...KINDS), fc.boolean()).map(
    ([kind, on]) =>
      (settings: Settings) =>
        withKind(settings, kind, on),
  ),
  fc.constantFrom(...LEVELS).map((level) => (settings: Settings) => ({ ...settings, level })),
  fc.constantFrom(...DENSITIES).map((density) => (settings: Settings) => ({ ...settings, density })),
  fc.boolean().map((enabled) => (settings: Settings) => ({ ...settings, enabled })),
);
const outcome = (steps: ((settings: Settings) => Settings)[]) =>
  steps.reduce((settings, change) => change(settings), defaultSettings());

describe('settings after any steps', () => {
  it('are stored and read again as they were', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const settings = outcome(steps);
        const stored = structuredClone(storedForm(settings));
        expect(parseSettings(stored)).toEqual(settings);
        expect(damagedFields(stored)).toEqual([]);
      }),
    );
  });

  it('are as before when the last step is taken back', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), step, (steps, last) => {
        const before = outcome(steps);
        const done = last(before);
        const back = takenBack(before, done)(done);
        expect({ ...back, kindsOff: [...back.kindsOff].sort() }).toEqual({
          ...before,
          kindsOff: [...before.kindsOff].sort(),
        });
      }),
    );
  });

  it('stand by themselves when one field of what is stored is rubbish', () => {
    const fields = Object.keys(defaultSettings()) as (keyof Settings)[];
    fc.assert(
      fc.property(
        fc.array(step, { maxLength: 10 }),
        fc.constantFrom(...fields),
        fc.anything(),
        (steps, field, rubbish) => {
          const settings = outcome(steps);
          const read = parseSettings({ ...storedForm(settings), [field]: rubbish });
          for (const other of fields) if (other !== field) expect(read[other]).toEqual(settings[other]);
        },
      ),
    );
  });
});
