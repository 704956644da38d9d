import type { CellParameters, Hold, SequenceTrace } from '../../models/cells/types.ts';
import { useText } from '../text/useText.tsx';
import styles from './DetailPanel.module.css';
import type { FigureSelection, FigureToken, TermLinking } from './figureTypes.ts';
import { timeOf } from './figureValues.ts';
import { formatFixed, formatMagnitude, formatPower } from './formatNumber.ts';
import { GateArithmetic } from './GateArithmetic.tsx';
import { HoldEditor } from './HoldEditor.tsx';
import { StateArithmetic } from './StateArithmetic.tsx';
import { roleStyle, SymbolText } from './Symbol.tsx';
import type { FigureOperands } from './selectOperands.ts';
import { type Notation, roleSymbol } from './symbols.ts';
import { WeightMap } from './WeightMap.tsx';

export interface DetailPanelProps extends TermLinking {
  readonly trace: SequenceTrace;
  readonly parameters: CellParameters;
  readonly selection: FigureSelection;
  readonly token: FigureToken;
  readonly operands: FigureOperands;
  readonly notation: Notation;
  /** Layer of a stack, counted from 1: above the first one, inputs are the layer below's units. */
  readonly layer?: number;
  /** What an input index stands for: a token's text, or the name of a feature. */
  readonly inputName: (index: number) => string;
  /** ∂L/∂ of the selected value; null where there is no loss. */
  readonly gradient: number | null;
  /** Added to a term's index to make a flat index of the whole model. */
  readonly parameterOffset: number;
  /** Flat indices that were changed by hand. */
  readonly editedParameters: ReadonlySet<number>;
  /** Absent: nothing can be edited. */
  readonly onEditWeight?: (parameterIndex: number, value: number) => void;
  readonly onHold?: (hold: Hold) => void;
  readonly onRelease?: (place: Omit<Hold, 'value'>) => void;
  readonly onResetEdits?: () => void;
  /** Accessible name, where a page has more than one such panel. */
  readonly name?: string;
}

function Title(props: DetailPanelProps) {
  const { selection, token, trace, notation } = props;
  const text = useText();
  const { role, step, unit } = selection;
  const input = role === 'update' && notation === 'textbook' && trace.spec.kind === 'lstm';
  return (
    <p className={styles.title}>
      <span className={styles.role}>{text(input ? 'figure.role.inputGate' : `figure.role.${role}`)}</span>
      {' · '}
      <span>
        t={timeOf(token, step)} “<bdi>{token.text}</bdi>”
      </span>
      <span className={styles.unit}>{text('figure.unit', { unit: unit + 1 })}</span>
    </p>
  );
}

function Gradient({ gradient, selection, notation, trace }: DetailPanelProps) {
  if (gradient === null) return null;
  return (
    <p className={styles.gradient}>
      ∂L/∂
      <SymbolText symbol={roleSymbol(selection.role, notation, trace.spec.kind)} />
      {' = '}
      {formatMagnitudeExact(gradient)}
    </p>
  );
}

/** Three figures of a gradient, whatever its size. */
function formatMagnitudeExact(value: number): string {
  if (!Number.isFinite(value) || value === 0) return formatMagnitude(value);
  if (Math.abs(value) >= 1e-3 && Math.abs(value) < 1000) return formatFixed(value, 4);
  return formatPower(value, 2);
}

/** How one number came about: formula, true operands, sum, activation, gradient; weights and the value can be edited. */
export function DetailPanel(props: DetailPanelProps) {
  const { operands, selection, editedParameters, trace, onResetEdits } = props;
  const text = useText();
  const held = operands.kind === 'gate' ? operands.gate.held : operands.state.held;
  const edits = editedParameters.size + trace.holds.length;
  const key = `${selection.role}-${selection.step}-${selection.unit}`;
  return (
    <section
      className={styles.panel}
      style={roleStyle(selection.role)}
      aria-label={props.name ?? text('figure.detail')}
    >
      <Title {...props} />
      {operands.kind === 'gate' ? (
        <GateArithmetic {...props} key={key} gate={operands.gate} />
      ) : (
        <StateArithmetic {...props} key={key} state={operands.state} />
      )}
      <Gradient {...props} />
      {props.onHold ? <HoldEditor {...props} key={`hold-${key}`} held={held} /> : null}
      {operands.kind === 'gate' ? <WeightMap {...props} role={operands.gate.role} /> : null}
      {edits > 0 && onResetEdits ? (
        <p className={styles.edits}>
          {text('figure.edits', { count: edits })}{' '}
          <button type="button" className={styles.smallButton} onClick={onResetEdits}>
            {text('figure.resetEdits')}
          </button>
        </p>
      ) : null}
    </section>
  );
}
