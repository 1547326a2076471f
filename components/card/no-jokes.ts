/** Why no joke stands somewhere, in plain sentences. */
import { keyPart, t } from '@/lib/locale';
import type { NoJokes, SensitiveTopic } from '@/lib/model';

/** "The page speaks of death." */
export function noJokesSentence({ topic, where }: NoJokes): string {
  const sentence = t(`topic_${keyPart(topic)}`);
  return where === 'nearby' ? t('topic_nearby', { topic: sentence }) : sentence;
}

/** Of a whole page: "The page speaks of death. Peel sits this one out." */
export function sittingOut(topic: SensitiveTopic | null): string {
  return topic ? t('page_sits_out', { topic: t(`topic_${keyPart(topic)}`) }) : t('popup_sits_out');
}
