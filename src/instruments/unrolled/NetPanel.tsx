import { useCallback, useMemo } from 'react';
import type { FigureSelection, LaneFrame } from '../../components/diagrams/figureTypes.ts';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { GradientLane, type GradientSeries } from '../../components/diagrams/GradientLane.tsx';
import { gradientMagnitudes } from '../../components/diagrams/gradientBars.ts';
import type { FigureCursor } from '../../components/diagrams/reveal.ts';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { UnrolledNet } from '../../components/diagrams/UnrolledNet.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import type { LaneRole } from '../../models/cells/types.ts';
import type { ProbeResult } from '../../workers/protocol.ts';
import type { UnrolledSettings } from './settings.ts';
import type { Place } from './stepper.ts';
import styles from './unrolled.module.css';

export interface NetPanelProps {
  readonly settings: UnrolledSettings;
  readonly probe: ProbeResult;
  /** Token texts by id. */
  readonly vocabulary: readonly string[];
  readonly place: Place;
  readonly notation: Notation;
  readonly editedRoles: readonly LaneRole[];
  /** What a walk has reached, where it is not simply the selected place; null: everything. */
  readonly cursor?: FigureCursor | null;
  readonly onSelect: (selection: FigureSelection) => void;
  readonly onPlayToggle: () => void;
  readonly onHelp: () => void;
}

/** The layer on show, counted from 0. */
const layerOf = (probe: ProbeResult, { layer }: Pick<UnrolledSettings, 'layer'>): number =>
  Math.max(0, Math.min(layer, probe.layers.length) - 1);

/** What stands under the columns: the words; above the first layer, the layer below's hidden states. */
function useTokens({ probe, settings, notation }: NetPanelProps) {
  const at = layerOf(probe, settings);
  return useMemo(() => {
    const below = `${notation === 'ng' ? 'a' : 'h'}[${at}]`;
    return probe.tokens.map((token) =>
      at > 0 ? { text: below, known: true } : { ...token, text: visibleSymbol(token.text) },
    );
  }, [probe.tokens, notation, at]);
}

/** |∂L/∂c| and |∂L/∂a| of the unit on show, or their norms over all units. */
function useSeries({ probe, settings, notation }: NetPanelProps): readonly GradientSeries[] {
  const text = useText();
  const at = layerOf(probe, settings);
  return useMemo(() => {
    const layer = probe.layers[at];
    if (!layer) return [];
    const { size, shape } = layer.trace;
    const which = settings.allUnits ? 'norm' : Math.min(settings.unit, shape.hidden) - 1;
    const hidden = text(notation === 'ng' ? 'view.gradientHidden' : 'view.gradientHiddenTextbook');
    const rows = [
      { id: 'cell', role: 'cell', label: text('view.gradientCell'), shortLabel: '∂c' },
      { id: 'hidden', role: 'hidden', label: hidden, shortLabel: notation === 'ng' ? '∂a' : '∂h' },
    ] as const;
    return rows.flatMap((row) => {
      const values = layer.gradients[row.role];
      return values ? [{ ...row, values: gradientMagnitudes(values, size, shape.hidden, which) }] : [];
    });
  }, [probe, at, settings.allUnits, settings.unit, notation, text]);
}

/** Which error it is whose way back the bars show. */
function GradientNote({ probe, settings, vocabulary }: NetPanelProps) {
  const text = useText();
  const unit = Math.min(settings.unit, probe.layers[0]?.trace.shape.hidden ?? 1);
  const values = {
    target: visibleSymbol(vocabulary[probe.target] ?? ''),
    loss: formatFixed(probe.loss, 2),
    word: visibleSymbol(probe.tokens[probe.lossStep]?.text ?? ''),
    step: probe.lossStep + 1,
  };
  return (
    <p className={styles.note}>
      {text('view.gradientNote', values)}{' '}
      {settings.allUnits ? text('view.gradientNorm') : text('view.gradientUnit', { unit })}
    </p>
  );
}

/** The unrolled net, and under it, in line with its columns, how far one error reaches back. */
export function NetPanel(props: NetPanelProps) {
  const text = useText();
  const { settings, probe, place, notation, onSelect } = props;
  const term = useNetTerm();
  const series = useSeries(props);
  const at = layerOf(probe, settings);
  const trace = probe.layers[at]?.trace;
  const tokens = useTokens(props);
  const unit = Math.min(settings.unit, trace?.shape.hidden ?? 1) - 1;
  const selected = useMemo(() => ({ ...place, unit }), [place, unit]);
  const onSelectStep = useCallback(
    (step: number) => onSelect({ step, role: place.role, unit }),
    [onSelect, place.role, unit],
  );
  if (!trace) return null;
  const below = (frame: LaneFrame) => (
    <GradientLane
      frame={frame}
      series={series}
      scale={settings.logScale ? 'log' : 'linear'}
      selectedStep={place.step}
      onSelectStep={onSelectStep}
    />
  );
  return (
    <div className={styles.net}>
      <UnrolledNet
        trace={trace}
        tokens={tokens}
        view={settings.allUnits ? { kind: 'all' } : { kind: 'one', unit }}
        selected={selected}
        onSelect={onSelect}
        cursor={props.cursor === undefined ? (settings.walking ? place : null) : props.cursor}
        notation={notation}
        editedRoles={props.editedRoles}
        lossStep={at === probe.layers.length - 1 ? probe.lossStep : null}
        name={text('instrument.figureName', {
          cell: text(`instrument.cell.${settings.cell}`),
          sentence: tokens.map((token) => token.text).join(' '),
        })}
        highlightedTerm={term.active}
        onTermHover={term.set}
        onPlayToggle={props.onPlayToggle}
        onHelp={props.onHelp}
        below={below}
      />
      <GradientNote {...props} />
    </div>
  );
}
