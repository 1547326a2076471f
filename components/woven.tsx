/** Messages that hold more than words. */
import { type ComponentChild, Fragment } from 'preact';

/** Stands where an element goes; a message holds no such character. */
const HERE = '\uE000';

/**
 * A message with elements in it: `woven((site) => t('dial_own', { site }), <b>example.com</b>)`.
 * @param say is given one stand-in for each element, in their order, and puts them where the language wants them.
 */
export function woven(say: (...holes: string[]) => string, ...elements: ComponentChild[]): ComponentChild {
  const holes = elements.map((_, i) => `${HERE}${i}${HERE}`);
  return say(...holes)
    .split(HERE)
    .map((part, i) => <Fragment key={i}>{i % 2 === 0 ? part : elements[Number(part)]}</Fragment>);
}
