import { useState } from 'react';
import type { GateOperands, Term } from '../../models/cells/operands.ts';
import { NumberField } from '../controls/NumberField.tsx';
import { ActivationCurve } from '../plots/ActivationCurve.tsx';
import { BarList, type BarRow, largestOf } from '../plots/BarList.tsx';
import { visibleSymbol } from '../plots/visibleSymbol.ts';
import { useText } from '../text/useText.tsx';
import { sortContributions } from './contributions.ts';
import styles from './DetailPanel.module.css';
import type { DetailPanelProps } from './DetailPanel.tsx';
import { ACTIVATION_NAMES, GateFormula } from './Formula.tsx';
import { formatFixed } from './formatNumber.ts';
import { SymbolText } from './Symbol.tsx';
import { roleSymbol } from './symbols.ts';

export interface GateArithmeticProps extends DetailPanelProps {
  readonly gate: GateOperands;
}

/** Contributions shown one by one. */
const SHOWN = 5;
const WEIGHT_RANGE = { min: -1000, max: 1000 } as const;

function TermName({ term, props }: { readonly term: Term; readonly props: GateArithmeticProps }) {
  const { notation, trace, inputName, layer = 1 } = props;
  const text = useText();
  if (term.source === 'bias') return text('figure.bias');
  if (term.source === 'recurrent-bias') return text('figure.recurrentBias');
  if (term.source === 'input' && layer > 1) {
    const { base } = roleSymbol('hidden', notation, trace.spec.kind);
    return <SymbolText symbol={{ base, sub: String(term.index + 1) }} layer={layer - 1} />;
  }
  if (term.source === 'input')
    return (
      <>
        <i className={styles.symbol}>x</i> “<bdi>{visibleSymbol(inputName(term.index))}</bdi>”
      </>
    );
  const symbol = roleSymbol(term.source, notation, trace.spec.kind);
  const own = props.layer ? { layer } : {};
  return <SymbolText symbol={{ base: symbol.base, sub: String(term.index + 1) }} {...own} />;
}

/** The weight of a term: a number that opens into a field. */
function WeightEditor({ term, props }: { readonly term: Term; readonly props: GateArithmeticProps }) {
  const { onEditWeight, parameterOffset, editedParameters } = props;
  const [open, setOpen] = useState(false);
  const text = useText();
  const index = parameterOffset + term.parameterIndex;
  const shown = formatFixed(term.weight);
  const mark = editedParameters.has(index) ? ' ✎' : '';
  if (!onEditWeight) return <span>{shown + mark}</span>;
  if (!open) {
    return (
      <button
        type="button"
        className={styles.weight}
        aria-label={text('figure.editWeight', { value: shown })}
        onClick={() => setOpen(true)}
      >
        {shown + mark}
      </button>
    );
  }
  const change = (value: number) => {
    setOpen(false);
    onEditWeight(index, value);
  };
  return (
    <NumberField
      quiet
      autoFocus
      label={text('figure.weight')}
      value={term.weight}
      {...WEIGHT_RANGE}
      onChange={change}
      onCancel={() => setOpen(false)}
    />
  );
}

function termRow(term: Term, props: GateArithmeticProps): BarRow {
  const index = props.parameterOffset + term.parameterIndex;
  const factor = term.source === 'bias' || term.source === 'recurrent-bias' || isOneHot(term, props);
  return {
    id: `${term.source}-${term.index}`,
    value: term.product,
    marked: props.editedParameters.has(index),
    label: (
      <>
        <TermName term={term} props={props} /> {factor ? '' : `${formatFixed(term.value)} `}
        {'× '}
        <WeightEditor term={term} props={props} />
        {term.reset === undefined ? null : (
          <>
            {' × '}
            <SymbolText symbol={roleSymbol('reset', props.notation, props.trace.spec.kind)} />{' '}
            {formatFixed(term.reset)}
          </>
        )}
      </>
    ),
  };
}

/** A one-hot input is 1 and goes without saying. */
const isOneHot = (term: Term, { trace }: GateArithmeticProps): boolean =>
  term.source === 'input' && trace.input.form === 'one-hot';

function Result({ gate, notation, trace, selection }: GateArithmeticProps) {
  const text = useText();
  const name = ACTIVATION_NAMES[gate.activation];
  const symbol = roleSymbol(selection.role, notation, trace.spec.kind);
  return (
    <>
      <p className={styles.sum}>
        <i className={styles.symbol}>z</i> = {formatFixed(gate.pre)}
      </p>
      <p className={styles.result}>
        <SymbolText symbol={symbol} /> = {name ? `${name}(${formatFixed(gate.pre)})` : ''}{' '}
        {gate.held ? '' : `= ${formatFixed(gate.value)}`}
      </p>
      {gate.held ? (
        <p className={styles.heldNote}>{text('figure.heldInstead', { value: formatFixed(gate.value) })}</p>
      ) : null}
    </>
  );
}

/** z = Σ value × weight + b, largest contributions first, then g(z). */
export function GateArithmetic(props: GateArithmeticProps) {
  const { gate, trace, notation } = props;
  const text = useText();
  const [open, setOpen] = useState(false);
  const { top, rest, restSum, biases } = sortContributions(gate.terms, SHOWN);
  const largest = largestOf([...gate.terms.map(({ product }) => ({ value: product })), { value: restSum }]);
  const row = (term: Term) => termRow(term, props);
  return (
    <>
      <GateFormula
        spec={trace.spec}
        notation={notation}
        role={gate.role}
        reverse={trace.reverse}
        {...(props.layer ? { layer: props.layer } : {})}
        highlightedTerm={props.highlightedTerm ?? null}
        {...(props.onTermHover ? { onTermHover: props.onTermHover } : {})}
      />
      <BarList rows={top.map(row)} largest={largest} />
      {rest.length > 0 ? (
        <BarList
          largest={largest}
          rows={[
            {
              id: 'rest',
              value: restSum,
              label: (
                <button
                  type="button"
                  className={styles.rest}
                  aria-expanded={open}
                  onClick={() => setOpen(!open)}
                >
                  {open ? '▾' : '▸'} {text('figure.more', { count: rest.length })}
                </button>
              ),
              detail: open ? <BarList rows={rest.map(row)} largest={largest} /> : null,
            },
          ]}
        />
      ) : null}
      <BarList rows={biases.map(row)} largest={largest} />
      <hr className={styles.rule} />
      <div className={styles.outcome}>
        <div>
          <Result {...props} />
        </div>
        <ActivationCurve activation={gate.activation} at={gate.pre} />
      </div>
    </>
  );
}
