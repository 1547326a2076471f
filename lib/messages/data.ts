/**
 * What travels inside messages, as one schema for each type of lib/model: the compiler holds the two together, in both
 * directions. Background and extension pages only; what runs in a page does not carry it.
 */
import * as v from 'valibot';
import {
  type Claim,
  type Edition,
  GROUPS,
  HYPE_BANDS,
  HYPE_CUES,
  type Hype,
  KINDS,
  LEVELS,
  type NoJokes,
  type Note,
  type NoteBox,
  type NoteReason,
  type PageReport,
  type PageText,
  type Passage,
  type Quantity,
  type Receipt,
  SENSITIVE_TOPICS,
  SENTENCE_PARTS,
  SENTENCE_SIGNS,
  type SentenceBuild,
  SHAPES,
  type Slots,
  type Span,
  type Straight,
  type TextPlace,
  type WrongMark,
} from '../model';

/** A schema of just `T`: it lets through nothing but a T, knows every field of one, and takes whatever a T may hold. */
const of =
  <T>() =>
  <S extends v.GenericSchema<unknown, T>>(
    schema: S & (T extends v.InferOutput<S> ? (keyof T extends keyof v.InferOutput<S> ? unknown : never) : never),
  ): v.GenericSchema<unknown, T> =>
    schema;

/** What need not be there. Firefox hands a field that is undefined on as it is, Chrome leaves it out: both are taken. */
export const perhaps = <S extends v.GenericSchema>(schema: S) =>
  v.optional(schema) as unknown as v.ExactOptionalSchema<S, undefined>;

export const text = v.string();
export const flag = v.boolean();
export const texts = v.array(text);
export const number = v.pipe(v.number(), v.finite());
export const index = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const level = v.picklist(LEVELS);
export const room = v.picklist(['open', 'straight-face']);
export const kind = v.picklist(KINDS);
export const topic = v.picklist(SENSITIVE_TOPICS);
/** A probability, or a part of one; sums of floats may end a hair over one. */
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1.0001));

const offsets = { start: index, end: index };
export const span = of<Span>()(v.object(offsets));

const passage = of<Passage>()(
  v.object({
    index,
    role: v.picklist(['headline', 'standfirst', 'heading', 'paragraph', 'item', 'quote']),
    text,
    sentences: v.array(v.object({ ...offsets, candidate: flag })),
    links: perhaps(v.array(span)),
    leadIn: v.nullable(index),
  }),
);

export const page = of<PageText>()(
  v.object({
    address: text,
    host: text,
    title: text,
    language: text,
    kind: v.picklist(['news', 'company']),
    published: v.nullable(text),
    publisher: v.nullable(text),
    passages: v.array(passage),
    stories: perhaps(v.array(index)),
  }),
);

const quantity = of<Quantity>()(
  v.object({
    text,
    value: v.nullable(number),
    type: v.picklist(['count', 'percent', 'multiple', 'money', 'duration', 'power']),
    unit: text,
    hedge: text,
    role: perhaps(v.picklist(['accuracy', 'share', 'change', 'valuation'])),
    range: perhaps(v.literal(true)),
    span,
  }),
);

const slots = of<Slots>()(
  v.object({
    actor: text,
    actorText: text,
    speaker: text,
    speakerRole: text,
    technology: text,
    technologyNoun: text,
    product: text,
    predicate: text,
    object: perhaps(text),
    quantities: v.array(quantity),
    workers: text,
    worker: text,
    comparison: text,
    rival: text,
    task: text,
    beneficiary: text,
    deadline: text,
    period: text,
    hedge: text,
    benchmark: text,
    thing: text,
    partner: text,
    place: text,
    plan: text,
    source: text,
    oldBusiness: text,
    euphemism: text,
    quote: text,
    buzzwords: texts,
    gone: flag,
  }),
);

const hype = of<Hype>()(
  v.object({
    score: number,
    band: v.picklist(HYPE_BANDS),
    cues: v.array(v.object({ id: v.picklist(HYPE_CUES), points: number, text })),
  }),
);

const parts = v.object({
  actor: perhaps(span),
  technology: perhaps(span),
  quantity: perhaps(span),
  workers: perhaps(span),
  comparison: perhaps(span),
  hedge: perhaps(span),
  deadline: perhaps(span),
  speaker: perhaps(span),
  task: perhaps(span),
  beneficiary: perhaps(span),
});

/** Most kinds that a mark may weigh. */
const MOST_KINDS = 3;

const sentenceBuild = of<SentenceBuild>()(
  v.object({ parts: v.record(v.picklist(SENTENCE_PARTS), text), signs: v.array(v.picklist(SENTENCE_SIGNS)) }),
);

export const claim = of<Claim>()(
  v.object({
    id: text,
    family: v.picklist(['claim', 'announcement']),
    grade: v.picklist([1, 2]),
    kind,
    second: v.nullable(kind),
    kinds: v.pipe(v.array(v.object({ kind, weight: share })), v.maxLength(MOST_KINDS)),
    group: v.picklist(GROUPS),
    kindSure: flag,
    passage: index,
    sentence: span,
    span,
    quote: text,
    voice: v.picklist([
      'first-party',
      'spokesperson-quote',
      'testimonial',
      'reported-neutral',
      'reported-distanced',
      'headline',
      'bullet',
    ]),
    modality: v.picklist(['asserted', 'hedged', 'future', 'conditional']),
    numberSource: v.picklist(['none', 'self', 'commissioned', 'customer', 'perception-survey', 'independent']),
    evidence: v.picklist(['none', 'pointer', 'method']),
    polarity: v.picklist(['promoting', 'mixed']),
    slots,
    parts,
    build: sentenceBuild,
    keys: perhaps(v.array(v.object({ ...offsets, name: text }))),
    hype,
    confidence: share,
  }),
);

const receipt = of<Receipt>()(
  v.object({ id: text, line: text, caveat: text, publisher: text, title: text, url: text, date: text }),
);

const noJokes = of<NoJokes>()(v.object({ topic, where: v.picklist(['page', 'here', 'nearby']) }));

export const straight = of<Straight>()(
  v.object({
    question: text,
    receipt: v.nullable(receipt),
    jokes: flag,
    why: v.nullable(noJokes),
    noLineAt: perhaps(v.array(level)),
  }),
);

const reason: v.GenericSchema<unknown, NoteReason> = v.variant('because', [
  v.object({ because: v.literal('says'), words: texts, near: flag }),
  v.object({ because: v.picklist(['buzzword', 'hedge']), word: text }),
  v.object({ because: v.picklist(['about', 'counts']), what: text }),
  v.object({ because: v.literal('pattern'), name: text }),
  v.object({
    because: v.literal('compares'),
    slot: text,
    op: v.picklist(['>=', '<=', '>', '<']),
    value: number,
  }),
  v.object({ because: v.picklist(['uses', 'has']), slot: text }),
  v.object({ because: v.literal('flag'), flag: text }),
  v.object({ because: v.literal('kind'), kinds: texts }),
  v.object({ because: v.literal('holds'), slot: text, text }),
]);

export const note = of<Note>()(
  v.object({
    claim: index,
    level,
    mechanism: text,
    shape: v.picklist(SHAPES),
    frame: text,
    line: text,
    text,
    working: text,
    why: v.array(reason),
  }),
);

const edition = of<Edition>()(
  v.object({
    level,
    notes: v.array(note),
    headline: v.nullable(v.object({ text, line: text })),
    end: v.nullable(v.object({ sentences: texts, lines: texts })),
  }),
);

export const report = of<PageReport>()(
  v.object({
    reading: v.object({ claims: v.array(claim), score: number, supported: index, opening: perhaps(index) }),
    room,
    roomReason: v.nullable(topic),
    straight: v.array(straight),
    leftOut: perhaps(index),
    editions: v.object({ straight: edition, eyebrow: edition, roast: edition, onion: edition }),
  }),
);

export const noteBox = of<NoteBox>()(v.object({ index, x: number, y: number, w: number, h: number }));

export const textPlace = of<TextPlace>()(v.object({ index, ...offsets, exact: text, prefix: text, suffix: text }));

/** A sentence with words in it, inside its paragraph. */
export const wrongMark = of<WrongMark>()(
  v.pipe(
    v.object({ title: text, text, ...offsets, kind }),
    v.check(({ text, start, end }) => start < end && end <= text.length),
  ),
);
