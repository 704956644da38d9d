import { memo, useCallback, useMemo, useState } from 'react';
import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { UnitStrip } from '../../components/plots/UnitStrip.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { ColouredPassage } from '../../components/text/ColouredPassage.tsx';
import type { TokenStretch } from '../../components/text/stretch.ts';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import { useSettings } from '../../store/settings.ts';
import styles from './cells.module.css';
import { spanAround } from './choose.ts';
import { guessBits, Legend } from './Legend.tsx';
import { laneLetter } from './lane.ts';
import { MOST_SPAN } from './settings.ts';
import type { CellsView } from './view.ts';

/** What the passage is coloured by, on −1 … 1. */
function useFill(view: CellsView): Float32Array {
  const { mode, values, bits } = view;
  const most = guessBits(view);
  return useMemo(
    () => (mode === 'surprise' ? bits.map((value) => value / most) : values),
    [mode, values, bits, most],
  );
}

/** A token and its numbers in words. */
export function useDescribe(view: CellsView): (t: number) => string {
  const text = useText(cellMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const { search, mode, tokens, feature, values, bits, layer, unit } = view;
  const { kind } = search.read.model.shape.spec;
  return useCallback(
    (t) => {
      const place = { step: t + 1, token: visibleSymbol(tokens[t]?.text ?? '') };
      if (mode === 'surprise') {
        const value = bits[t] ?? Number.NaN;
        return Number.isNaN(value)
          ? text('cells.first', place)
          : text('cells.bits-at', {
              ...place,
              bits: formatFixed(value),
              share: formatFixed(100 * 2 ** -value),
            });
      }
      const track = feature
        ? text('cells.track-value', {
            track: text(`cells.track-${feature.track}`),
            value: search.tracks[feature.track][t] ?? 0,
          })
        : '';
      return text('cells.value-at', {
        ...place,
        layer: layer + 1,
        unit: unit + 1,
        letter: laneLetter(search.lane, kind, notation),
        value: formatSigned(values[t] ?? Number.NaN, 3),
        track,
      });
    },
    [text, notation, kind, search, mode, tokens, feature, values, bits, layer, unit],
  );
}

/** The whole passage as a strip, with the feature under it. */
function Overview(props: {
  readonly view: CellsView;
  readonly fill: Float32Array;
  readonly onAt: (t: number) => void;
}) {
  const { view, fill, onAt } = props;
  const text = useText(cellMessages);
  const { search, mode, feature, span } = view;
  const isUnit = mode === 'unit';
  const track = isUnit && feature ? feature.track : null;
  return (
    <div className={styles.overview}>
      <UnitStrip
        values={fill}
        track={track ? search.tracks[track] : null}
        height={track ? 40 : 24}
        name={
          track
            ? text('cells.strip', {
                unit: view.unit + 1,
                layer: view.layer + 1,
                track: text(`cells.track-${track}`),
              })
            : text('cells.strip-surprise')
        }
        marked={span}
        onPick={onAt}
      />
      {track ? (
        <span className={styles.note}>
          {text('cells.strip-note', { track: text(`cells.track-${track}`) })}
        </span>
      ) : null}
    </div>
  );
}

/** The passage on its colours, its scale, and the number under the pointer. */
export const PassageBox = memo(function PassageBox({
  view,
  at,
}: {
  readonly view: CellsView;
  readonly at: number;
}) {
  const text = useText(cellMessages);
  const { mode, signs, tokens, span, change } = view;
  const [hovered, setHovered] = useState<number | null>(null);
  const fill = useFill(view);
  const describe = useDescribe(view);
  const isUnit = mode === 'unit';
  // In the opened span the two figures point at the same token.
  const onAt = (t: number) => {
    // A pointer that rests on the passage is not what the reader points with now.
    setHovered(null);
    change({
      cellAt: t + 1,
      ...(span && t >= span.from && t < span.to ? { spanStep: t - span.from + 1 } : {}),
    });
  };
  const onSpan = ({ from, to }: TokenStretch) =>
    change({ spanFrom: from + 1, spanTo: to, cellAt: from + 1, spanStep: 1 });
  const onOpen = (t: number) => {
    const isInside = span !== null && t >= span.from && t < span.to;
    const opened = isInside ? span : spanAround(t, tokens.length);
    if (opened)
      change({ cellAt: t + 1, spanFrom: opened.from + 1, spanTo: opened.to, spanStep: t - opened.from + 1 });
  };
  return (
    <div className={styles.box}>
      <Overview view={view} fill={fill} onAt={onAt} />
      <ColouredPassage
        tokens={tokens}
        values={fill}
        signs={isUnit || signs === 'bars' ? signs : 'none'}
        level={view.search.read.model.config.task.level}
        at={at}
        span={span}
        mostSpan={MOST_SPAN}
        name={
          isUnit
            ? text('cells.passage', { unit: view.unit + 1, layer: view.layer + 1 })
            : text('cells.passage-surprise')
        }
        describe={describe}
        onAt={onAt}
        onOpen={onOpen}
        onSpan={onSpan}
        onHover={setHovered}
      />
      <p className={styles.readout} data-testid="cells-readout">
        {describe(hovered ?? at)}
      </p>
      <Legend view={view} />
      <p className={styles.note}>{text('cells.keys', { most: MOST_SPAN })}</p>
    </div>
  );
});
