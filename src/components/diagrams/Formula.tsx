import { Fragment, type ReactNode } from 'react';
import type { FigureRole } from '../../layout/unrolledTypes.ts';
import { gateActivation } from '../../models/cells/roles.ts';
import type { Factor, StateOperands } from '../../models/cells/state-operands.ts';
import type { CellSpec, GateRole } from '../../models/cells/types.ts';
import type { Activation } from '../../models/dense/activations.ts';
import styles from './DetailPanel.module.css';
import type { TermLinking } from './figureTypes.ts';
import { roleStyle, SymbolText } from './Symbol.tsx';
import { type Notation, roleSymbol, weightSubscript } from './symbols.ts';

/** Names as formulas write them. */
export const ACTIVATION_NAMES: Readonly<Record<Activation, string>> = {
  sigmoid: 'σ',
  'hard-sigmoid': 'hard σ',
  'hard-sigmoid-torch': 'hard σ',
  tanh: 'tanh',
  'hard-tanh': 'hard tanh',
  relu: 'ReLU',
  'leaky-relu': 'leaky ReLU',
  elu: 'ELU',
  softplus: 'softplus',
  softsign: 'softsign',
  gelu: 'GELU',
  silu: 'SiLU',
  linear: '',
};

export interface FormulaContext extends TermLinking {
  readonly spec: CellSpec;
  readonly notation: Notation;
  /** Layer of a stack, counted from 1; absent where there is only one. */
  readonly layer?: number;
  /** The chain runs backward in time: what it computed before is at t + 1. */
  readonly reverse?: boolean;
}

/** When the chain's state before this step was computed. */
const past = ({ reverse }: FormulaContext): string => (reverse ? 't+1' : 't−1');

/** A letter of the formula; pointing at it lights its lane. */
export function Letter(
  props: FormulaContext & { readonly term: FigureRole; readonly time?: string },
): ReactNode {
  const { term: role, time, spec, notation, layer, highlightedTerm, onTermHover } = props;
  return (
    <span
      data-term={role}
      style={roleStyle(role)}
      className={`${styles.letter} ${highlightedTerm === role ? styles.letterLit : ''}`}
      onPointerEnter={() => onTermHover?.(role)}
      onPointerLeave={() => onTermHover?.(null)}
    >
      <SymbolText
        symbol={roleSymbol(role, notation, spec.kind)}
        {...(time ? { time } : {})}
        {...(layer && role !== 'input' ? { layer } : {})}
      />
    </span>
  );
}

function Weight(props: {
  readonly letter: string;
  readonly sub: string;
  readonly layer: number | undefined;
}) {
  const { letter, sub, layer } = props;
  return <SymbolText symbol={{ base: letter, sub }} {...(layer ? { layer } : {})} />;
}

/** What comes in from below: x, or in a higher layer the layer below's hidden state at the same step. */
function Below(props: FormulaContext) {
  const { layer = 1 } = props;
  if (layer === 1) return <Letter {...props} term="input" time="t" />;
  return <Letter {...props} layer={layer - 1} term="hidden" time="t" />;
}

function Peephole(props: FormulaContext & { readonly role: GateRole }) {
  const { spec, role, notation, layer } = props;
  if (spec.kind !== 'lstm' || !spec.peepholes || role === 'candidate' || role === 'reset') return null;
  return (
    <>
      {' + '}
      <Weight letter="p" sub={weightSubscript(role, notation, spec.kind)} layer={layer} />
      {' ∗ '}
      <Letter {...props} term="cell" time={role === 'output' ? 't' : past(props)} />
    </>
  );
}

function Affine(props: FormulaContext & { readonly role: GateRole }) {
  const { spec, role, notation, layer } = props;
  const sub = weightSubscript(role, notation, spec.kind);
  const before = <Letter {...props} term="hidden" time={past(props)} />;
  const now = <Below {...props} />;
  const bias = <Weight letter="b" sub={sub} layer={layer} />;
  const resets = spec.kind === 'gru' && spec.variant === 'full' && role === 'candidate';
  if (resets && spec.reset === 'after') {
    return (
      <>
        <Letter {...props} term="reset" /> ∗ (<Weight letter="W" sub={`${sub}a`} layer={layer} />
        {before} + <Weight letter="b" sub={`h${sub}`} layer={layer} />) +{' '}
        <Weight letter="W" sub={`${sub}x`} layer={layer} />
        {now} + {bias}
      </>
    );
  }
  return (
    <>
      <Weight letter="W" sub={sub} layer={layer} />[{resets ? <Letter {...props} term="reset" /> : null}
      {resets ? ' ∗ ' : ''}
      {before}, {now}]<Peephole {...props} role={role} /> + {bias}
    </>
  );
}

/** Γ = σ(W[a_prev, x] + b) in the form that this cell really computes. */
export function GateFormula(props: FormulaContext & { readonly role: GateRole }) {
  const { spec, role } = props;
  const name = ACTIVATION_NAMES[gateActivation(spec, role)];
  return (
    <p className={styles.formula}>
      <Letter {...props} term={spec.kind === 'rnn' ? 'hidden' : role} /> = {name}
      {name ? '(' : ''}
      <Affine {...props} role={role} />
      {name ? ')' : ''}
    </p>
  );
}

/** One factor of a state's product as letters. */
export function FactorText(props: FormulaContext & { readonly factor: Factor }) {
  const { factor } = props;
  const letter = (
    <Letter {...props} term={factor.lane} {...(factor.when === 'previous' ? { time: past(props) } : {})} />
  );
  if (factor.form === 'one-minus') return <>(1 − {letter})</>;
  const name = factor.activation ? ACTIVATION_NAMES[factor.activation] : '';
  if (factor.form === 'activated' && name) {
    return (
      <>
        {name}({letter})
      </>
    );
  }
  return letter;
}

/** c = Γ_f ∗ c_prev + Γ_u ∗ c̃ and its kin, spelt from the operands themselves. */
export function StateFormula(props: FormulaContext & { readonly state: StateOperands }) {
  const { state } = props;
  return (
    <p className={styles.formula}>
      <Letter {...props} term={state.role} /> ={' '}
      {state.terms.map((term, index) => (
        <Fragment key={term.factors.map(({ lane, form }) => lane + form).join()}>
          {index > 0 ? ' + ' : ''}
          {term.factors.map((factor, place) => (
            <Fragment key={factor.lane + factor.when}>
              {place > 0 ? ' ∗ ' : ''}
              <FactorText {...props} factor={factor} />
            </Fragment>
          ))}
        </Fragment>
      ))}
    </p>
  );
}
