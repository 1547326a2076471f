/** The words in which settings, kinds and states are shown to the reader, in one place so that every screen agrees. */
import { keyPart, language, listed, t, tCount } from '../locale';
import type { PageState } from '../messages';
import type { Claim, Density, Family, Group, HypeBand, Kind, Level } from '../model';
import type { Pause } from './pause';
import type { Settings } from './settings';
import type { SettingsFound } from './store';

/** What a level of satire is called. */
export const levelName = (level: Level): string => t(`level_${level}`);
/** What a level does, in a sentence or two. */
export const levelPromise = (level: Level): string => t(`level_${level}_promise`);

/** What a kind of claim or announcement is called. */
export const kindName = (kind: Kind): string => t(`kind_${keyPart(kind)}`);

/** What a mark is about, named where its kind is in doubt. */
export const groupName = (group: Group): string => t(`group_${group}`);

/** What a mark is, in a few words: its kind, or where that is in doubt what it is about. */
export function markName({ kind, kindSure, group }: Pick<Claim, 'kind' | 'kindSure' | 'group'>): string {
  return kindSure ? kindName(kind) : groupName(group);
}

/** "1 claim", "6 announcements". */
export function counted(count: number, family: Family): string {
  return tCount(family === 'claim' ? 'claims' : 'announcements', count);
}

/** How much a mark matters, in a word or two. */
export const gradeWords = (grade: Claim['grade']): string => t(grade === 2 ? 'grade_major' : 'grade_minor');

/** How sure the reader is of a mark, in a word or two. */
export function sureWords(confidence: number): string {
  return t(confidence >= 0.85 ? 'sure_very' : confidence >= 0.65 ? 'sure_fairly' : 'sure_leaning');
}

/** What a choice of how much to mark is called. */
export const densityName = (density: Density): string => t(`density_${density}`);
/** What that choice marks, in a sentence. */
export const densityPromise = (density: Density): string => t(`density_${density}_promise`);

/** What a band of the hype score is called. */
export const bandName = (band: HypeBand): string => t(`band_${band}`);

/** One plain sentence for each state in which a page shows no notes. */
export function stateSentence(state: PageState): string {
  return state === 'annotated' ? '' : t(`state_${keyPart(state)}`);
}

const clock = (time: number) => new Intl.DateTimeFormat(language(), { timeStyle: 'short' }).format(time);

/** Until when Peel is off everywhere, in a plain sentence; null stands for until it is switched on. */
export function offWords(paused: Pause | null): string {
  if (paused === null) return t('popup_off_good_said');
  if (paused.until === 'restart') return t('popup_off_restart_said');
  return t('popup_off_hour_said', { time: clock(paused.until) });
}

/** What each choice is called in a sentence. */
export const fieldName = (field: keyof Settings): string => t(`field_${field}`);

/** One plain sentence or two on settings that could not be read, or not all of them; empty where all is well. */
export function troubleWords({ readable, damaged }: Omit<SettingsFound, 'settings'>): string {
  if (!readable) return t('trouble_unreadable');
  return damaged.length === 0 ? '' : t('trouble_damaged', { fields: listed(damaged.map(fieldName)) });
}
