import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '@/lib/locale';
import type { Box } from '@/lib/share/box';
import { type Edits, inside, isEdited, NO_EDITS, type Taken } from '@/lib/share/view';
import { Handle, normal, type Size, styleOf, type Tool } from './boxes';
import { Toolbar } from './Toolbar';
import { type Change, useDrag, useNextBox, useUndo, useUndoKey } from './use-editor';

interface Props {
  taken: Taken;
  edits: Edits;
  onEdits: (edits: Edits) => void;
  onDone: () => void;
}

/**
 * Cutting and blacking out. By mouse or finger: choose the tool and drag; a black box is dragged elsewhere. A finger
 * scrolls by a tool, too: where it draws it cannot. By keyboard: add
 * a box, then arrows move it, Shift with arrows sizes it, Delete takes it away, Ctrl+Z takes the last step back.
 */
export function Editor({ taken, edits, onEdits, onDone }: Props) {
  const { image } = taken;
  const canvas = useRef<HTMLCanvasElement>(null);
  const editor = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const [tool, setTool] = useState<Tool | 'scroll'>('mask');
  const { change, undo, empty } = useUndo(edits, onEdits);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    target.width = image.width;
    target.height = image.height;
    target.getContext('2d')?.drawImage(image, 0, 0);
  }, [image]);
  const nextBox = useNextBox(stage);
  const { drawn, grab, handlers } = useDrag({
    canvas,
    stage,
    image,
    scrolls: tool === 'scroll',
    onDrawn: (box) => {
      const fits = inside(box, image.width, image.height);
      if (fits) change(tool === 'crop' ? { ...edits, crop: fits } : { ...edits, masks: [...edits.masks, fits] });
    },
    onDragged: (mask, box, key) => change({ ...edits, masks: edits.masks.with(mask, box) }, key),
  });
  useUndoKey(editor, empty, (from) => {
    const box = from.closest('.box');
    const boxes = [...(stage.current?.querySelectorAll('.box') ?? [])];
    // The crop stands last, however many black-outs the step brings back.
    nextBox.current = !box ? null : box.matches('.crop') ? Infinity : boxes.indexOf(box);
    undo();
  });
  const add = (which: Tool) => {
    const seen = visiblePart(stage.current, canvas.current, image);
    const box = { x: seen.x + seen.w * 0.3, y: seen.y + seen.h * 0.4, w: seen.w * 0.4, h: seen.h * 0.2 };
    nextBox.current = edits.masks.length;
    if (which === 'crop') change({ ...edits, crop: inside(seen, image.width, image.height) });
    else change({ ...edits, masks: [...edits.masks, box] });
  };

  return (
    <div class="editor" ref={editor}>
      <EditorTools
        edits={edits}
        tool={tool}
        setTool={setTool}
        add={add}
        change={change}
        undo={undo}
        empty={empty}
        onDone={onDone}
      />
      <p class="quiet hint" id="edit-hint">
        {t('edit_hint')}
      </p>
      <section
        class={tool === 'scroll' ? 'stage scrolls' : 'stage'}
        ref={stage}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        tabIndex={0}
        aria-label={t('edit_stage')}
        onPointerDown={(event) => {
          if (!(event.target as Element).closest('.box')) grab(event, null);
        }}
        {...handlers}
      >
        <div class="paper">
          <canvas ref={canvas} role="img" aria-label={t('edit_canvas')} />
          <Boxes edits={edits} image={image} change={change} nextBox={nextBox} grab={grab} />
          {drawn && <div class={`drawn ${tool}`} style={styleOf(normal(drawn), image)} />}
        </div>
      </section>
    </div>
  );
}

interface EditorToolsProps {
  edits: Edits;
  tool: Tool | 'scroll';
  setTool: (tool: Tool | 'scroll') => void;
  /** Adds a box where the picture is in sight. */
  add: (tool: Tool) => void;
  change: Change;
  undo: () => void;
  /** There is no step to take back. */
  empty: boolean;
  onDone: () => void;
}

function EditorTools({ edits, tool, setTool, add, change, undo, empty, onDone }: EditorToolsProps) {
  return (
    <Toolbar
      label={t('share_edit')}
      items={[
        { words: t('edit_draw_mask'), act: () => setTool('mask'), pressed: tool === 'mask' },
        { words: t('edit_draw_crop'), act: () => setTool('crop'), pressed: tool === 'crop' },
        { words: t('edit_scroll'), act: () => setTool('scroll'), pressed: tool === 'scroll' },
        { words: t('edit_add_mask'), act: () => add('mask') },
        { words: t('edit_add_crop'), act: () => add('crop') },
        { words: t('undo'), act: undo, idle: empty },
        { words: t('edit_clear'), act: () => change(NO_EDITS), idle: !isEdited(edits) },
        { words: t('edit_done'), act: onDone, primary: true },
      ]}
    />
  );
}

interface BoxesProps extends Pick<ReturnType<typeof useDrag>, 'grab'> {
  edits: Edits;
  image: Size;
  change: Change;
  nextBox: ReturnType<typeof useNextBox>;
}

/** The black boxes and the one that cuts, over the picture. */
function Boxes({ edits, image, change, nextBox, grab }: BoxesProps) {
  return (
    <>
      {edits.masks.map((mask, i) => (
        <Handle
          key={`mask${i}`}
          kind="mask"
          name={t('edit_mask', { place: i + 1, count: edits.masks.length })}
          box={mask}
          image={image}
          onGrab={(event) => grab(event, { mask: i, box: mask })}
          onBox={(box) => {
            if (!box) nextBox.current = Math.max(0, i - 1);
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
            if (!crop) nextBox.current = -1;
            change({ ...edits, crop }, crop ? 'crop' : '');
          }}
        />
      )}
    </>
  );
}

/** The part of the picture that is scrolled into sight. */
function visiblePart(stage: HTMLElement | null, canvas: HTMLElement | null, { width, height }: Size): Box {
  if (!stage || !canvas) return { x: 0, y: 0, w: width, h: height };
  const scale = width / Math.max(1, canvas.clientWidth);
  const h = Math.min(height, stage.clientHeight * scale);
  return { x: 0, y: Math.min(stage.scrollTop * scale, height - h), w: width, h };
}
