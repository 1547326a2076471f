import { useEffect, useRef, useState } from 'preact/hooks';
import { type Box, inside } from '@/lib/share/view';
import type { Edits, Taken } from './useShare';

interface Props {
  taken: Taken;
  edits: Edits;
  onEdits: (edits: Edits) => void;
  onDone: () => void;
}

type Tool = 'mask' | 'crop';
/** Smallest box that a press and a drag make, in pixels of the screen; less is a slip of the hand. */
const SLIP = 6;

/**
 * Cutting and blacking out. By mouse or finger: choose the tool and drag. By keyboard: add a box, then arrows move it, Shift
 * with arrows sizes it, Delete takes it away.
 */
export function Editor({ taken, edits, onEdits, onDone }: Props) {
  const { image } = taken;
  const canvas = useRef<HTMLCanvasElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [tool, setTool] = useState<Tool>('mask');
  const [drawn, setDrawn] = useState<Box | null>(null);
  const from = useRef<{ x: number; y: number } | null>(null);
  const fresh = useRef(false);

  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    target.width = image.width;
    target.height = image.height;
    target.getContext('2d')?.drawImage(image, 0, 0);
  }, [image]);
  useEffect(() => {
    if (!fresh.current) return;
    fresh.current = false;
    stage.current?.querySelector<HTMLElement>('.box:last-of-type')?.focus();
  });

  const place = (event: PointerEvent) => {
    const edge = canvas.current?.getBoundingClientRect();
    if (!edge) return { x: 0, y: 0 };
    return {
      x: ((event.clientX - edge.left) / edge.width) * image.width,
      y: ((event.clientY - edge.top) / edge.height) * image.height,
    };
  };
  const put = (box: Box | null) => {
    const fits = box && inside(box, image.width, image.height);
    if (!fits) return;
    if (tool === 'crop') onEdits({ ...edits, crop: fits });
    else onEdits({ ...edits, masks: [...edits.masks, fits] });
  };
  const end = () => {
    from.current = null;
    const scale = (canvas.current?.clientWidth ?? 1) / image.width;
    if (drawn && Math.abs(drawn.w * scale) >= SLIP && Math.abs(drawn.h * scale) >= SLIP) put(drawn);
    setDrawn(null);
  };
  const add = (which: Tool) => {
    const seen = visiblePart(stage.current, canvas.current, image);
    const box = { x: seen.x + seen.w * 0.3, y: seen.y + seen.h * 0.4, w: seen.w * 0.4, h: seen.h * 0.2 };
    fresh.current = true;
    if (which === 'crop') onEdits({ ...edits, crop: inside(seen, image.width, image.height) });
    else onEdits({ ...edits, masks: [...edits.masks, box] });
  };

  return (
    <div class="editor">
      <div class="tools" role="toolbar" aria-label="Crop and black out">
        <label class="chip">
          <input type="radio" name="tool" checked={tool === 'mask'} onChange={() => setTool('mask')} />
          Black out
        </label>
        <label class="chip">
          <input type="radio" name="tool" checked={tool === 'crop'} onChange={() => setTool('crop')} />
          Crop
        </label>
        <button type="button" class="button" onClick={() => add('mask')}>
          Add a black-out
        </button>
        <button type="button" class="button" onClick={() => add('crop')}>
          {edits.crop ? 'Crop to what is in sight' : 'Add a crop'}
        </button>
        <button
          type="button"
          class="button"
          disabled={!edits.crop && edits.masks.length === 0}
          onClick={() => onEdits({ crop: null, masks: [] })}
        >
          Clear all
        </button>
        <button type="button" class="button primary" onClick={onDone}>
          Done
        </button>
      </div>
      <p class="quiet hint" id="edit-hint">
        Drag over the picture. With the keyboard: arrows move a box, Shift and arrows size it, Delete removes it.
      </p>
      <div
        class="stage"
        ref={stage}
        onPointerDown={(event) => {
          if (event.button !== 0 || (event.target as Element).closest('.box')) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          from.current = place(event);
        }}
        onPointerMove={(event) => {
          const start = from.current;
          if (!start) return;
          const { x, y } = place(event);
          setDrawn({ x: start.x, y: start.y, w: x - start.x, h: y - start.y });
        }}
        onPointerUp={end}
        onPointerCancel={() => {
          from.current = null;
          setDrawn(null);
        }}
      >
        <div class="paper">
          <canvas ref={canvas} role="img" aria-label="The page as taken, before cutting" />
          {edits.masks.map((mask, i) => (
            <Handle
              key={`mask${i}`}
              kind="mask"
              name={`Black-out ${i + 1} of ${edits.masks.length}`}
              box={mask}
              image={image}
              onBox={(box) =>
                onEdits({
                  ...edits,
                  masks: box ? edits.masks.with(i, box) : edits.masks.filter((_, other) => other !== i),
                })
              }
            />
          ))}
          {edits.crop && (
            <Handle
              kind="crop"
              name="Crop"
              box={edits.crop}
              image={image}
              onBox={(box) => onEdits({ ...edits, crop: box })}
            />
          )}
          {drawn && <div class={`drawn ${tool}`} style={styleOf(normal(drawn), image)} />}
        </div>
      </div>
    </div>
  );
}

type Size = { width: number; height: number };
const normal = ({ x, y, w, h }: Box): Box => ({
  x: Math.min(x, x + w),
  y: Math.min(y, y + h),
  w: Math.abs(w),
  h: Math.abs(h),
});
const styleOf = ({ x, y, w, h }: Box, { width, height }: Size) => ({
  left: `${(x / width) * 100}%`,
  top: `${(y / height) * 100}%`,
  width: `${(w / width) * 100}%`,
  height: `${(h / height) * 100}%`,
});

/** The part of the picture that is scrolled into sight. */
function visiblePart(stage: HTMLElement | null, canvas: HTMLElement | null, { width, height }: Size): Box {
  if (!stage || !canvas) return { x: 0, y: 0, w: width, h: height };
  const scale = width / Math.max(1, canvas.clientWidth);
  const h = Math.min(height, stage.clientHeight * scale);
  return { x: 0, y: Math.min(stage.scrollTop * scale, height - h), w: width, h };
}

interface HandleProps {
  kind: Tool;
  name: string;
  box: Box;
  image: Size;
  /** null takes the box away. */
  onBox: (box: Box | null) => void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** One box over the picture, a button that keys move. */
function Handle({ kind, name, box, image, onBox }: HandleProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      onBox(null);
      return;
    }
    const step = STEPS[event.key];
    if (!step) return;
    event.preventDefault();
    // A hundredth of the width a press; with Alt a single pixel.
    const by = event.altKey ? 1 : Math.max(1, Math.round(image.width / 100));
    const [dx, dy] = [step[0] * by, step[1] * by];
    const next = event.shiftKey
      ? { ...box, w: Math.max(1, box.w + dx), h: Math.max(1, box.h + dy) }
      : {
          ...box,
          x: Math.min(Math.max(0, box.x + dx), image.width - box.w),
          y: Math.min(Math.max(0, box.y + dy), image.height - box.h),
        };
    onBox(inside(next, image.width, image.height) ?? box);
  };
  return (
    <button
      type="button"
      class={`box ${kind}`}
      style={styleOf(box, image)}
      aria-label={name}
      aria-describedby="edit-hint"
      onKeyDown={onKeyDown}
    />
  );
}
