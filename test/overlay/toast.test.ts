// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Saying, toast } from '@/lib/overlay/toast';

let mount: HTMLElement;
const done = vi.fn();
const undo = vi.fn();
const say = (over: Partial<Saying> = {}) =>
  toast(mount, { text: 'Peel sits this page out.', undo, focus: false, tone: 'light', ...over }, done);
const button = () => mount.querySelector('button');
const on = (type: string) => mount.querySelector('.toast')?.dispatchEvent(new Event(type, { bubbles: true }));

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  mount = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  vi.useRealTimers();
  mount.remove();
});

describe('a word to the reader', () => {
  it('goes soon where there is nothing to take back', () => {
    say({ undo: null });
    expect(mount.textContent).toBe('Peel sits this page out.');
    expect(button()).toBeNull();
    vi.advanceTimersByTime(3_000);
    expect(mount.childElementCount).toBe(0);
    expect(done).toHaveBeenCalledOnce();
  });

  it('can be taken back for longer, once', () => {
    say();
    vi.advanceTimersByTime(10_000);
    button()?.click();
    expect(undo).toHaveBeenCalledOnce();
    expect(mount.childElementCount).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(done).toHaveBeenCalledOnce();
  });

  it('waits while the pointer or the keyboard is on it', () => {
    say();
    on('pointerenter');
    vi.advanceTimersByTime(60_000);
    expect(button()).not.toBeNull();
    on('pointerleave');
    on('focusin');
    vi.advanceTimersByTime(60_000);
    expect(button()).not.toBeNull();
    on('focusout');
    vi.advanceTimersByTime(12_500);
    expect(button()).toBeNull();
  });

  it.each([
    ['the pointer', 'pointerenter', 'focusin'],
    ['the keyboard', 'focusin', 'pointerenter'],
  ])('waits for %s also when the other has left', (_, one, other) => {
    say();
    const [gone, left] = [one, other].map((type) => type.replace('enter', 'leave').replace('focusin', 'focusout'));
    on(one);
    on(other);
    on(left!);
    vi.advanceTimersByTime(60_000);
    expect(button()).not.toBeNull();
    on(gone!);
    vi.advanceTimersByTime(12_500);
    expect(button()).toBeNull();
  });

  it('takes the focus only of those who come by keys, and goes by Escape', () => {
    say();
    expect(document.activeElement).toBe(document.body);
    say({ focus: true });
    expect(mount.childElementCount).toBe(1);
    expect(document.activeElement).toBe(button());
    button()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(mount.childElementCount).toBe(0);
    expect(undo).not.toHaveBeenCalled();
  });

  it('can be silenced without a word to anyone', () => {
    say()();
    vi.advanceTimersByTime(60_000);
    expect(mount.childElementCount).toBe(0);
    expect(done).not.toHaveBeenCalled();
  });
});
