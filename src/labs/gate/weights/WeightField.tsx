import { NumberField } from '../../../components/controls/NumberField.tsx';
import { Slider } from '../../../components/controls/Slider.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';
import { changeBlock } from './blocks.ts';
import type { ChosenBlock } from './useBlock.ts';

const RANGE = { min: -1000, max: 1000 } as const;
const SLIDER = { min: -4, max: 4, step: 0.05 } as const;

/** The chosen parameter: typed, or taken by a slider while the room watches what it does. */
export function WeightField({ view, chosen }: { readonly view: LabView; readonly chosen: ChosenBlock }) {
  const text = useText(gateLabPanelMessages);
  const { lab } = view;
  const { model } = lab;
  const { block, place, index, name } = chosen;
  const value = model.parameters[index] ?? 0;
  const set = (to: number, about?: string) =>
    lab.edit(changeBlock(model.parameters, block, [place], { kind: 'constant', value: to }), about);
  return (
    <>
      <span className={styles.weightName} data-testid="weight-name">
        {name}
      </span>
      <NumberField
        key={index}
        label={text('gate.weight.value')}
        value={value}
        {...RANGE}
        onChange={(to) => set(to)}
      />
      <Slider
        quiet
        label={text('gate.weight.slider')}
        value={Math.max(SLIDER.min, Math.min(SLIDER.max, value))}
        {...SLIDER}
        format={() => formatFixed(value)}
        onChange={(to) => set(to, `weight ${index}`)}
      />
    </>
  );
}
