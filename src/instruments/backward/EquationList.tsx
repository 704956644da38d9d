import { type KeyboardEvent, useRef } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { useText } from '../../components/text/useText.tsx';
import styles from './backward.module.css';
import { EQUATION_IDS, EQUATION_ROLE, EQUATIONS, type EquationId } from './equations.ts';
import { BackwardFormula } from './Formulas.tsx';
import { keyTarget } from './keys.ts';
import type { StepValues } from './values.ts';

/** Values that fit on a line; the weights are too many. */
const SHOWN = 3;

function Values(props: { readonly values: StepValues; readonly id: EquationId }) {
  const entries = EQUATIONS[props.id](props.values);
  const text = entries
    .slice(0, SHOWN)
    .map(({ target }) => formatFixed(target.value, 3))
    .join('  ');
  return (
    <span className={styles.values}>
      {text}
      {entries.length > SHOWN ? ' …' : ''}
    </span>
  );
}

/** The equations in the order of the backward pass: what is computed so far shows its numbers. */
export function EquationList(props: {
  readonly values: StepValues;
  readonly at: number;
  readonly onAt: (at: number) => void;
  readonly onPlayToggle: () => void;
}) {
  const { values, at, onAt, onPlayToggle } = props;
  const text = useText();
  const list = useRef<HTMLOListElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = keyTarget(event.key, at, EQUATION_IDS.length);
    if (to === null && event.key !== ' ') return;
    event.preventDefault();
    if (to === null) return onPlayToggle();
    onAt(to);
    list.current?.querySelectorAll('button')[to - 1]?.focus({ preventScroll: true });
  };
  return (
    <ol ref={list} className={styles.list} aria-label={text('backward.equations')}>
      {EQUATION_IDS.map((id, row) => {
        const role = EQUATION_ROLE[id];
        return (
          <li key={id} style={role ? roleStyle(role) : undefined}>
            <button
              type="button"
              tabIndex={row === at - 1 ? 0 : -1}
              className={styles.item}
              aria-current={row === at - 1 ? 'step' : undefined}
              data-done={row < at}
              onKeyDown={onKeyDown}
              onClick={() => onAt(row + 1)}
            >
              <BackwardFormula id={id} part="left" peepholes={values.step.spec.peepholes} />
              {row < at ? <Values values={values} id={id} /> : <span className={styles.values}>·</span>}
            </button>
          </li>
        );
      })}
    </ol>
  );
}
