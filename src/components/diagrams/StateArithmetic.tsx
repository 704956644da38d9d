import type { Factor, StateOperands, StateTerm } from '../../models/cells/state-operands.ts';
import { BarList, type BarRow } from '../plots/BarList.tsx';
import { useText } from '../text/useText.tsx';
import styles from './DetailPanel.module.css';
import type { DetailPanelProps } from './DetailPanel.tsx';
import { FactorText, type FormulaContext, StateFormula } from './Formula.tsx';
import { formatFixed } from './formatNumber.ts';
import { SymbolText } from './Symbol.tsx';
import { roleSymbol } from './symbols.ts';

export interface StateArithmeticProps extends DetailPanelProps {
  readonly state: StateOperands;
}

/** A factor with its number: 1 − Γ_u and g(c) show what they are made of. */
function FactorNumber({ factor, context }: { readonly factor: Factor; readonly context: FormulaContext }) {
  const made = factor.form === 'one-minus' || (factor.form === 'activated' && factor.activation !== 'linear');
  const inner =
    factor.form === 'one-minus' ? `1 − ${formatFixed(factor.operand)}` : `c = ${formatFixed(factor.operand)}`;
  return (
    <span className={styles.factor}>
      <FactorText {...context} factor={factor} /> <b>{formatFixed(factor.value)}</b>
      {made ? <small> ({inner})</small> : null}
    </span>
  );
}

function stateRow(term: StateTerm, context: FormulaContext): BarRow {
  return {
    id: term.factors.map(({ lane, when, form }) => lane + when + form).join(),
    value: term.product,
    label: term.factors.map((factor, index) => (
      <span key={factor.lane + factor.when + factor.form}>
        {index > 0 ? ' × ' : ''}
        <FactorNumber factor={factor} context={context} />
      </span>
    )),
  };
}

/** The products and the sum that make a cell or hidden value. */
export function StateArithmetic(props: StateArithmeticProps) {
  const { state, trace, notation, highlightedTerm = null, onTermHover } = props;
  const text = useText();
  const context: FormulaContext = {
    spec: trace.spec,
    notation,
    reverse: trace.reverse,
    highlightedTerm,
    ...(onTermHover ? { onTermHover } : {}),
  };
  const sum = state.terms
    .map(({ product }) => formatFixed(product))
    .join(' + ')
    .replaceAll('+ −', '− ');
  return (
    <>
      <StateFormula {...context} {...(props.layer ? { layer: props.layer } : {})} state={state} />
      <BarList rows={state.terms.map((term) => stateRow(term, context))} />
      <hr className={styles.rule} />
      <p className={styles.result}>
        <SymbolText symbol={roleSymbol(state.role, notation, trace.spec.kind)} /> ={' '}
        {state.terms.length > 1 ? `${sum} = ` : ''}
        {formatFixed(state.computed)}
      </p>
      {state.held ? (
        <p className={styles.heldNote}>{text('figure.heldInstead', { value: formatFixed(state.value) })}</p>
      ) : null}
    </>
  );
}
