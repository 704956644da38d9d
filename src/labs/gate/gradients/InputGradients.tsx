import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import styles from '../lab.module.css';
import { quotedInput } from '../values/quotedInput.ts';
import type { LabView } from '../view.ts';
import { gradientText } from './gradientText.ts';

const SHOWN = 6;

/** ∂L/∂x at the selected step, largest first. Of symbols too: what a little of another one would do. */
export function InputGradients({ view }: { readonly view: LabView }) {
  const { lab, computed, at } = view;
  const text = useText(gateLabPanelMessages);
  const { input, network } = lab.plan;
  const { inputs } = network.stack;
  const row = computed.gradients.input.subarray(at.step * inputs, (at.step + 1) * inputs);
  const sorted = Array.from(row, (value, index) => ({ value, index })).sort(
    (a, b) => Math.abs(b.value) - Math.abs(a.value),
  );
  const rest = sorted.length - SHOWN;
  return (
    <section>
      <NumberTable
        caption={text('gate.back.inputs', { step: at.step + 1 })}
        heads={['x', '∂L/∂x']}
        rows={sorted.slice(0, SHOWN).map(({ value, index }) => ({
          id: String(index),
          cells: [<bdi key="x">{quotedInput(input, index)}</bdi>, gradientText(value)],
        }))}
      />
      {rest > 0 && <p className={styles.note}>{text('gate.back.more', { count: rest })}</p>}
    </section>
  );
}
