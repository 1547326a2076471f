import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Encoder } from '@/lib/claims/network/encoder';
import { FORMAT, ModelError, parseModel } from '@/lib/claims/network/model-file';
import { KINDS } from '@/lib/model';

const file = readFileSync(new URL('../../../public/reader.bin', import.meta.url));
/** A copy, changed. */
function changed(change: (bytes: Uint8Array) => void, length = file.byteLength): ArrayBuffer {
  const copy = new Uint8Array(length);
  copy.set(file.subarray(0, length));
  change(copy);
  return copy.buffer;
}
const asIs = () => {};

describe('the model file', () => {
  it('names the kinds of the model in their order', () => {
    expect(parseModel(changed(asIs)).header.kinds).toEqual([...KINDS]);
  });

  it.each([
    ['nothing', new ArrayBuffer(0)],
    ['three bytes', changed(asIs, 3)],
    ['another file', changed((b) => b.fill(32, 0, 8))],
    ['cut in the header', changed(asIs, 5000)],
    ['cut in the weights', changed(asIs, file.byteLength - 16)],
    ['a changed weight', changed((b) => b.set([b.at(-20_000)! ^ 1], b.length - 20_000))],
    ['a header that is no JSON', changed((b) => b.fill(33, 16, 40))],
  ])('%s: is said to be damaged', (_, bytes) => {
    expect(() => parseModel(bytes)).toThrow(ModelError);
    expect(() => parseModel(bytes)).toThrow(
      expect.objectContaining({ problem: 'damaged', message: expect.stringMatching(/damaged: \w/) }),
    );
  });

  it('of another version: says so', () => {
    const bytes = changed((b) => new DataView(b.buffer).setUint32(8, FORMAT + 1, true));
    expect(() => parseModel(bytes)).toThrow(
      expect.objectContaining({ problem: 'outdated', message: expect.stringMatching(/version 2, version 1/) }),
    );
  });

  it('is refused where a tensor is missing or lies outside', () => {
    const model = parseModel(changed(asIs));
    const without = { ...model.header, tensors: model.header.tensors.filter(({ name }) => name !== '0.query') };
    expect(() => new Encoder({ ...model, header: without })).toThrow(/lacks 0\.query/);
    const outside = model.header.tensors.map((t) => (t.name === '0.query' ? { ...t, at: model.header.bytes } : t));
    expect(() => new Encoder({ ...model, header: { ...model.header, tensors: outside } })).toThrow(ModelError);
  });
});
