/** Turns of phrase that carry a claim past what it shows: the tail after the comma, the narrowed field, the rival without a name. */

import { anyOf } from '@/lib/english/word-list';
import type { SentencePart } from '@/lib/model';

const TAILS =
  'unlocking|enabling|making|ensuring|empowering|driving|delivering|helping|allowing|giving|transforming|redefining|reshaping|boosting|improving|accelerating|streamlining|freeing|paving|opening|raising|increasing|enhancing|revolutionizing|unleashing|bringing|creating';
const HELPS = 'help|enable|allow|let|empower|support|assist';
const HOPES =
  'aims? to|aiming to|designed to|built to|intended to|intends to|plans? to|hopes? to|seeks? to|looks? to|looking to|can|could|may|might';
const COMPARATIVE =
  /\b(faster|cheaper|smarter|better|easier|safer|simpler|stronger|quicker|deeper|smoother|richer|more (?:accurate|efficient|effective|productive|reliable|relevant|secure|personalized|personal|intelligent|powerful|capable|natural|flexible|responsive|affordable|accessible|intuitive|creative|advanced|engaging|intelligently|efficiently|quickly|easily))\b(?! (?:than|and more)\b)/g;
/** Pictures that announcements use without seeing them; as proper names, or of real pipes and bridges, they are not meant. */
const IMAGES = new RegExp(
  String.raw`\b(` +
    anyOf(
      'foundation|frontiers?|ecosystem|fabric|landscape|journey|backbone|bridge|bridges|bridging|playbook',
      'milestone|leap|wave|horizon|cornerstone|pillars?|launchpad|springboard|catalyst|game[- ]changer',
      'building blocks?|silos?|bottlenecks?|heavy lifting|guardrails|north star|autopilot|superpowers?',
      'co-?pilot|roadmap|toolbox|heart of|needle|fuels?|fueling|unlocks?|unlocking|harness|harnessing',
      'turbocharges?|supercharges?|supercharging|unleash|unleashing|pivotal force|deep dive|bedrock',
      'blueprint|compass|gateway|engine of|new chapter|tip of the iceberg|full stack|wall',
    ) +
    String.raw`)\b`,
  'g',
);

/** What a claim is narrowed down to: “for its size”. */
const SCOPE = new RegExp(
  String.raw`\b(` +
    anyOf(
      'for its (?:size|class|price|weight)|in its (?:class|weight class)|of its (?:kind|size|class)',
      'to our knowledge|by this metric|on our internal (?:benchmarks?|tests|evals|evaluations)',
      'in our (?:own |internal )?(?:tests|testing|evaluations|benchmarks)',
      'in (?:narrow|certain|some|many|several) (?:domains|tasks|cases|areas)',
      "(?:at|for|on) certain (?:tasks|benchmarks|use cases)|of any model we(?:[’']ve| have)? tested",
      'of comparable size',
      'among (?:open|small|frontier|open-source|open-weight|comparable|similar)(?:[ -][a-z]+)? models',
      'on its specific task|in most cases',
      '(?:on|across) (?:some|several|many|certain|a number of|a range of) benchmarks|used well',
      'when used (?:well|correctly|properly)|under the right conditions',
    ) +
    String.raw`)\b`,
);
/** Before the tail, what leads in to it. */
const TAIL = new RegExp(String.raw`, ?(?:thus |thereby |ultimately |effectively )?(${TAILS})\b`, 'g');
/** A hope that it helps: “aims to help”. */
const CHAIN = new RegExp(String.raw`\b((?:${HOPES}) (?:${HELPS}))\b`);

/** Turns found in one sentence; `low` has its first letter small. Phrases are as printed. */
export function turnsIn(low: string): Map<SentencePart, string> {
  const out = new Map<SentencePart, string>();
  const put = (slot: SentencePart, found: string | undefined) => {
    if (found) out.set(slot, found);
  };
  const one = (slot: SentencePart, pattern: RegExp) => put(slot, pattern.exec(low)?.[1]);

  // A comma and no dash: lines speak of the comma.
  const tails = [...low.matchAll(TAIL)];
  // Two in a row are a list.
  if (tails.length === 1 && !/,? and \w+ing\b/.test(low.slice(tails[0]?.index ?? 0))) put('tail', tails[0]?.[1]);
  one('scope', SCOPE);
  one(
    'straw',
    /\b(?:than|over|beyond|unlike|vs\.?|versus|outperform\w*|surpass\w*|beats?|compared (?:to|with)|replac\w+|where|that)(?: the)? ((?:traditional|conventional|legacy|older|alternative|rival|competing|previous|other|standard|generic|existing|manual) (?:methods|models|approaches|tools|systems|solutions|techniques|software|alternatives|workflows|processes|platforms|products|offerings))\b/,
  );
  one(
    'tide',
    /^(?:but |and )?as (?:[\w’'-]+ ){1,4}?(evolves|advances|matures|grows|accelerates|shifts|scales|expands)\b/i,
  );
  one(
    'sort_of',
    /(?<![a-z-] and |, |-)\b((?:trusted|trustworthy|responsible|secure|practical|safe|ethical|human-centered|explainable|useful|meaningful|reliable) AI)\b(?!-|’| (?:agent|model|system|assistant|deployment|lab|researcher|applicat|workload)s?)/,
  );
  one(
    'span',
    /\b(in (?:just )?(?:minutes|seconds|moments)|within (?:minutes|seconds|hours)|in (?:just )?a few (?:clicks|minutes|seconds|hours|steps)|in a matter of (?:minutes|seconds|hours|days)|(?:at|with) the (?:click|push|touch) of a button|(?:with|in) a single (?:prompt|click|command|pass)|(?:with|in) one (?:click|step)|overnight)\b/,
  );
  const better = [...new Set([...low.matchAll(COMPARATIVE)].map((m) => m[1] ?? ''))];
  if (!/ than | compared | versus /.test(low)) put('more2', better[1]);
  one('chain', CHAIN);
  const images = [...new Set([...low.matchAll(IMAGES)].map((m) => m[1] ?? ''))];
  // “Unlock” and “unlocking” are one picture.
  const other = images.find((i) => i.slice(0, 5) !== images[0]?.slice(0, 5));
  if (other) {
    put('image', images[0]);
    put('image2', other);
  }
  one('ever', /\b((?:more |less )?[a-z]+ (?:than|like) (?:ever before|never before|ever))\b/);
  one(
    'one_of',
    /\b(one of the (?:[a-z’'-]+ ){0,2}?(?:largest|best|biggest|strongest|leading|fastest(?:-growing)?|most [a-z-]+))\b/,
  );
  one(
    'this_does',
    /^(this (?:unlocks|enables|means|represents|marks|empowers|allows|closes|gives|makes|helps|ensures|transforms|opens|delivers|reflects))\b/i,
  );
  one(
    'potential',
    /\b((?:the )?(?:full|true|enormous|immense|huge|tremendous|vast) potential|(?<=\b(?:has|have|offers?|holds?|see|with) )(?:the )?potential(?= (?:to|for)\b))/,
  );
  one(
    'preview',
    /\b(in (?:public |private |limited |research |early )?(?:preview|beta)|early access|(?:public|private|limited|research) (?:preview|beta))\b/,
  );
  return out;
}
