import { useMemo } from 'react';
import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import type { FigureToken } from '../../components/diagrams/figureTypes.ts';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { ProbabilityBars } from '../../components/plots/ProbabilityBars.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { valueIndex } from '../../models/cells/operands.ts';
import { type NextSymbolShape, nextSymbolLayout, viewNextSymbol } from '../../models/language/next-symbol.ts';
import type { ProbeResult } from '../../workers/protocol.ts';
import { changeEdit, changeHold, type UnrolledSettings } from './settings.ts';
import type { Place } from './stepper.ts';
import styles from './unrolled.module.css';

export interface DetailPaneProps {
  readonly settings: UnrolledSettings;
  readonly probe: ProbeResult;
  readonly shape: NextSymbolShape;
  /** With the reader's edits in place. */
  readonly parameters: Float64Array;
  readonly vocabulary: readonly string[];
  readonly place: Place;
  readonly notation: Notation;
  readonly onChange: (part: Partial<UnrolledSettings>) => void;
}

/** A space or a line break as something to see. */
function shownToken(probe: ProbeResult, step: number): FigureToken {
  const { text = '', known = false } = probe.tokens[step] ?? {};
  return { text: visibleSymbol(text), known };
}

/** Where a layer's parameters begin in the flat vector. */
const layerOffset = (shape: NextSymbolShape, layer: number): number =>
  nextSymbolLayout(shape).slots.find(({ name }) => name === `layers.${layer}.inputWeights`)?.offset ?? 0;

/** The arithmetic of the selected box, with the true operands; weights and values can be changed here. */
export function DetailPane(props: DetailPaneProps) {
  const { settings, probe, shape, parameters, vocabulary, place, notation, onChange } = props;
  const term = useTerm();
  const at = Math.min(settings.layer, shape.layers) - 1;
  const layer = probe.layers[at];
  const unit = Math.min(settings.unit, shape.hidden) - 1;
  const cell = useMemo(() => viewNextSymbol(shape, parameters).layers[at], [shape, parameters, at]);
  const edited = useMemo(() => new Set(settings.edits.map(([index = -1]) => index)), [settings.edits]);
  if (!layer || !cell) return null;
  const selection = { ...place, unit };
  const index = valueIndex(layer.trace, { step: place.step, batch: 0, unit });
  return (
    <DetailPanel
      trace={layer.trace}
      parameters={cell}
      selection={selection}
      token={shownToken(probe, place.step)}
      operands={selectOperands(layer.trace, cell, selection)}
      notation={notation}
      inputName={(index) => vocabulary[index] ?? String(index)}
      gradient={layer.gradients[place.role]?.[index] ?? null}
      parameterOffset={layerOffset(shape, at)}
      {...(shape.layers > 1 ? { layer: at + 1 } : {})}
      editedParameters={edited}
      highlightedTerm={term.active}
      onTermHover={term.set}
      onEditWeight={(index, value) => onChange({ edits: changeEdit(settings.edits, index, value) })}
      onHold={(hold) => onChange({ holds: changeHold(settings.holds, hold, hold.value, at) })}
      onRelease={(box) => onChange({ holds: changeHold(settings.holds, box, null, at) })}
      onResetEdits={() => onChange({ edits: [], holds: [] })}
    />
  );
}

/** ŷ after the selected word. */
export function Predictions({
  probe,
  vocabulary,
  step,
}: {
  readonly probe: ProbeResult;
  readonly vocabulary: readonly string[];
  readonly step: number;
}) {
  const text = useText();
  const size = vocabulary.length;
  const probabilities = probe.probabilities.subarray(step * size, (step + 1) * size);
  const follows = probe.tokens[step + 1]?.id ?? null;
  return (
    <section className={styles.predictions}>
      <p className={styles.subtitle}>
        {text('view.predictions', { word: shownToken(probe, step).text, step: step + 1 })}
      </p>
      <ProbabilityBars probabilities={probabilities} vocabulary={vocabulary} count={6} target={follows} />
    </section>
  );
}
