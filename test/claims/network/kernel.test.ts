import { describe, expect, it } from 'vitest';
import { compileKernel, moduleText } from '@/lib/claims/network/kernel/compile.mjs';
import { kernelBytes } from '@/lib/claims/network/kernel/kernel.generated';

const PAGE = 65_536;
const memory = new WebAssembly.Memory({ initial: 4 });
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(kernelBytes()), { env: { memory } });
const kernel = exports as Record<string, (...args: number[]) => void>;
const floats = (at: number, length: number) => new Float32Array(memory.buffer, at, length);
const ints = (at: number, length: number) => new Int8Array(memory.buffer, at, length);
/** Numbers without a pattern, the same each time. */
const noise = (n: number) => Math.sin(n * 12.9898) * 1.7;

describe('the kernel', () => {
  it('is what its source compiles to', async () => {
    expect(moduleText(kernelBytes())).toBe(moduleText(await compileKernel()));
  });

  it('asks for nothing but a memory', () => {
    expect(WebAssembly.Module.imports(new WebAssembly.Module(kernelBytes()))).toEqual([
      { module: 'env', name: 'memory', kind: 'memory' },
    ]);
  });

  it('multiplies as a plain loop does, within its quantisation', () => {
    const [rows, width, units] = [6, 24, 8];
    const [input, packed, scales, weights, unitScales, bias, out, four] = [
      1024, 2048, 3072, 4096, 5120, 5376, 6144, 7168,
    ] as const;
    for (let i = 0; i < rows * width; i++) floats(input, rows * width)[i] = noise(i);
    for (let i = 0; i < units * width; i++) ints(weights, units * width)[i] = Math.round(noise(i + 900) * 60);
    for (let i = 0; i < units; i++) {
      floats(unitScales, units)[i] = 0.01 * (i + 1);
      floats(bias, units)[i] = i - 3;
    }
    kernel.quantise!(input, packed, scales, rows, width);
    kernel.linear!(packed, scales, weights, unitScales, bias, out, four, rows, width, units);
    for (let row = 0; row < rows; row++)
      for (let unit = 0; unit < units; unit++) {
        let sum = 0;
        for (let k = 0; k < width; k++)
          sum += floats(input, rows * width)[row * width + k]! * ints(weights, units * width)[unit * width + k]!;
        const wanted = sum * 0.01 * (unit + 1) + unit - 3;
        expect(floats(out, rows * units)[row * units + unit]).toBeCloseTo(wanted, 2);
      }
  });

  it('quantises a row of noughts to noughts', () => {
    floats(1024, 8).fill(0);
    kernel.quantise!(1024, 2048, 3072, 1, 8);
    expect([...new Int16Array(memory.buffer, 2048, 8)]).toEqual(Array(8).fill(0));
    expect(floats(3072, 1)[0]).toBe(0);
  });

  it('has the curve of GELU', () => {
    const points = [-12, -4, -1, -0.5, 0, 0.5, 1, 4, 12, 1e-4, -1e-4, 3];
    const at = floats(1024, points.length);
    at.set(points);
    kernel.gelu!(1024, points.length);
    // x · Φ(x), from a table of the normal distribution.
    const wanted = [
      0, -0.000_126_7, -0.158_655, -0.154_269, 0, 0.345_731, 0.841_345, 3.999_873, 12, 5e-5, -5e-5, 2.995_95,
    ];
    wanted.forEach((value, i) => {
      expect(at[i]).toBeCloseTo(value, 5);
    });
  });

  it('normalises rows to mean 0 and variance 1', () => {
    const width = 16;
    for (let i = 0; i < width; i++) floats(1024, width)[i] = noise(i) * 5 + 3;
    floats(2048, width).fill(1);
    floats(3072, width).fill(0);
    kernel.normalise!(1024, 0, 2048, 3072, 1, width);
    const row = [...floats(1024, width)];
    const mean = row.reduce((a, b) => a + b) / width;
    expect(mean).toBeCloseTo(0, 5);
    expect(row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / width).toBeCloseTo(1, 4);
  });

  it('attends with weights that add up to 1', () => {
    const [rows, width] = [5, 32];
    for (let i = 0; i < rows * width; i++) {
      floats(4096, rows * width)[i] = noise(i);
      floats(8192, rows * width)[i] = noise(i + 70);
      floats(12_288, rows * width)[i] = 1;
    }
    kernel.attend!(4096, 8192, 12_288, 16_384, 20_480, rows, rows, width, 1);
    for (const value of floats(16_384, rows * width)) expect(value).toBeCloseTo(1, 5);
  });

  it('stays within its memory', () => {
    expect(memory.buffer.byteLength).toBe(4 * PAGE);
  });
});
