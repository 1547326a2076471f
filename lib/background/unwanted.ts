/** What the reader does not want to see again: remembered, taken back, and taken out of what was read. */
import { t } from '../locale';
import { addCorrection, dropCorrection, loadCorrections, sentenceId } from '../memory/corrections';
import { mute, pageKey, unmute, updateMemory } from '../memory/memory';
import type { ToBackground } from '../messages';
import type { Kind } from '../model';
import { MECHANISMS } from '../satire/pack/shape';
import { withKind, withSite } from '../settings/settings';
import { updateSettings } from '../settings/store';
import { type StoryRead, withClaims } from './stories';

type Message = Extract<ToBackground, { type: 'peel:unwanted' }>;

async function keep({ away, unwanted }: Message, site: string | null, secret: boolean): Promise<void> {
  switch (unwanted.what) {
    case 'site':
      // A saved page: its marks stay, and whoever wants them gone must know it.
      if (site === null) throw new Error(t('kept_no_site'));
      await updateSettings((settings) => withSite(settings, site, !away));
      return;
    case 'kind':
      await updateSettings((settings) => withKind(settings, unwanted.kind, !away));
      return;
    case 'jokes': {
      const { mechanism, address } = unwanted;
      const step = away ? mute : unmute;
      if (Object.hasOwn(MECHANISMS, mechanism))
        await updateMemory((memory) => step(memory, mechanism, pageKey(address, memory)));
      return;
    }
    case 'mark':
      if (secret) throw new Error(t('kept_private'));
      await (away ? addCorrection(unwanted.mark, site ?? '') : dropCorrection(unwanted.mark));
  }
}

/**
 * Remembers what the reader does not want, or takes it back.
 * @param site of the page that asks, by the browser's word; null where it has none.
 * @param secret the page is in a private window.
 * @returns what it could not do, in a sentence; else empty. Never throws.
 */
export async function answerUnwanted(message: Message, site: string | null, secret: boolean): Promise<string> {
  try {
    await keep(message, site, secret);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : t('failed');
  }
}

/** What to leave out of a reading. */
export interface LeftOut {
  kinds: readonly Kind[];
  /** Marks by id: those that the page itself asks to leave out. */
  ids: readonly string[];
}

/**
 * The stories without the marks that the reader does not want: of kinds that are off, named by the page, or corrected.
 * Stories without such a mark are given back as they are.
 */
export async function withoutUnwanted(stories: readonly StoryRead[], { kinds, ids }: LeftOut): Promise<StoryRead[]> {
  const corrected = new Set((await loadCorrections()).map(({ id }) => id));
  return Promise.all(
    stories.map(async (story) => {
      const { page, reading } = story;
      const wanted = await Promise.all(
        reading.claims.map(async ({ id, kind, passage, sentence }) => {
          if (kinds.includes(kind) || ids.includes(id)) return false;
          const text = page.passages[passage]?.text.slice(sentence.start, sentence.end) ?? '';
          return corrected.size === 0 || !corrected.has(await sentenceId(text));
        }),
      );
      return withClaims(
        story,
        reading.claims.filter((_, i) => wanted[i]),
      );
    }),
  );
}
