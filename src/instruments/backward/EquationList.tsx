import { type KeyboardEvent, useRef } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { useText } from '../../components/text/useText.tsx';
import { backwardMessages } from '../../i18n/messages/backward.ts';
import styles from './backward.module.css';
import { EQUATION_IDS, EQUATION_ROLE, EQUATIONS, type EquationId } from './equations.ts';
import { BackwardFormula } from './Formulas.tsx';
import { keyTarget } from './keys.ts';
import { plainTarget } from './letters.ts';
import type { StepValues } from './values.ts';

/** Values that fit on a line; the weights are too many. */
const SHOWN = 3;

/** First numbers of an equation, as many as fit on a line. */
function shownValues(values: StepValues, id: EquationId): string {
  const entries = EQUATIONS[id](values);
  const numbers = entries.slice(0, SHOWN).map(({ target }) => formatFixed(target.value, 3));
  return numbers.join('  ') + (entries.length > SHOWN ? ' …' : '');
}

/** What the line says aloud: the derivative, and its numbers once they are known. */
function nameOf(values: StepValues, id: EquationId, notation: Notation, known: boolean): string {
  const [first] = EQUATIONS[id](values);
  const target = id === 'weights' || !first ? '∂L/∂W, ∂L/∂b' : plainTarget(first.target, notation);
  return known ? `${target}: ${shownValues(values, id)}` : target;
}

/** The equations in the order of the backward pass: what is computed so far shows its numbers. */
export function EquationList(props: {
  readonly values: StepValues;
  readonly at: number;
  readonly notation: Notation;
  readonly onAt: (at: number) => void;
  readonly onPlayToggle: () => void;
}) {
  const { values, at, notation, onAt, onPlayToggle } = props;
  const text = useText(backwardMessages);
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
              aria-label={nameOf(values, id, notation, row < at)}
              aria-current={row === at - 1 ? 'step' : undefined}
              data-done={row < at}
              onKeyDown={onKeyDown}
              onClick={() => onAt(row + 1)}
            >
              <BackwardFormula id={id} part="left" peepholes={values.step.spec.peepholes} />
              <span className={styles.values}>{row < at ? shownValues(values, id) : '·'}</span>
            </button>
          </li>
        );
      })}
    </ol>
  );
}
