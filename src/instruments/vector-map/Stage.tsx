import { PointMap } from '../../components/plots/point-map/PointMap.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import type { VectorMapModel } from './useVectorMap.ts';
import styles from './vector-map.module.css';

export interface StageProps {
  readonly map: VectorMapModel;
  /** Accessible name; the map's own when absent. */
  readonly name?: string | undefined;
  readonly height?: number | 'fill' | undefined;
  readonly wheel?: 'zoom' | 'scroll' | undefined;
}

const TALL = 560;

/** Why there is no map yet; null: there is one, or something else says it. */
function waitingFor({ options: { set, settings }, rows, points, state, axes }: VectorMapModel) {
  if (!set) return { code: 'vmap.loading' } as const;
  if (set.isPartial) return { code: 'vmap.reading' } as const;
  if (!rows) return { code: 'vmap.rows' } as const;
  if (rows.ids.length === 0) return { code: 'vmap.none' } as const;
  if (settings.projection === 'axes' && !axes.axes) return { code: 'vmap.needs-axes' } as const;
  if (points) return null;
  if (state?.phase === 'neighbours') {
    return { code: 'vmap.neighbours', values: { share: `${Math.floor(100 * state.share)}%` } } as const;
  }
  return state?.phase === 'failed' ? null : ({ code: 'vmap.affinities' } as const);
}

/** The map, or what it is waiting for. */
export function VectorMapStage({ map, name, height = TALL, wheel }: StageProps) {
  const text = useText(vectorMapMessages);
  const { points, options, indexOf, wordOf } = map;
  const { selected, onSelect, lit = null, onLight } = options;
  const waiting = waitingFor(map);
  const at = indexOf(selected);
  const isFilling = height === 'fill';
  return (
    <div
      className={styles.stage}
      data-fill={isFilling || undefined}
      data-testid="vector-map"
      data-points={points?.count ?? 0}
    >
      {waiting ? (
        <div className={styles.waiting} style={isFilling ? undefined : { height }}>
          <p role="status">{text(waiting.code, waiting.values)}</p>
        </div>
      ) : (
        points && (
          <PointMap
            ref={map.handle}
            name={name ?? text('vmap.name')}
            points={points}
            selected={at >= 0 ? [at] : []}
            lit={indexOf(lit)}
            links={map.links}
            faint={null}
            legend={map.legend}
            onLight={(index) => onLight?.(wordOf(index))}
            onSelect={(index) => onSelect(wordOf(index))}
            onLasso={(indices) => map.hold(indices.flatMap((index) => wordOf(index) ?? []))}
            height={height}
            wheel={wheel}
          />
        )
      )}
    </div>
  );
}
