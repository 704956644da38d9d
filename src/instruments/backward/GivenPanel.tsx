import type { CSSProperties } from 'react';
import { NumberField } from '../../components/controls/NumberField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../components/diagrams/Symbol.tsx';
import { type Notation, roleSymbol } from '../../components/diagrams/symbols.ts';
import { useText } from '../../components/text/useText.tsx';
import { backwardMessages } from '../../i18n/messages/backward.ts';
import { computedRoles } from '../../models/cells/roles.ts';
import styles from './backward.module.css';
import { LetterText } from './LetterText.tsx';
import { plainLetter } from './letters.ts';
import { GIVEN_LIMIT } from './settings.ts';
import { GIVEN_NAMES, type GivenName } from './step-case.ts';
import { givenOf, laneOf, type StepValues } from './values.ts';

/** The numbers that the learner may change. */
export function GivenPanel(props: {
  readonly values: StepValues;
  readonly notation: Notation;
  readonly onGiven: (name: GivenName, position: number, value: number) => void;
}) {
  const { values, notation, onGiven } = props;
  const text = useText(backwardMessages);
  return (
    <section className={styles.panel}>
      <h3>{text('backward.given-title')}</h3>
      <div className={styles.fields}>
        {GIVEN_NAMES.flatMap((name) =>
          values.step.given[name].map((value, position) => {
            const factor = givenOf(values, name, position);
            return (
              <span key={plainLetter(factor, 'ng')} className={styles.given}>
                <span aria-hidden="true">
                  <LetterText factor={factor} notation={notation} />
                </span>
                <NumberField
                  quiet
                  label={plainLetter(factor, notation)}
                  value={value}
                  min={-GIVEN_LIMIT}
                  max={GIVEN_LIMIT}
                  onChange={(changed) => onGiven(name, position, changed)}
                />
              </span>
            );
          }),
        )}
      </div>
      <p className={styles.note}>
        {text('backward.given-note', { hidden: roleSymbol('hidden', notation, 'lstm').base })}
      </p>
    </section>
  );
}

/** What the forward pass computed from them. */
export function ForwardPanel(props: { readonly values: StepValues; readonly notation: Notation }) {
  const { values, notation } = props;
  const text = useText(backwardMessages);
  return (
    <section className={styles.panel}>
      <h3>{text('backward.forward-title')}</h3>
      <dl className={styles.forward} style={{ '--units': values.step.shape.hidden } as CSSProperties}>
        {computedRoles(values.step.spec).flatMap((role) =>
          Array.from({ length: values.step.shape.hidden }, (_, unit) => {
            const factor = laneOf(values, role, unit);
            return (
              <div key={plainLetter(factor, 'ng')} style={roleStyle(role)} data-term={role}>
                <dt>
                  <LetterText factor={factor} notation={notation} />
                </dt>
                <dd>{formatFixed(factor.value, 4)}</dd>
              </div>
            );
          }),
        )}
        <div>
          <dt>{text('backward.loss')}</dt>
          <dd>{formatFixed(values.pass.loss, 6)}</dd>
        </div>
      </dl>
    </section>
  );
}
