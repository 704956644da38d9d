import type { RefObject } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { DivergenceCurve } from '../../instruments/projection-run/DivergenceCurve.tsx';
import { ProjectionBadge } from '../../instruments/projection-run/ProjectionBadge.tsx';
import { ProjectionBar } from '../../instruments/projection-run/ProjectionBar.tsx';
import { ProjectionNews } from '../../instruments/projection-run/ProjectionNews.tsx';
import { MethodFields } from '../../instruments/vector-map/MethodFields.tsx';
import { ColourFields, MoreFields } from '../../instruments/vector-map/MoreFields.tsx';
import { MapNotes } from '../../instruments/vector-map/Notes.tsx';
import { VectorMapStage } from '../../instruments/vector-map/Stage.tsx';
import type { VectorMapModel } from '../../instruments/vector-map/useVectorMap.ts';
import { VectorMapFoot } from '../../instruments/vector-map/VectorMap.tsx';
import { WordsFields } from '../../instruments/vector-map/WordsFields.tsx';
import styles from './lab.module.css';

interface MapColumnProps {
  readonly map: VectorMapModel;
  /** What has to be on screen for the map to run. */
  readonly frame: RefObject<HTMLDivElement | null>;
}

/** How the descent went, folded away. */
function Curve({ map: { state, options } }: Pick<MapColumnProps, 'map'>) {
  const text = useText(vectorMapMessages);
  if (options.settings.projection !== 'tsne' || !state || state.curve.length < 2) return null;
  return (
    <details className={styles.curve}>
      <summary>{text('vmap.curve')}</summary>
      <DivergenceCurve curve={state.curve} height={130} />
    </details>
  );
}

/** The map of the set's words: what it is made of above it, how far it is below it. */
export function MapColumn({ map, frame }: MapColumnProps) {
  const { projection, state, options } = map;
  const { settings, change } = options;
  const isRun = settings.projection === 'tsne' || settings.projection === 'umap';
  return (
    <div ref={frame} className={styles.map} data-part="map">
      <div className={styles.method}>
        <MethodFields map={map} />
        <WordsFields map={map} />
      </div>
      <VectorMapStage map={map} height={560} />
      {state && <ProjectionBadge state={state} />}
      {isRun && (
        <ProjectionBar
          projection={projection}
          state={state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
      )}
      <ProjectionNews projection={projection} state={state} />
      <MapNotes map={map} />
      <VectorMapFoot map={map} />
      <ColourFields map={map} />
      <MoreFields map={map} />
      <Curve map={map} />
    </div>
  );
}
