import { type PointerEvent, type ReactNode, useEffect, useRef } from 'react';
import { type SignedPalette, signedColor } from '../diagrams/palette.ts';
import { useSignedPalette } from '../diagrams/useSignedPalette.ts';
import { readToken } from '../interaction/useThemeVersion.ts';
import { useWidth } from '../interaction/useWidth.ts';
import { bucketMeans } from './bucketMeans.ts';
import styles from './UnitStrip.module.css';

export interface UnitStripProps {
  /** One a token, coloured on the fixed scale −1 … 1. */
  readonly values: ArrayLike<number>;
  /** What the values are compared with, drawn under them from 0 to its largest; null: nothing. */
  readonly track: ArrayLike<number> | null;
  /** Accessible name. */
  readonly name: string;
  readonly height?: number;
  /** Tokens that are marked. */
  readonly marked?: { readonly from: number; readonly to: number } | null;
  readonly onPick?: (t: number) => void;
}

/** Height of the values; the rest is the track's. */
const SHARE = 0.55;
/** Between the two (px). */
const GAP = 2;

interface Sheet {
  readonly context: CanvasRenderingContext2D;
  readonly width: number;
  readonly height: number;
}

function drawValues(
  { context, width, height }: Sheet,
  values: ArrayLike<number>,
  palette: SignedPalette,
): void {
  bucketMeans(values, width).forEach((value, x) => {
    context.fillStyle = signedColor(value, palette);
    context.fillRect(x, 0, 1, height);
  });
}

function drawTrack({ context, width, height }: Sheet, track: ArrayLike<number>, top: number): void {
  const means = bucketMeans(track, width);
  const most = means.reduce((largest, value) => Math.max(largest, value), 0) || 1;
  context.fillStyle = readToken('--point', '#838eae');
  means.forEach((value, x) => {
    const size = Math.max(0, value / most) * (height - top);
    context.fillRect(x, height - size, 1, size);
  });
}

/** Sharp on any screen: as many pixels as it has. */
function openSheet(canvas: HTMLCanvasElement, cssWidth: number, cssHeight: number): Sheet | null {
  const context = canvas.getContext('2d');
  if (!context) return null;
  const ratio = window.devicePixelRatio || 1;
  const [width, height] = [Math.max(1, Math.round(cssWidth * ratio)), Math.round(cssHeight * ratio)];
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}

const percent = (share: number): string => `${(100 * share).toFixed(2)}%`;

/** A whole passage at a glance: a unit's values as colours, and under them what it is compared with. */
export function UnitStrip(props: UnitStripProps): ReactNode {
  const { values, track, name, height = 30, marked, onPick } = props;
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = useWidth(frame);
  const palette = useSignedPalette();
  useEffect(() => {
    const sheet = canvas.current && width !== null ? openSheet(canvas.current, width, height) : null;
    if (!sheet) return;
    const top = track ? Math.round(sheet.height * SHARE) : sheet.height;
    drawValues({ ...sheet, height: top - GAP }, values, palette);
    if (track) drawTrack(sheet, track, top);
  }, [values, track, width, height, palette]);
  const onPointerUp = (event: PointerEvent<HTMLElement>) => {
    const { left, width: wide } = event.currentTarget.getBoundingClientRect();
    const t = Math.floor(((event.clientX - left) / wide) * values.length);
    onPick?.(Math.max(0, Math.min(values.length - 1, t)));
  };
  return (
    <div
      ref={frame}
      className={styles.strip}
      style={{ height }}
      {...(onPick ? { onPointerUp, 'data-pick': '' } : {})}
    >
      <canvas ref={canvas} role="img" aria-label={name} className={styles.canvas} />
      {marked && values.length > 0 ? (
        <span
          className={styles.marked}
          style={{
            left: percent(marked.from / values.length),
            width: percent((marked.to - marked.from) / values.length),
          }}
        />
      ) : null}
    </div>
  );
}
