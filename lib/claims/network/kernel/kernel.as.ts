/**
 * The arithmetic of the network, in AssemblyScript, compiled to WebAssembly with SIMD (`npm run kernel`). Every function works
 * on addresses in the one memory, which lib/claims/network/encoder.ts lays out; nothing is allocated here. Only operations
 * that WebAssembly defines to the last bit are used, so that every browser gives the same result.
 *
 * Matrices are row by row. Weights are int8 with one scale a row; activations are quantised to 14 bits a row, so that no
 * product is lost and no sum of up to 2,000 terms leaves 32 bits.
 */

/** Largest quantised activation: 127 · 8191 · 2,000 < 2³¹. */
const LEVELS: f32 = 8191;

/**
 * Quantises `rows` rows of `width` floats (a multiple of 8) at `from` to int16 at `to`; each row's scale goes to `scales`.
 */
export function quantise(from: usize, to: usize, scales: usize, rows: i32, width: i32): void {
  for (let row = 0; row < rows; row++) {
    let most = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) most = f32x4.max(most, f32x4.abs(v128.load(from + ((<usize>i) << 2))));
    const peak = max(
      max(f32x4.extract_lane(most, 0), f32x4.extract_lane(most, 1)),
      max(f32x4.extract_lane(most, 2), f32x4.extract_lane(most, 3)),
    );
    const scale: f32 = peak / LEVELS;
    store<f32>(scales, scale);
    const factor = f32x4.splat(peak > 0 ? LEVELS / peak : 0);
    for (let i = 0; i < width; i += 8) {
      const at = from + ((<usize>i) << 2);
      const low = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at), factor)));
      const high = i32x4.trunc_sat_f32x4_s(f32x4.nearest(f32x4.mul(v128.load(at, 16), factor)));
      v128.store(to + ((<usize>i) << 1), i16x8.narrow_i32x4_s(low, high));
    }
    from += (<usize>width) << 2;
    to += (<usize>width) << 1;
    scales += 4;
  }
}

@inline
function sums(a: v128, b: v128, c: v128, d: v128): v128 {
  const ab = i32x4.add(v128.shuffle<i32>(a, b, 0, 4, 1, 5), v128.shuffle<i32>(a, b, 2, 6, 3, 7));
  const cd = i32x4.add(v128.shuffle<i32>(c, d, 0, 4, 1, 5), v128.shuffle<i32>(c, d, 2, 6, 3, 7));
  return i32x4.add(v128.shuffle<i32>(ab, cd, 0, 1, 4, 5), v128.shuffle<i32>(ab, cd, 2, 3, 6, 7));
}

/** Of four rows of int8 weights, eight terms of each in turn, as int16 to `to`: the order in which `linear` needs them. */
@inline
function interleave(from: usize, width: usize, to: usize): void {
  for (let k: usize = 0; k < width; k += 8) {
    v128.store(to, v128.load8x8_s(from + k));
    v128.store(to, v128.load8x8_s(from + width + k), 16);
    v128.store(to, v128.load8x8_s(from + 2 * width + k), 32);
    v128.store(to, v128.load8x8_s(from + 3 * width + k), 48);
    to += 64;
  }
}

/**
 * out[row][unit] = scales[row] · unitScales[unit] · (input[row] · weights[unit]) + bias[unit]. `rows` is even (pad it),
 * `units` a multiple of 4, `width` of 8. `four` is room for four rows of weights as int16: they are unpacked once for all
 * rows of the input.
 */
export function linear(
  input: usize,
  scales: usize,
  weights: usize,
  unitScales: usize,
  bias: usize,
  out: usize,
  four: usize,
  rows: i32,
  width: i32,
  units: i32,
): void {
  const stride = (<usize>width) << 1;
  for (let unit = 0; unit < units; unit += 4) {
    interleave(weights + <usize>(unit * width), <usize>width, four);
    const unitScale = v128.load(unitScales + ((<usize>unit) << 2));
    const offset = v128.load(bias + ((<usize>unit) << 2));
    for (let row = 0; row < rows; row += 2) {
      let x0 = input + <usize>row * stride;
      let x1 = x0 + stride;
      const end = x1;
      let w = four;
      let a0 = i32x4.splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b0 = a0;
      let b1 = a0;
      let b2 = a0;
      let b3 = a0;
      while (x0 < end) {
        const p = v128.load(x0);
        const q = v128.load(x1);
        let v = v128.load(w);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(p, v));
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(q, v));
        v = v128.load(w, 16);
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(p, v));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(q, v));
        v = v128.load(w, 32);
        a2 = i32x4.add(a2, i32x4.dot_i16x8_s(p, v));
        b2 = i32x4.add(b2, i32x4.dot_i16x8_s(q, v));
        v = v128.load(w, 48);
        a3 = i32x4.add(a3, i32x4.dot_i16x8_s(p, v));
        b3 = i32x4.add(b3, i32x4.dot_i16x8_s(q, v));
        x0 += 16;
        x1 += 16;
        w += 64;
      }
      const at = out + ((<usize>(row * units + unit)) << 2);
      const s0 = f32x4.mul(unitScale, f32x4.splat(load<f32>(scales + ((<usize>row) << 2))));
      const s1 = f32x4.mul(unitScale, f32x4.splat(load<f32>(scales + ((<usize>row) << 2), 4)));
      v128.store(at, f32x4.add(offset, f32x4.mul(s0, f32x4.convert_i32x4_s(sums(a0, a1, a2, a3)))));
      v128.store(
        at + ((<usize>units) << 2),
        f32x4.add(offset, f32x4.mul(s1, f32x4.convert_i32x4_s(sums(b0, b1, b2, b3)))),
      );
    }
  }
}

/** One row of the embedding: word piece `id` (int8, scaled) + position + segment, all `width` wide, to `out`. */
export function embed(words: usize, scale: f32, position: usize, segment: usize, out: usize, width: i32): void {
  const factor = f32x4.splat(scale);
  for (let i = 0; i < width; i += 4) {
    const at = (<usize>i) << 2;
    const word = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load8x8_s(words + <usize>i)));
    const rest = f32x4.add(v128.load(position + at), v128.load(segment + at));
    v128.store(out + at, f32x4.add(f32x4.mul(word, factor), rest));
  }
}

@inline
function total(v: v128): f32 {
  return (
    f32x4.extract_lane(v, 0) + f32x4.extract_lane(v, 1) + (f32x4.extract_lane(v, 2) + f32x4.extract_lane(v, 3))
  );
}

/** Adds `extra` (or nothing, where it is 0) to each row and normalises it to mean 0 and variance 1, then `gain` and `shift`. */
export function normalise(data: usize, extra: usize, gain: usize, shift: usize, rows: i32, width: i32): void {
  for (let row = 0; row < rows; row++) {
    const base = data + ((<usize>(row * width)) << 2);
    const more = extra + ((<usize>(row * width)) << 2);
    let sum = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) {
      const at = (<usize>i) << 2;
      let value = v128.load(base + at);
      if (extra) {
        value = f32x4.add(value, v128.load(more + at));
        v128.store(base + at, value);
      }
      sum = f32x4.add(sum, value);
    }
    const mean = f32x4.splat(total(sum) / <f32>width);
    let squares = f32x4.splat(0);
    for (let i = 0; i < width; i += 4) {
      const off = f32x4.sub(v128.load(base + ((<usize>i) << 2)), mean);
      squares = f32x4.add(squares, f32x4.mul(off, off));
    }
    const inverse = f32x4.splat(1 / sqrt<f32>(total(squares) / <f32>width + 1e-12));
    for (let i = 0; i < width; i += 4) {
      const at = (<usize>i) << 2;
      const unit = f32x4.mul(f32x4.sub(v128.load(base + at), mean), inverse);
      v128.store(base + at, f32x4.add(f32x4.mul(unit, v128.load(gain + at)), v128.load(shift + at)));
    }
  }
}

/** e to the power of x for x ≤ 0, within 2e-7 (Cephes' expf: reduction to ±ln 2 / 2, polynomial of degree 5). */
@inline
function exp4(x: v128): v128 {
  const clipped = f32x4.max(x, f32x4.splat(-87));
  const n = f32x4.nearest(f32x4.mul(clipped, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(clipped, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.12194440e-4)));
  let p = f32x4.splat(1.9875691500e-4);
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.3981999507e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(8.3334519073e-3));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(4.1665795894e-2));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(1.6666665459e-1));
  p = f32x4.add(f32x4.mul(p, r), f32x4.splat(5.0000001201e-1));
  const value = f32x4.add(f32x4.add(f32x4.mul(p, f32x4.mul(r, r)), r), f32x4.splat(1));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(value, power);
}

/** x · Φ(x) in place for `count` floats (a multiple of 4); erf by Abramowitz and Stegun 7.1.26, within 2e-7. */
export function gelu(data: usize, count: i32): void {
  const one = f32x4.splat(1);
  const half = f32x4.splat(0.5);
  for (let i = 0; i < count; i += 4) {
    const at = data + ((<usize>i) << 2);
    const x = v128.load(at);
    const z = f32x4.mul(f32x4.abs(x), f32x4.splat(0.70710678118654752));
    const t = f32x4.div(one, f32x4.add(one, f32x4.mul(f32x4.splat(0.3275911), z)));
    let p = f32x4.splat(1.061405429);
    p = f32x4.add(f32x4.mul(p, t), f32x4.splat(-1.453152027));
    p = f32x4.add(f32x4.mul(p, t), f32x4.splat(1.421413741));
    p = f32x4.add(f32x4.mul(p, t), f32x4.splat(-0.284496736));
    p = f32x4.add(f32x4.mul(p, t), f32x4.splat(0.254829592));
    const tail = f32x4.mul(f32x4.mul(p, t), exp4(f32x4.neg(f32x4.mul(z, z))));
    // Φ(x) is 1 − tail/2 on the right and tail/2 on the left.
    const right = f32x4.sub(one, f32x4.mul(half, tail));
    const left = f32x4.mul(half, tail);
    const phi = v128.bitselect(left, right, f32x4.lt(x, f32x4.splat(0)));
    v128.store(at, f32x4.mul(x, phi));
  }
}

/**
 * Attention of the first `queries` rows of `query` to `rows` rows of `key` and `value`, each `width` wide and cut into
 * `heads` heads of 32. `weights` is room for `rows` floats rounded up to 4.
 */
export function attend(
  query: usize,
  key: usize,
  value: usize,
  out: usize,
  weights: usize,
  queries: i32,
  rows: i32,
  width: i32,
  heads: i32,
): void {
  const stride = (<usize>width) << 2;
  const padded = (rows + 3) & ~3;
  for (let head = 0; head < heads; head++) {
    const column = (<usize>head) << 7;
    for (let i = 0; i < queries; i++) {
      const q = query + <usize>i * stride + column;
      const q0 = v128.load(q);
      const q1 = v128.load(q, 16);
      const q2 = v128.load(q, 32);
      const q3 = v128.load(q, 48);
      const q4 = v128.load(q, 64);
      const q5 = v128.load(q, 80);
      const q6 = v128.load(q, 96);
      const q7 = v128.load(q, 112);
      let most: f32 = -1e30;
      for (let j = 0; j < rows; j++) {
        const k = key + <usize>j * stride + column;
        let s = f32x4.mul(q0, v128.load(k));
        s = f32x4.add(s, f32x4.mul(q1, v128.load(k, 16)));
        s = f32x4.add(s, f32x4.mul(q2, v128.load(k, 32)));
        s = f32x4.add(s, f32x4.mul(q3, v128.load(k, 48)));
        s = f32x4.add(s, f32x4.mul(q4, v128.load(k, 64)));
        s = f32x4.add(s, f32x4.mul(q5, v128.load(k, 80)));
        s = f32x4.add(s, f32x4.mul(q6, v128.load(k, 96)));
        s = f32x4.add(s, f32x4.mul(q7, v128.load(k, 112)));
        const score: f32 = total(s) * 0.17677669529663687;
        store<f32>(weights + ((<usize>j) << 2), score);
        most = max(most, score);
      }
      for (let j = rows; j < padded; j++) store<f32>(weights + ((<usize>j) << 2), -1e30);
      const top = f32x4.splat(most);
      let sum = f32x4.splat(0);
      for (let j = 0; j < padded; j += 4) {
        const at = weights + ((<usize>j) << 2);
        const e = exp4(f32x4.sub(v128.load(at), top));
        v128.store(at, e);
        sum = f32x4.add(sum, e);
      }
      // What pads the last four is e^-87 each: nothing.
      const inverse: f32 = 1 / total(sum);
      let o0 = f32x4.splat(0);
      let o1 = o0;
      let o2 = o0;
      let o3 = o0;
      let o4 = o0;
      let o5 = o0;
      let o6 = o0;
      let o7 = o0;
      for (let j = 0; j < rows; j++) {
        const weight: f32 = load<f32>(weights + ((<usize>j) << 2)) * inverse;
        const w = f32x4.splat(weight);
        const v = value + <usize>j * stride + column;
        o0 = f32x4.add(o0, f32x4.mul(w, v128.load(v)));
        o1 = f32x4.add(o1, f32x4.mul(w, v128.load(v, 16)));
        o2 = f32x4.add(o2, f32x4.mul(w, v128.load(v, 32)));
        o3 = f32x4.add(o3, f32x4.mul(w, v128.load(v, 48)));
        o4 = f32x4.add(o4, f32x4.mul(w, v128.load(v, 64)));
        o5 = f32x4.add(o5, f32x4.mul(w, v128.load(v, 80)));
        o6 = f32x4.add(o6, f32x4.mul(w, v128.load(v, 96)));
        o7 = f32x4.add(o7, f32x4.mul(w, v128.load(v, 112)));
      }
      const o = out + <usize>i * stride + column;
      v128.store(o, o0);
      v128.store(o, o1, 16);
      v128.store(o, o2, 32);
      v128.store(o, o3, 48);
      v128.store(o, o4, 64);
      v128.store(o, o5, 80);
      v128.store(o, o6, 96);
      v128.store(o, o7, 112);
    }
  }
}
