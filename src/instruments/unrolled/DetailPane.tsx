import { useMemo } from 'react';
import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { valueIndex } from '../../models/cells/operands.ts';
import { type NextSymbolShape, nextSymbolLayout, viewNextSymbol } from '../../models/language/next-symbol.ts';
import type { ProbeResult } from '../../workers/protocol.ts';
import { changeEdit, changeHold, type UnrolledSettings } from './settings.ts';
import { shownToken } from './shownToken.ts';
import type { Place } from './stepper.ts';

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

/** Where a layer's parameters begin in the flat vector. */
const layerOffset = (shape: NextSymbolShape, layer: number): number =>
  nextSymbolLayout(shape).slots.find(({ name }) => name === `layers.${layer}.inputWeights`)?.offset ?? 0;

/** The arithmetic of the selected box, with the true operands; weights and values can be changed here. */
export function DetailPane(props: DetailPaneProps) {
  const { settings, probe, shape, parameters, vocabulary, place, notation, onChange } = props;
  const term = useNetTerm();
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
