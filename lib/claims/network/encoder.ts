/** Runs the network: lays weights and activations out in one WebAssembly memory and calls the kernel step by step. */
import { kernelBytes } from './kernel/kernel.generated';
import { ModelError, type ModelFile, type ModelHeader, type Tensor } from './model-file';
import { type Piece, type Vocabulary, vocabularyOf, wordPieces } from './word-pieces';

/** A sentence with what the network may know of its surroundings. */
export interface Input {
  text: string;
  /** The sentence before it on the page; empty if none. */
  previous: string;
  /** Title of the page; empty if none. */
  title: string;
}

/** Probabilities, 0 to 1. */
export interface Output {
  /** Of the three grades: leave, fair, prime. They add up to 1. */
  grade: [number, number, number];
  claim: number;
  announcement: number;
  /** In the order of the model's kinds; they add up to 1. */
  kinds: Float64Array;
}

interface Kernel {
  quantise(from: number, to: number, scales: number, rows: number, width: number): void;
  linear(
    input: number,
    scales: number,
    weights: number,
    unitScales: number,
    bias: number,
    out: number,
    four: number,
    rows: number,
    width: number,
    units: number,
  ): void;
  embed(words: number, scale: number, position: number, segment: number, out: number, width: number): void;
  normalise(data: number, extra: number, gain: number, shift: number, rows: number, width: number): void;
  gelu(data: number, count: number): void;
  attend(
    query: number,
    key: number,
    value: number,
    out: number,
    weights: number,
    queries: number,
    rows: number,
    width: number,
    heads: number,
  ): void;
}

const PAGE = 65_536;
/** The kernel keeps its own first kilobyte. */
const FIRST = 1024;
const HEAD_WIDTH = 32;

const align = (n: number) => (n + 15) & ~15;

/** A sentence as the network takes it. */
export interface Encoded {
  ids: number[];
  /** How many of them are the sentence's own, with the first and the mark behind it. */
  own: number;
  /** Where the sentence's own pieces stand in it. */
  pieces: Piece[];
}

/** The network, with its weights in the memory of the kernel: takes sentences apart into pieces, and says what it makes of them. */
export class Encoder {
  private readonly header: ModelHeader;
  private readonly vocabulary: Vocabulary;
  private readonly memory: WebAssembly.Memory;
  private readonly kernel: Kernel;
  /** Address of each tensor. */
  private readonly at = new Map<string, number>();
  private readonly room: Record<
    'x' | 'y' | 'query' | 'key' | 'value' | 'wide' | 'packed' | 'scales' | 'weights' | 'four',
    number
  >;
  readonly longest: number;

  /** @throws ModelError where the file does not hold what its header promises, or WebAssembly refuses. */
  constructor({ header, data }: ModelFile) {
    this.header = header;
    const { width, wide, heads, lengths, layers } = header;
    if (heads * HEAD_WIDTH !== width || width % 8 || wide % 8)
      throw new ModelError('damaged', 'the model has a wrong shape');
    this.longest = lengths.text + lengths.previous + lengths.title + 4;
    this.vocabulary = vocabularyOf(header.vocabulary);
    let next = FIRST;
    const take = (bytes: number) => {
      const start = next;
      next = align(next + bytes);
      return start;
    };
    const base = take(data.byteLength);
    const rows = this.longest + 1;
    this.room = {
      x: take(rows * width * 4),
      y: take(rows * width * 4),
      query: take(rows * width * 4),
      key: take(rows * width * 4),
      value: take(rows * width * 4),
      wide: take(rows * wide * 4),
      packed: take(rows * wide * 2),
      scales: take(rows * 4),
      weights: take(rows * 4 + 16),
      four: take(4 * Math.max(width, wide) * 2),
    };
    for (const tensor of header.tensors) this.at.set(tensor.name, base + fitting(tensor, header.bytes));
    for (const name of expected(layers))
      if (!this.at.has(name)) throw new ModelError('damaged', `the model lacks ${name}`);
    try {
      this.memory = new WebAssembly.Memory({ initial: Math.ceil(next / PAGE) });
      const module = new WebAssembly.Module(kernelBytes());
      const { exports } = new WebAssembly.Instance(module, { env: { memory: this.memory } });
      this.kernel = exports as unknown as Kernel;
    } catch (cause) {
      throw new ModelError('unsupported', 'the kernel does not run here', { cause });
    }
    new Uint8Array(this.memory.buffer, base, data.byteLength).set(data);
  }

  get kinds(): readonly string[] {
    return this.header.kinds;
  }

  /** Pieces of a sentence and its surroundings: [CLS] sentence [SEP] the one before [SEP] title [SEP]. */
  encode({ text, previous, title }: Input): Encoded {
    const { lengths } = this.header;
    const { first, between } = this.vocabulary;
    const pieces = wordPieces(text, this.vocabulary, lengths.text);
    const before = wordPieces(previous, this.vocabulary, lengths.previous, true);
    const heading = wordPieces(title, this.vocabulary, lengths.title);
    const ids = [first, ...pieces.map(({ id }) => id), between];
    const own = ids.length;
    if (before.length + heading.length > 0)
      ids.push(...before.map(({ id }) => id), between, ...heading.map(({ id }) => id), between);
    return { ids, own, pieces };
  }

  /** Reads one sentence. Pure; about 0.24 ms a piece. */
  run({ ids, own }: Pick<Encoded, 'ids' | 'own'>): Output {
    const { width, wide, heads, layers } = this.header;
    const { x, y, query, key, value, packed, scales, weights } = this.room;
    const { kernel } = this;
    const rows = ids.length;
    const even = rows + (rows % 2);
    this.embedAll(ids, own);
    for (let layer = 0; layer < layers; layer++) {
      // Only the first row's vector is read in the end: the last layer makes that one alone.
      const last = layer === layers - 1;
      const asked = last ? 1 : rows;
      kernel.quantise(x, packed, scales, even, width);
      this.linear(`${layer}.query`, query, last ? 2 : even, width, width);
      this.linear(`${layer}.key`, key, even, width, width);
      this.linear(`${layer}.value`, value, even, width, width);
      kernel.attend(query, key, value, y, weights, asked, rows, width, heads);
      const kept = last ? 2 : even;
      kernel.quantise(y, packed, scales, kept, width);
      this.linear(`${layer}.attended`, query, kept, width, width);
      this.normalise(`${layer}.attended`, x, query, asked);
      kernel.quantise(x, packed, scales, kept, width);
      this.linear(`${layer}.wide`, this.room.wide, kept, width, wide);
      kernel.gelu(this.room.wide, asked * wide);
      kernel.quantise(this.room.wide, packed, scales, kept, wide);
      this.linear(`${layer}.narrow`, query, kept, wide, width);
      this.normalise(`${layer}.narrow`, x, query, asked);
    }
    return {
      grade: [...softmax(this.head('grade', 3))] as [number, number, number],
      claim: sigmoid(this.head('claim', 1)[0]!),
      announcement: sigmoid(this.head('announcement', 1)[0]!),
      kinds: softmax(this.head('kind', this.header.kinds.length)),
    };
  }

  private embedAll(ids: readonly number[], own: number): void {
    const { width } = this.header;
    const { x } = this.room;
    const words = this.address('words');
    const wordScales = new Float32Array(
      this.memory.buffer,
      this.address('words.scales'),
      this.header.vocabulary.length,
    );
    ids.forEach((id, row) => {
      const position = this.address('positions') + row * width * 4;
      const segment = this.address('segments') + (row < own ? 0 : width * 4);
      this.kernel.embed(words + id * width, wordScales[id]!, position, segment, x + row * width * 4, width);
    });
    this.kernel.normalise(x, 0, this.address('start.gain'), this.address('start.shift'), ids.length, width);
    // The kernel takes rows in pairs.
    new Float32Array(this.memory.buffer, x + ids.length * width * 4, width).fill(0);
  }

  private address(name: string): number {
    return this.at.get(name)!;
  }

  private linear(name: string, out: number, rows: number, width: number, units: number): void {
    const { packed, scales, four } = this.room;
    const parts = [this.address(name), this.address(`${name}.scales`), this.address(`${name}.bias`)] as const;
    this.kernel.linear(packed, scales, ...parts, out, four, rows, width, units);
  }

  private normalise(name: string, data: number, extra: number, rows: number): void {
    const [gain, shift] = [this.address(`${name}.gain`), this.address(`${name}.shift`)];
    this.kernel.normalise(data, extra, gain, shift, rows, this.header.width);
  }

  /** A linear head on the first row. */
  private head(name: string, size: number): Float64Array {
    const { width } = this.header;
    const { buffer } = this.memory;
    const out = Float64Array.from(new Float32Array(buffer, this.address(`head.${name}.bias`), size));
    const vector = new Float32Array(buffer, this.room.x, width);
    const weight = new Float32Array(buffer, this.address(`head.${name}`), size * width);
    for (let at = 0; at < weight.length; at++) out[Math.floor(at / width)]! += weight[at]! * vector[at % width]!;
    return out;
  }
}

/** Offset of a tensor that lies within the file. */
function fitting({ name, type, shape, at }: Tensor, bytes: number): number {
  const size = shape.reduce((product, n) => product * n, type === 'i8' ? 1 : 4);
  if (!Number.isInteger(at) || at < 0 || !(at + size <= bytes))
    throw new ModelError('damaged', `the model lacks ${name}`);
  return at;
}

function expected(layers: number): string[] {
  const names = ['words', 'words.scales', 'positions', 'segments', 'start.gain', 'start.shift'];
  for (let layer = 0; layer < layers; layer++) {
    for (const part of ['query', 'key', 'value', 'attended', 'wide', 'narrow'])
      names.push(`${layer}.${part}`, `${layer}.${part}.scales`, `${layer}.${part}.bias`);
    for (const part of ['attended', 'narrow']) names.push(`${layer}.${part}.gain`, `${layer}.${part}.shift`);
  }
  for (const head of ['grade', 'claim', 'announcement', 'kind']) names.push(`head.${head}`, `head.${head}.bias`);
  return names;
}

function softmax(logits: Float64Array): Float64Array {
  const most = Math.max(...logits);
  const powers = logits.map((z) => Math.exp(z - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((p) => p / sum);
}

const sigmoid = (z: number) => 1 / (1 + Math.exp(-z));
