/** How well the lines serve the marks of many pages: counts only, so that it may be taken of sealed documents. */
import type { PageReport, PageText, Reading } from '@/lib/model';
import { candidatesFor, fillsFor, subjectsOf } from '@/lib/satire/candidates';
import { housePack } from '@/lib/satire/house';
import { lowest, STOPS } from '@/lib/satire/levels';
import { sensitivityOf } from '@/lib/satire/sensitive-topics';
import { JOKE_LEVELS, type JokeLevel } from '@/lib/satire/types';
import { median } from '../statistics';

/** A reader who has seen nothing and forbids nothing. */
export const FRESH = {
  seen: { lines: new Set<string>(), frames: new Set<string>(), shapes: [] },
  taken: new Map(),
  muted: new Set<string>(),
  kindsOff: new Set<never>(),
  year: 2026,
};

const STEPS: readonly [JokeLevel, JokeLevel][] = [
  ['eyebrow', 'roast'],
  ['roast', 'onion'],
];

/** Adds up page by page. */
export class LineCoverage {
  private marks = 0;
  private open = 0;
  private readonly eligible: Record<JokeLevel, number[]> = { eyebrow: [], roast: [], onion: [] };
  private readonly notes: Record<JokeLevel, number> = { eyebrow: 0, roast: 0, onion: 0 };
  private readonly steps = STEPS.map(() => ({ both: 0, differ: 0, bolder: 0 }));
  /** Prime marks on which jokes are welcome, and those of them for which Slow Roast has no line. */
  private prime = 0;
  private unserved = 0;
  private readonly byKind = new Map<string, { marks: number; lines: number[] }>();

  add(page: PageText, reading: Reading, report: PageReport): void {
    this.marks += reading.claims.length;
    if (report.room !== 'open') return;
    const lines = housePack().lines;
    const levelOf = new Map(lines.map((line) => [line.id, JOKE_LEVELS.indexOf(lowest(line))]));
    for (const subject of subjectsOf(page, reading, sensitivityOf(page), FRESH)) {
      if (subject.silenced) continue;
      this.open++;
      const fills = fillsFor(subject, lines);
      for (const level of JOKE_LEVELS)
        this.eligible[level].push(candidatesFor(subject, fills, STOPS[level], FRESH).length);
      const atRoast = this.eligible.roast.at(-1) ?? 0;
      const kind = this.byKind.get(subject.facts.kind) ?? { marks: 0, lines: [] };
      this.byKind.set(subject.facts.kind, kind);
      kind.marks++;
      kind.lines.push(atRoast);
      if (subject.facts.claim.grade === 2) {
        this.prime++;
        if (atRoast === 0) this.unserved++;
      }
    }
    for (const level of JOKE_LEVELS) this.notes[level] += report.editions[level].notes.length;
    STEPS.forEach(([lower, higher], i) => {
      for (const note of report.editions[higher].notes) {
        const below = report.editions[lower].notes.find(({ claim }) => claim === note.claim);
        const step = this.steps[i];
        if (!below || !step) continue;
        step.both++;
        if (below.line !== note.line) step.differ++;
        if ((levelOf.get(note.line) ?? 0) > (levelOf.get(below.line) ?? 0)) step.bolder++;
      }
    });
  }

  toString(): string {
    const middle = (of: readonly number[]) => (of.length > 0 ? median(of) : 0);
    const share = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;
    const out = [
      `${this.marks} marks, jokes welcome on ${this.open}; of ${this.prime} prime ones ${this.unserved} (${share(this.unserved, this.prime)}) have no line at roast`,
    ];
    for (const level of JOKE_LEVELS)
      out.push(
        `${level.padEnd(8)} lines for the middle mark ${middle(this.eligible[level])}, ` +
          `notes ${this.notes[level]} (${share(this.notes[level], this.open)})`,
      );
    STEPS.forEach(([lower, higher], i) => {
      const { both, differ, bolder } = this.steps[i] ?? { both: 0, differ: 0, bolder: 0 };
      out.push(`${lower} to ${higher}: ${share(differ, both)} of ${both} notes differ, ${share(bolder, both)} bolder`);
    });
    for (const [kind, { marks, lines }] of [...this.byKind].sort((a, b) => b[1].marks - a[1].marks))
      out.push(
        `${kind.padEnd(26)} ${String(marks).padStart(5)} marks, lines for the middle one ${middle(lines)}, none for ${lines.filter((n) => n === 0).length}`,
      );
    return out.join('\n');
  }
}
