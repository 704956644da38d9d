import { type ReactNode, useCallback, useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { SmallMap } from '../../components/plots/SmallMap.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { shapeMapMessages } from '../../i18n/messages/shape-maps.ts';
import type { ShapePoints } from '../../models/projection/shapes.ts';
import { STEPS } from '../../models/projection/shapes.ts';
import type { Projection } from '../../store/projection-state.ts';
import { useProjectionState } from '../projection-run/useProjectionState.ts';
import { isCalm } from './calm.ts';
import styles from './shape-maps.module.css';

export const classCount = ({ classes, kind }: ShapePoints): number =>
  kind === 'scale' ? STEPS : Math.max(...classes) + 1;

/** ms between two pictures for readers who want little motion. */
const CALM_MS = 800;

/** Draws what frames bring; with little motion only now and then, and at rest. */
function useFrames(projection: Projection | null) {
  return useCallback(
    (draw: (positions: Float32Array) => void) => {
      if (!projection) return () => {};
      let drawn = Number.NEGATIVE_INFINITY;
      const show = (positions: Float32Array) => {
        const isMoving = projection.store.getState().phase === 'running';
        if (isMoving && isCalm() && performance.now() - drawn < CALM_MS) return;
        drawn = performance.now();
        draw(positions);
      };
      const latest = projection.latest();
      if (latest) draw(latest.positions);
      const stopFrames = projection.onFrame(({ positions }) => show(positions));
      const stopPhases = projection.store.subscribe(({ phase }, { phase: before }) => {
        const now = projection.latest();
        if (phase !== before && now) draw(now.positions);
      });
      return () => {
        stopFrames();
        stopPhases();
      };
    },
    [projection],
  );
}

/** Of what is drawn larger than other maps: its marks are as large as theirs. */
const LARGE = 360;

export interface MapCellProps {
  readonly label: ReactNode;
  /** Accessible name. */
  readonly name: string;
  readonly points: ShapePoints;
  readonly projection: Projection | null;
  /** Whether it stands alone, and has more room. */
  readonly isLarge?: boolean;
}

/** One map, what it is of, and how far it is. */
export function MapCell({ label, name, points, projection, isLarge = false }: MapCellProps) {
  const text = useText(shapeMapMessages);
  const whole = new Intl.NumberFormat(useLocale());
  const state = useProjectionState(projection);
  const subscribe = useFrames(projection);
  const divergence = state?.curve.at(-1)?.divergence;
  const failure = state?.failure;
  return (
    <figure className={styles.cell} data-phase={state?.phase ?? 'waiting'} data-iteration={state?.iteration}>
      <SmallMap
        name={name}
        classes={points.classes}
        kind={points.kind}
        classCount={classCount(points)}
        width={2}
        positions={null}
        subscribe={subscribe}
        {...(isLarge && { size: LARGE })}
      />
      <figcaption>
        <b data-term="output">{label}</b>
        <span className={styles.state} data-term="prediction">
          {failure
            ? text('shapes.failed')
            : text('shapes.state', {
                iteration: whole.format(state?.iteration ?? 0),
                divergence: divergence === undefined ? '…' : formatFixed(divergence, 2),
              })}
        </span>
      </figcaption>
    </figure>
  );
}

/** Points of three dimensions as they look from a little above and to the right. */
function atAnAngle(vectors: Float32Array): Float32Array {
  const seen = new Float32Array((vectors.length / 3) * 2);
  for (let i = 0; 3 * i < vectors.length; i++) {
    const [x = 0, y = 0, z = 0] = vectors.subarray(3 * i, 3 * i + 3);
    seen.set([x + 0.18 * z, y + 0.38 * z], 2 * i);
  }
  return seen;
}

/** The points as they are: seen at an angle, or by the first two of their coordinates. */
export function TrueCell({ points }: { readonly points: ShapePoints }) {
  const text = useText(shapeMapMessages);
  const { dimensions, vectors } = points;
  const isSolid = dimensions === 3;
  const seen = useMemo(() => (isSolid ? atAnAngle(vectors) : vectors), [isSolid, vectors]);
  return (
    <figure className={styles.cell} data-true="">
      <SmallMap
        name={text('shapes.true-name', { dimensions })}
        classes={points.classes}
        kind={points.kind}
        classCount={classCount(points)}
        width={isSolid ? 2 : dimensions}
        positions={seen}
        size={LARGE}
      />
      <figcaption>
        <b data-term="input">{text('shapes.true')}</b>
        <span className={styles.state}>{text('shapes.true-state', { dimensions })}</span>
      </figcaption>
    </figure>
  );
}
