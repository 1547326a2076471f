import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Box } from '@/lib/share/box';
import { type Edits, inside, NO_EDITS, type Taken } from '@/lib/share/view';
import { Handle, normal, pushed, type Size, styleOf, type Tool } from './boxes';
import { Toolbar } from './Toolbar';

interface Props {
  taken: Taken;
  edits: Edits;
  onEdits: (edits: Edits) => void;
  onDone: () => void;
}

/** Smallest box that a press and a drag make, in pixels of the screen; less is a slip of the hand. */
const SLIP = 6;

/** Steps that can be taken back. Presses of a key that push the same box count as one. */
function useUndo(edits: Edits, onEdits: (edits: Edits) => void) {
  const past = useRef<Edits[]>([]);
  const lastKey = useRef('');
  return {
    change: (next: Edits, key = '') => {
      if (!key || key !== lastKey.current) past.current.push(edits);
      lastKey.current = key;
      onEdits(next);
    },
    undo: () => {
      lastKey.current = '';
      const before = past.current.pop();
      if (before) onEdits(before);
    },
    empty: past.current.length === 0,
  };
}

type Grip = { from: { x: number; y: number } } & ({ draws: true } | { draws: false; mask: number; box: Box });

/**
 * Cutting and blacking out. By mouse or finger: choose the tool and drag; a black box is dragged elsewhere. By keyboard: add
 * a box, then arrows move it, Shift with arrows sizes it, Delete takes it away, Ctrl+Z takes the last step back.
 */
export function Editor({ taken, edits, onEdits, onDone }: Props) {
  const { image } = taken;
  const canvas = useRef<HTMLCanvasElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [tool, setTool] = useState<Tool>('mask');
  const [drawn, setDrawn] = useState<Box | null>(null);
  const grip = useRef<Grip | null>(null);
  /** Which box has the focus after the next painting; -1 is the toolbar. */
  const wanted = useRef<number | null>(null);
  const { change, undo, empty } = useUndo(edits, onEdits);

  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    target.width = image.width;
    target.height = image.height;
    target.getContext('2d')?.drawImage(image, 0, 0);
  }, [image]);
  useEffect(() => {
    if (wanted.current === null) return;
    const boxes = stage.current?.querySelectorAll<HTMLElement>('.box');
    const to = boxes?.[Math.min(wanted.current, boxes.length - 1)];
    const bar = stage.current?.parentElement?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]');
    (to ?? bar)?.focus();
    wanted.current = null;
  });

  const place = (event: PointerEvent) => {
    const edge = canvas.current?.getBoundingClientRect();
    if (!edge?.width) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - edge.left) / edge.width) * image.width,
      y: ((event.clientY - edge.top) / edge.height) * image.height,
    };
  };
  const put = (box: Box) => {
    const fits = inside(box, image.width, image.height);
    if (!fits) return;
    change(tool === 'crop' ? { ...edits, crop: fits } : { ...edits, masks: [...edits.masks, fits] });
  };
  const grab = (event: PointerEvent, held: Grip) => {
    if (event.button !== 0) return;
    stage.current?.setPointerCapture(event.pointerId);
    grip.current = held;
  };
  const onMove = (event: PointerEvent) => {
    const held = grip.current;
    if (!held) return;
    const [dx, dy] = [place(event).x - held.from.x, place(event).y - held.from.y];
    if (held.draws) setDrawn({ ...held.from, w: dx, h: dy });
    else
      change(
        { ...edits, masks: edits.masks.with(held.mask, pushed(held.box, dx, dy, image)) },
        `drag${held.mask} ${held.from.x} ${held.from.y}`,
      );
  };
  const onUp = () => {
    grip.current = null;
    const scale = (canvas.current?.clientWidth ?? 1) / image.width;
    if (drawn && Math.abs(drawn.w * scale) >= SLIP && Math.abs(drawn.h * scale) >= SLIP) put(drawn);
    setDrawn(null);
  };
  const add = (which: Tool) => {
    const seen = visiblePart(stage.current, canvas.current, image);
    const box = { x: seen.x + seen.w * 0.3, y: seen.y + seen.h * 0.4, w: seen.w * 0.4, h: seen.h * 0.2 };
    wanted.current = edits.masks.length;
    if (which === 'crop') change({ ...edits, crop: inside(seen, image.width, image.height) });
    else change({ ...edits, masks: [...edits.masks, box] });
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey) || empty) return;
      event.preventDefault();
      wanted.current = (event.target as Element).closest('.box') ? edits.masks.length - 1 : null;
      undo();
    };
    const element = editor.current;
    element?.addEventListener('keydown', onKey);
    return () => element?.removeEventListener('keydown', onKey);
  });
  const none = !edits.crop && edits.masks.length === 0;

  return (
    <div class="editor" ref={editor}>
      <Toolbar
        label={t('share_edit')}
        items={[
          { words: t('edit_draw_mask'), act: () => setTool('mask'), pressed: tool === 'mask' },
          { words: t('edit_draw_crop'), act: () => setTool('crop'), pressed: tool === 'crop' },
          { words: t('edit_add_mask'), act: () => add('mask') },
          { words: t('edit_add_crop'), act: () => add('crop') },
          { words: t('undo'), act: undo, idle: empty },
          { words: t('edit_clear'), act: () => change(NO_EDITS), idle: none },
          { words: t('edit_done'), act: onDone, primary: true },
        ]}
      />
      <p class="quiet hint" id="edit-hint">
        {t('edit_hint')}
      </p>
      <section
        class="stage"
        ref={stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={t('edit_stage')}
        onPointerDown={(event) => {
          if (!(event.target as Element).closest('.box')) grab(event, { draws: true, from: place(event) });
        }}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={() => {
          grip.current = null;
          setDrawn(null);
        }}
      >
        <div class="paper">
          <canvas ref={canvas} role="img" aria-label={t('edit_canvas')} />
          {edits.masks.map((mask, i) => (
            <Handle
              key={`mask${i}`}
              kind="mask"
              name={t('edit_mask', { place: i + 1, count: edits.masks.length })}
              box={mask}
              image={image}
              onGrab={(event) => grab(event, { draws: false, mask: i, box: mask, from: place(event) })}
              onBox={(box) => {
                if (!box) wanted.current = Math.max(0, i - 1);
                const masks = box ? edits.masks.with(i, box) : edits.masks.filter((_, other) => other !== i);
                change({ ...edits, masks }, box ? `mask${i}` : '');
              }}
            />
          ))}
          {edits.crop && (
            <Handle
              kind="crop"
              name={t('edit_crop')}
              box={edits.crop}
              image={image}
              onBox={(crop) => {
                if (!crop) wanted.current = -1;
                change({ ...edits, crop }, crop ? 'crop' : '');
              }}
            />
          )}
          {drawn && <div class={`drawn ${tool}`} style={styleOf(normal(drawn), image)} />}
        </div>
      </section>
    </div>
  );
}

/** The part of the picture that is scrolled into sight. */
function visiblePart(stage: HTMLElement | null, canvas: HTMLElement | null, { width, height }: Size): Box {
  if (!stage || !canvas) return { x: 0, y: 0, w: width, h: height };
  const scale = width / Math.max(1, canvas.clientWidth);
  const h = Math.min(height, stage.clientHeight * scale);
  return { x: 0, y: Math.min(stage.scrollTop * scale, height - h), w: width, h };
}
