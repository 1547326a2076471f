/** The check of what arrives and of what is answered, in the background and in extension pages. */
import * as v from 'valibot';
import { MESSAGES } from './schema';

export type MessageName = keyof typeof MESSAGES;
export type MessageOf<Name extends MessageName> = v.InferOutput<(typeof MESSAGES)[Name]>;

/** Something is not what it should be. `place` says where in it: "report.reading.claims.0.kind"; empty for the whole of it. */
export class Refusal extends Error {
  override name = 'Refusal';

  constructor(
    readonly what: string,
    readonly place: string,
  ) {
    super(`not a good ${what}${place && `, at ${place}`}`);
  }
}

/**
 * `value`, which fits the schema; `what` is the word for it in a refusal.
 * @throws Refusal where it does not fit, and nothing else.
 */
export function fitting<S extends v.GenericSchema>(schema: S, value: unknown, what: string): v.InferOutput<S> {
  const found = v.safeParse(schema, value, { abortEarly: true });
  if (!found.success) throw new Refusal(what, v.getDotPath(found.issues[0]) ?? '');
  return value as v.InferOutput<S>;
}

/** `value`, which is the message or the answer that `name` says. @throws Refusal where it is not, and nothing else. */
export function check<Name extends MessageName>(name: Name, value: unknown): MessageOf<Name> {
  return fitting(MESSAGES[name], value, name) as MessageOf<Name>;
}

/** True if `value` is the message or the answer that `name` says. Never throws. */
export function is<Name extends MessageName>(name: Name, value: unknown): value is MessageOf<Name> {
  return v.is(MESSAGES[name], value);
}
