import { useMemo, useState } from 'react';
import { DetailPanel } from '../components/diagrams/DetailPanel.tsx';
import type { FigureSelection } from '../components/diagrams/figureTypes.ts';
import { valueAt } from '../components/diagrams/figureValues.ts';
import { GradientLane, type GradientSeries } from '../components/diagrams/GradientLane.tsx';
import { type BarScale, gradientMagnitudes } from '../components/diagrams/gradientBars.ts';
import type { FigureCursor } from '../components/diagrams/reveal.ts';
import { selectOperands } from '../components/diagrams/selectOperands.ts';
import type { Notation } from '../components/diagrams/symbols.ts';
import { UnrolledNet } from '../components/diagrams/UnrolledNet.tsx';
import type { FigureRole, UnrolledView } from '../layout/unrolledTypes.ts';
import type { Hold } from '../models/cells/types.ts';
import { type Computed, type ComputedOptions, compute, wordOf } from './computed.ts';
import styles from './gallery.module.css';

export interface FigureStateProps extends ComputedOptions {
  readonly view?: UnrolledView;
  readonly selected?: FigureSelection | null;
  readonly cursor?: FigureCursor | null;
  readonly notation?: Notation;
  readonly scale?: BarScale;
  readonly panel?: boolean;
  readonly highlighted?: FigureRole;
  /** The words stand in the order of a chain that runs backward in time: the first column is step T. */
  readonly backward?: boolean;
}

function gradientSeries({ trace, gradients }: Computed, notation: Notation): readonly GradientSeries[] {
  const { size, shape, spec } = trace;
  const hidden = notation === 'ng' ? 'a' : 'h';
  const roles = spec.kind === 'lstm' ? (['cell', 'hidden'] as const) : (['hidden'] as const);
  return roles.map((role) => {
    const letter = role === 'cell' ? 'c' : hidden;
    return {
      id: role,
      role,
      label: `|∂L/∂${letter}|`,
      shortLabel: `∂${letter}`,
      values: gradientMagnitudes(gradients.values[role] ?? new Float64Array(), size, shape.hidden, 'norm'),
    };
  });
}

/** Net, gradient lane and panel wired by hand: holding a value or editing a weight runs the reference again. */
export function FigureState(props: FigureStateProps) {
  const { words, view = { kind: 'one', unit: 4 }, notation = 'ng', scale = 'log', panel = true } = props;
  const [holds, setHolds] = useState<readonly Hold[]>(props.holds ?? []);
  const [selected, setSelected] = useState<FigureSelection | null>(props.selected ?? null);
  const [term, setTerm] = useState<FigureRole | null>(props.highlighted ?? null);
  const [edits, setEdits] = useState<ReadonlyMap<number, number>>(new Map());
  const computed = useMemo(() => compute({ ...props, holds, edits }), [props, holds, edits]);
  const series = useMemo(() => gradientSeries(computed, notation), [computed, notation]);
  const { trace, parameters, gradients } = computed;
  const tokens = useMemo(
    () =>
      props.backward
        ? computed.tokens.map((token, column, { length }) => ({ ...token, time: length - column }))
        : computed.tokens,
    [computed.tokens, props.backward],
  );
  const others = (hold: Omit<Hold, 'value'>) =>
    holds.filter(({ role, step, unit }) => role !== hold.role || step !== hold.step || unit !== hold.unit);
  const unit = selected?.unit ?? 0;
  const token = selected && tokens[selected.step];
  return (
    <div className={panel ? styles.figure : undefined}>
      <UnrolledNet
        trace={trace}
        tokens={tokens}
        view={view.kind === 'one' && selected ? { kind: 'one', unit } : view}
        selected={selected}
        onSelect={setSelected}
        cursor={props.cursor ?? null}
        notation={notation}
        lossStep={words.length - 1}
        name={`${trace.spec.kind.toUpperCase()}, ${words.length}`}
        highlightedTerm={term}
        onTermHover={setTerm}
        below={(frame) => (
          <GradientLane frame={frame} series={series} scale={scale} selectedStep={selected?.step ?? null} />
        )}
      />
      {panel && selected && token ? (
        <DetailPanel
          trace={trace}
          parameters={parameters}
          selection={selected}
          token={token}
          operands={selectOperands(trace, parameters, selected)}
          notation={notation}
          inputName={(index) => wordOf(words, index)}
          gradient={valueAt({ ...trace, values: gradients.values }, selected.role, selected.step, unit)}
          parameterOffset={0}
          editedParameters={new Set(edits.keys())}
          highlightedTerm={term}
          onTermHover={setTerm}
          onEditWeight={(index, value) => setEdits(new Map([...edits, [index, value]]))}
          onHold={(hold) => setHolds([...others(hold), hold])}
          onRelease={(hold) => setHolds(others(hold))}
          onResetEdits={() => {
            setHolds([]);
            setEdits(new Map());
          }}
        />
      ) : null}
    </div>
  );
}
