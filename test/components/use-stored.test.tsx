// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useStored } from '@/components/use-stored';
import { button, close, draw, screen, tidyUp } from './screen';

/** Storage that answers when a test says so. */
let answer: (found: string) => void;
let answerLate: (late: string) => void;
let change: (now: string) => void;
let following: AbortSignal | null;

const read = (onLate: (late: string) => void) => {
  answerLate = onLate;
  return new Promise<string>((resolve) => (answer = resolve));
};
const watch = (onChange: (now: string) => void, signal: AbortSignal) => {
  change = onChange;
  following = signal;
};

function Held() {
  const [held, hold] = useStored(read, watch);
  return (
    <main>
      {held ?? 'nothing yet'}
      <button type="button" onClick={() => hold('said here')}>
        Say
      </button>
    </main>
  );
}

const shows = (words: string) => vi.waitFor(() => expect(screen()).toBe(`${words}Say`));
/** What would have come has come. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 50));

beforeEach(async () => {
  following = null;
  await draw(<Held />, () => following);
});
afterEach(tidyUp);

describe('what is stored, on a screen', () => {
  it('is nothing until it has been read, and then follows every change', async () => {
    await shows('nothing yet');
    answer('read');
    await shows('read');
    change('changed');
    await shows('changed');
    change('changed again');
    await shows('changed again');
  });

  it('is what came late, where storage answered after the patience of the reader', async () => {
    answer('given up');
    await shows('given up');
    answerLate('late');
    await shows('late');
  });

  it('is a change that was told of meanwhile, and not what was read before it, however late', async () => {
    change('changed');
    answer('read');
    answerLate('late');
    await settled();
    await shows('changed');
  });

  it('is what the screen itself says it has become, until it is told of something newer', async () => {
    answer('read');
    await shows('read');
    button('Say').click();
    await shows('said here');
    change('changed');
    await shows('changed');
  });

  it('is not followed once the screen is closed', async () => {
    close();
    await vi.waitFor(() => expect(following?.aborted).toBe(true));
  });
});
