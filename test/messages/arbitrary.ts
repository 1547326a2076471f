/** Any value that a schema takes, made from the schema itself: a new message is tried without anybody thinking of it. */
import type * as v from 'valibot';
import { wrongMark } from '@/lib/messages/data';
import fc from '../property';

/** As much of a valibot schema, or of a step of its pipe, as is read here. */
interface Part {
  type: string;
  kind: string;
  requirement?: unknown;
  pipe?: Part[];
  entries?: Record<string, Part>;
  item?: Part;
  wrapped?: Part;
  key?: Part;
  value?: Part;
  options?: readonly Part[] | readonly unknown[];
  literal?: unknown;
}

/** Firefox hands on what Chrome cannot; what both can is text and finite numbers. */
const numbers = fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n));

function numberOf(steps: Part[]): fc.Arbitrary<unknown> {
  const limit = (type: string) => steps.find((step) => step.type === type)?.requirement as number | undefined;
  const [min, max] = [limit('min_value'), limit('max_value')];
  if (steps.some(({ type }) => type === 'safe_integer')) return fc.nat({ max: max ?? Number.MAX_SAFE_INTEGER });
  if (max !== undefined) return fc.double({ min: min ?? 0, max, noNaN: true }).map((n) => n + 0);
  const above = limit('gt_value');
  return above === undefined ? numbers : numbers.map((n) => Math.abs(n) + above + 1);
}

function stringOf(steps: Part[]): fc.Arbitrary<unknown> {
  if (steps.some(({ type }) => type === 'iso_timestamp'))
    return fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString());
  if (steps.some(({ type }) => type === 'regex'))
    return fc.base64String().map((bytes) => `data:image/png;base64,${bytes}`);
  return fc.string({ unit: 'grapheme' });
}

const marks = fc
  .record({ title: fc.string(), before: fc.string(), words: fc.string({ minLength: 1 }), after: fc.string() })
  .map(({ title, before, words, after }) => ({
    title,
    text: `${before}${words}${after}`,
    start: before.length,
    end: before.length + words.length,
    kind: 'launch',
  }));

function of(part: Part): fc.Arbitrary<unknown> {
  if (part === (wrongMark as unknown)) return marks;
  const steps = part.pipe?.slice(1) ?? [];
  const most = steps.find(({ type }) => type === 'max_length')?.requirement as number | undefined;
  switch (part.type) {
    case 'string':
      return stringOf(steps);
    case 'number':
      return numberOf(steps);
    case 'boolean':
      return fc.boolean();
    case 'literal':
      return fc.constant(part.literal);
    case 'picklist':
      return fc.constantFrom(...(part.options as unknown[]));
    case 'nullable':
      return fc.option(of(part.wrapped as Part), { freq: 3 });
    case 'array':
      return fc.array(of(part.item as Part), { maxLength: Math.min(most ?? 3, 3) });
    case 'record':
      return fc.dictionary(of(part.key as Part) as fc.Arbitrary<string>, of(part.value as Part), { maxKeys: 3 });
    case 'union':
    case 'variant':
      return fc.oneof(...(part.options as Part[]).map(of));
    case 'object': {
      const entries = Object.entries(part.entries ?? {});
      const required = entries.filter(([, { type }]) => type !== 'optional').map(([key]) => key);
      const all = entries.map(([key, entry]) => [key, of(entry.type === 'optional' ? (entry.wrapped as Part) : entry)]);
      return fc.record(Object.fromEntries(all), { requiredKeys: required as never });
    }
    default:
      throw new Error(`no values are known for ${part.type}`);
  }
}

/** Values that `schema` takes. @throws Error where it holds a kind of schema that nobody has used yet. */
export const valuesOf = <S extends v.GenericSchema>(schema: S): fc.Arbitrary<v.InferOutput<S>> =>
  of(schema as unknown as Part) as fc.Arbitrary<v.InferOutput<S>>;

/** Anything that a program can hold. */
export const junk = fc.anything({
  maxDepth: 3,
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
});

/** `good` with any one of its parts replaced by anything, and the path of that part. */
export const spoilt = (good: fc.Arbitrary<object>): fc.Arbitrary<{ value: object; path: string[] }> =>
  fc.tuple(good, fc.nat(), junk).map(([whole, n, wrong]) => {
    const value = structuredClone(whole);
    const places: string[][] = [];
    const visit = (at: unknown, path: string[]) => {
      if (path.length > 0) places.push(path);
      if (typeof at === 'object' && at !== null)
        for (const [key, inner] of Object.entries(at)) visit(inner, [...path, key]);
    };
    visit(value, []);
    const path = places[n % places.length] ?? [];
    const holder = path.slice(0, -1).reduce<object>((at, key) => Reflect.get(at, key) as object, value);
    Reflect.set(holder, path.at(-1) ?? '', wrong);
    return { value, path };
  });
