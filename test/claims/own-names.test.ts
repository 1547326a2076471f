import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { expect, it } from 'vitest';

/** Firms and products that our own sentences made up; a reader that knows them is only right on our own sentences. */
const MADE_UP = /Kelmore|Halcyon|Corvane|Tallow|Vantrell|Parvane|Quillon|Larch|Ardent Loop|Orbis/;

const ROOT = join(import.meta.dirname, '../..');

/** What a file says in strings and patterns, comments left out; sentences that a kind is tried on are not what it looks for. */
function literalsOf(path: string): string[] {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const found: string[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const node = value as Record<string, unknown>;
    if (node.type === 'Property' && /^(?:hits|misses)$/.test((node.key as { name?: string }).name ?? '')) return;
    if (node.type === 'Literal' || node.type === 'TemplateElement')
      found.push(text.slice(node.start as number, node.end as number));
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(path, text).program);
  return found;
}

it('no name that we made up is among what the reader looks for', () => {
  const files = ['lib/article', 'lib/claims', 'lib/english', 'lib/satire'].flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/\.as\.ts$|hard-fillings/.test(name))
      .map((name) => join(room, name)),
  );
  const literals = files.flatMap((file) => literalsOf(file).map((literal) => `${file}: ${literal}`));
  expect(literals.filter((literal) => MADE_UP.test(literal))).toEqual([]);
  expect(literals.length).toBeGreaterThan(1000);
});
