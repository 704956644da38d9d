import { useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { vectorMapMessages } from '../../i18n/messages/vector-map.ts';
import { DivergenceCurve } from '../projection-run/DivergenceCurve.tsx';
import { ProjectionBar } from '../projection-run/ProjectionBar.tsx';
import { ProjectionNews } from '../projection-run/ProjectionNews.tsx';
import { WordField } from '../vector-panels/WordField.tsx';
import { HeldWords } from './HeldWords.tsx';
import { MethodFields } from './MethodFields.tsx';
import { ColourFields, MoreFields } from './MoreFields.tsx';
import { MapNotes, NearNotes } from './Notes.tsx';
import { VectorMapStage } from './Stage.tsx';
import { type MapPart, useVectorMap, type VectorMapOptions } from './useVectorMap.ts';
import styles from './vector-map.module.css';
import { WordsFields } from './WordsFields.tsx';

/** Run, settings, quality: everything about a map but the map. For a page that has its own place for it. */
export function VectorMapPanel({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { projection, state, options } = map;
  const { settings, change } = options;
  const isRun = settings.projection === 'tsne' || settings.projection === 'umap';
  return (
    <div className={styles.panel}>
      <MethodFields map={map} />
      <WordsFields map={map} />
      {isRun && (
        <ProjectionBar
          projection={projection}
          state={state}
          seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
        />
      )}
      <ProjectionNews projection={projection} state={state} />
      <ColourFields map={map} />
      <MoreFields map={map} />
      <MapNotes map={map} />
      {settings.projection === 'tsne' && state && state.curve.length > 1 && (
        <details className={styles.more}>
          <summary>{text('vmap.curve')}</summary>
          <DivergenceCurve curve={state.curve} height={130} />
        </details>
      )}
    </div>
  );
}

/** Looks for a word and flies to it. */
export function VectorMapSearch({ map }: MapPart) {
  const text = useText(vectorMapMessages);
  const { set, selected } = map.options;
  if (!set || set.isPartial) return null;
  return <WordField set={set} label={text('vmap.search')} value={selected ?? ''} onChange={map.goTo} />;
}

/** What stands under a map: the selected word's nearest, the words of a lasso. */
export function VectorMapFoot({ map }: MapPart) {
  return (
    <>
      <HeldWords map={map} />
      <NearNotes map={map} />
    </>
  );
}

export interface VectorMapProps extends VectorMapOptions {
  readonly name?: string;
  readonly height?: number;
  readonly wheel?: 'zoom' | 'scroll';
}

/** A map of an open set with all its controls, for a figure of its own. */
export function VectorMap({ name, height, wheel, ...options }: VectorMapProps) {
  const frame = useRef<HTMLDivElement>(null);
  const map = useVectorMap(frame, options);
  return (
    <div className={styles.container}>
      <div ref={frame} className={styles.map}>
        <div className={styles.side}>
          <VectorMapSearch map={map} />
          <VectorMapPanel map={map} />
        </div>
        <div className={styles.main}>
          <VectorMapStage map={map} name={name} height={height} wheel={wheel} />
          <VectorMapFoot map={map} />
        </div>
      </div>
    </div>
  );
}
