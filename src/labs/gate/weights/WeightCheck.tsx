import { useMemo } from 'react';
import { formatPower } from '../../../components/diagrams/formatNumber.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { relativeDifference } from '../../../models/finite-difference.ts';
import styles from '../lab.module.css';
import { numericGradient } from '../values/compute.ts';
import type { LabView } from '../view.ts';

/** Seven figures, whatever the size: enough to see where two numbers part. */
const exact = (value: number): string => (value === 0 ? '0' : formatPower(value, 6));

/** ∂L/∂ of one parameter twice: by backpropagation, and by moving it a little and computing L again. */
export function WeightCheck(props: {
  readonly view: LabView;
  readonly index: number;
  readonly name: string;
}) {
  const { view, index, name } = props;
  const text = useText(gateLabPanelMessages);
  const { given, objective, gradients } = view.computed;
  const numeric = useMemo(() => numericGradient(given, objective, index), [given, objective, index]);
  const analytic = gradients.parameters[index] ?? Number.NaN;
  const rows = [
    { id: 'analytic', value: exact(analytic) },
    { id: 'numeric', value: exact(numeric) },
    { id: 'difference', value: formatPower(relativeDifference(analytic, numeric), 1) },
  ] as const;
  return (
    <section>
      <h2 className={styles.subtitle}>
        {text('gate.check')} · ∂L/∂ {name}
      </h2>
      <dl className={styles.check}>
        {rows.map(({ id, value }) => (
          <div key={id}>
            <dt>{text(`gate.check.${id}`)}</dt>
            <dd data-testid={`check-${id}`}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
