import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Loading, Note } from './states';
import { texts } from './texts';
import type { Marks, PictureElement } from './picture/marks';
import type { PictureCanvas } from './picture/PictureCanvas';

export type { Heat, Mark, MarkKind, Marks, PictureElement } from './picture/marks';

interface PictureProps {
  /** BPMN 2.0. */
  xml: string;
  /** Names the picture for those who do not see it. */
  label: string;
  /** What the marks mean; stands above the picture. */
  legend?: ComponentChildren;
  marks?: Marks;
  /** `id` of the element to frame and to bring into view. */
  selected?: string;
  /** Called for an element that was clicked, or chosen with Enter. */
  onElement?: (element: PictureElement) => void;
}

/** What came of the last text. */
interface Drawn {
  xml: string;
  failure?: string;
  isLaidOut?: boolean;
}

const NO_MARKS: Marks = {};
const ZOOM_STEP = 1.3;

/**
 * The picture of a diagram with marks at its elements. Ground and lines are as on paper in both
 * themes. A text without a picture is laid out; one that cannot be drawn is replaced by the reason.
 */
export function Picture({ xml, label, legend, marks = NO_MARKS, selected, onElement }: PictureProps) {
  const words = texts.use();
  const place = useRef<HTMLDivElement>(null);
  const latest = useRef(onElement);
  latest.current = onElement;
  const [canvas, setCanvas] = useState<PictureCanvas>();
  const [drawn, setDrawn] = useState<Drawn>();
  useEffect(() => {
    let made: PictureCanvas | undefined;
    let isGone = false;
    void import('./picture/PictureCanvas').then((module) => {
      if (!isGone) {
        const choose = (element: PictureElement) => latest.current?.(element);
        made = new module.PictureCanvas(place.current!, label, onElement && choose);
        setCanvas(made);
      }
    });
    return () => {
      isGone = true;
      made?.destroy();
    };
  }, []);
  useEffect(() => {
    let isOld = false;
    const end = (outcome: Omit<Drawn, 'xml'>) => isOld || setDrawn({ xml, ...outcome });
    canvas?.draw(xml).then(
      (isLaidOut) => end({ isLaidOut }),
      (error: Error) => end({ failure: error.message }),
    );
    return () => {
      isOld = true;
    };
  }, [canvas, xml]);
  const isReady = drawn?.xml === xml && drawn.failure === undefined;
  useEffect(() => void (isReady && canvas?.mark(marks)), [isReady, marks]);
  useEffect(() => void (isReady && canvas?.select(selected)), [isReady, selected]);
  return (
    <figure class="picture" aria-label={label}>
      {drawn?.failure !== undefined && <Note kind="warning">{words.notDrawn(drawn.failure)}</Note>}
      {!drawn && <Loading />}
      {isReady && drawn.isLaidOut && <p class="hint">{words.laidOut}</p>}
      {isReady && (
        <div class="head">
          {legend}
          <ZoomButtons canvas={canvas!} />
        </div>
      )}
      <div class="canvas" ref={place} hidden={drawn?.failure !== undefined} />
    </figure>
  );
}

/** Buttons to look at a picture more closely, or at all of it. */
export function ZoomButtons({ canvas }: { canvas: Pick<PictureCanvas, 'zoom' | 'fit'> }) {
  const words = texts.use();
  const button = (name: string, lines: string, onClick: () => void) => (
    <button type="button" class="quiet icon" aria-label={name} title={name} onClick={onClick}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={lines} fill="none" stroke="currentColor" stroke-width="2" />
      </svg>
    </button>
  );
  return (
    <div class="zoom">
      {button(words.zoomIn, 'M8 2v12M2 8h12', () => canvas.zoom(ZOOM_STEP))}
      {button(words.zoomOut, 'M2 8h12', () => canvas.zoom(1 / ZOOM_STEP))}
      {button(words.fit, 'M2 6V2h4M10 2h4v4M14 10v4h-4M6 14H2v-4', () => canvas.fit())}
    </div>
  );
}
