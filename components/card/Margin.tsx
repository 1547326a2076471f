import { t } from '@/lib/locale';
import type { Level } from '@/lib/model';
import { lineClass } from './lines';

/** One thing in the margin, with its place in the sheet's coordinates. */
export interface MarginEntry {
  key: string;
  /** Of its claim, which a new report may count anew: the note is the same. */
  id: string;
  role: 'note' | 'headline' | 'end';
  /** Small label: what the sentence is, or what kind of card. */
  label: string;
  underline: string;
  paragraphs: string[];
  /** The sentence's words, for those who cannot see the line that leads to them. */
  quote: string;
  /** Where the note stands; null where there is no room for it. */
  place: { left: number; top: number; width: number } | null;
  /** Where a mark stands instead; one that is not `seen` shows only while it has the focus. */
  mark: { left: number; top: number };
  /**
   * A dot like a footnote's figure; for thumbs, a tab that hangs from the underline, or a badge where there is room. Under a link
   * of the page's a tab is felt below the line alone.
   */
  shape: 'dot' | 'tab' | 'under' | 'badge';
  seen: boolean;
  /** What the page paints behind it; `busy` wants paper of its own. */
  behind: 'light' | 'dark' | 'busy';
  /** Drawn from the column to the note. */
  leader: string | null;
  /** It stands so far from its claim's line that it says whose words it speaks of. */
  moved: boolean;
  lit: boolean;
  open: boolean;
}

interface Props {
  entries: MarginEntry[];
  level: Level;
  tone: 'light' | 'dark';
  /** z-index: level with the article. */
  depth: number;
  width: number;
  height: number;
  /** True while heights are being taken. */
  measuring: boolean;
}

const at = ({ left, top }: { left: number; top: number }) => `translate(${left}px, ${top}px)`;

/** All notes of a page: a list in reading order, drawn where the layout put them. */
export function Margin({ entries, level, tone, depth, width, height, measuring }: Props) {
  const leaders = entries.filter((entry) => entry.leader);
  return (
    <section
      class={`margin ${tone}${measuring ? ' measuring' : ''}`}
      style={{ zIndex: depth }}
      aria-label={t('margin_label')}
    >
      {leaders.length > 0 && (
        <svg class={`leaders ${level}`} width={width} height={height} aria-hidden="true" focusable="false">
          {leaders.map((entry) => (
            <path
              key={entry.key}
              d={entry.leader ?? ''}
              class={`${entry.behind}${entry.moved ? ' moved' : ''}${entry.lit || entry.open ? ' lit' : ''}`}
            />
          ))}
        </svg>
      )}
      <ol class="list">
        {entries.map((entry) => (
          // A new line or another level's hand is a new note: what is new does not move.
          <Entry key={`${entry.id} ${level} ${entry.paragraphs.join(' ')}`} entry={entry} level={level} />
        ))}
      </ol>
    </section>
  );
}

function Entry({ entry, level }: { entry: MarginEntry; level: Level }) {
  const { key, id, role, label, underline, paragraphs, quote, place, mark, shape, moved, seen, behind, lit, open } =
    entry;
  const state = `${lit ? ' lit' : ''}${open ? ' open' : ''}`;
  const pressed = { 'aria-haspopup': 'dialog', 'aria-expanded': open } as const;
  if (!place) {
    return (
      <li
        class={`spot ${behind} ${seen ? 'seen' : 'unseen'}${state}`}
        style={{ transform: at(mark) }}
        data-key={key}
        data-id={id}
      >
        <button
          type="button"
          class={`mark ${underline} ${shape}`}
          {...pressed}
          aria-label={role === 'note' ? t('margin_mark_on', { label, quote }) : t('margin_mark', { label })}
        />
      </li>
    );
  }
  return (
    <li
      class={`note ${role} ${level} ${behind}${moved ? ' moved' : ''}${state}`}
      style={{ transform: at(place), width: `${place.width}px` }}
      data-key={key}
      data-id={id}
    >
      {paragraphs.map((text, i) => (
        <p key={i} class={lineClass(text)} lang="en">
          {text}
        </p>
      ))}
      <button type="button" class="tag" {...pressed} aria-label={nameOf(entry)}>
        <span class="satire">{t('satire')}</span> <span class="label">{moved ? t('margin_on', { quote }) : label}</span>
      </button>
    </li>
  );
}

/** What a note is called aloud. It begins with what can be read. */
function nameOf({ role, label, quote, moved }: MarginEntry): string {
  if (moved) return t('margin_moved', { label, quote });
  return role === 'note' ? t('margin_note_on', { label, quote }) : t('margin_note', { label });
}
