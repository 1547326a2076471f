// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPainter } from '@/lib/overlay/painter';
import type { OverlayItem } from '@/lib/overlay/types';
import { claim } from './fixtures';

let registry: Map<string, Set<Range> & { priority: number }>;
beforeEach(() => {
  registry = new Map();
  vi.stubGlobal('CSS', { highlights: registry });
  vi.stubGlobal(
    'Highlight',
    class extends Set<Range> {
      priority = 0;
      constructor(...ranges: Range[]) {
        super(ranges);
      }
    },
  );
});
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

function rangeOf(text: Text, words: string): Range {
  const range = document.createRange();
  const start = text.data.indexOf(words);
  range.setStart(text, start);
  range.setEnd(text, start + words.length);
  return range;
}

it('colours the parts of the open claim over its ground, the shorter over the longer, and takes all of it back', () => {
  const text = document.body.appendChild(document.createTextNode('Acme’s AI does the work of 150 auditors.'));
  const item = {
    claim: claim(),
    range: rangeOf(text, 'AI does the work of 150 auditors'),
    parts: {
      actor: rangeOf(text, 'Acme'),
      quantity: rangeOf(text, '150'),
      task: rangeOf(text, 'the work of 150 auditors'),
    },
  } as unknown as OverlayItem;
  const painter = createPainter();
  painter.activate(item, true);
  // Of one priority the later is painted on top.
  expect([...registry.keys()]).toEqual(['peel-active', 'peel-part-task', 'peel-part-actor', 'peel-part-quantity']);
  const priority = (name: string) => registry.get(name)?.priority ?? Number.NaN;
  expect(priority('peel-part-task')).toBe(priority('peel-part-quantity'));
  expect(priority('peel-active')).toBeLessThan(priority('peel-part-task'));
  painter.activate(item, false);
  expect([...registry.keys()]).toEqual(['peel-active']);
  painter.activate(null, true);
  expect(registry.size).toBe(0);
});
