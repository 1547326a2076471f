/** What the reader chose last on the share page, kept in the browser's local storage. */
import { browser } from 'wxt/browser';
import { storedAt } from '../storage/local';
import type { Tone } from './colours';
import { FORMATS, type Format } from './frame';

const PICTURES = ['claim', 'view', 'article', 'bingo', 'verdict'] as const;
export type Picture = (typeof PICTURES)[number];

export interface Choices {
  picture: Picture;
  format: Format;
  tone: Tone;
  question: boolean;
  receipt: boolean;
}

const KEY = 'share-choices';
const DEFAULTS: Choices = { picture: 'view', format: 'wide', tone: 'light', question: true, receipt: true };

/** `value` as choices; whatever does not fit is the default. */
export function parseChoices(value: unknown): Choices {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof Choices, unknown>>;
  const { picture, format, tone, question, receipt } = given;
  return {
    picture: PICTURES.find((one) => one === picture) ?? DEFAULTS.picture,
    format: typeof format === 'string' && Object.hasOwn(FORMATS, format) ? (format as Format) : DEFAULTS.format,
    tone: tone === 'dark' ? 'dark' : DEFAULTS.tone,
    question: typeof question === 'boolean' ? question : DEFAULTS.question,
    receipt: typeof receipt === 'boolean' ? receipt : DEFAULTS.receipt,
  };
}

/** The last choices; the defaults where there are none. Never throws, and does not wait for ever. */
export async function loadChoices(): Promise<Choices> {
  try {
    return parseChoices(await storedAt(KEY));
  } catch {
    return parseChoices(null);
  }
}

/** Remembers `choices`. Never throws: a full disk costs the reader a few presses, no more. */
export async function saveChoices(choices: Choices): Promise<void> {
  try {
    await browser.storage.local.set({ [KEY]: choices });
  } catch {
    // The choices hold for this page all the same.
  }
}
