import { NumberField } from '../../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { outputWidth } from '../../../models/cells/stack.ts';
import { ChainChoice } from '../drawing/ChainChoice.tsx';
import styles from '../lab.module.css';
import { MOST_STEPS } from '../state/settings.ts';
import type { LabView } from '../view.ts';
import { BackTable } from './BackTable.tsx';
import { BlockNorms } from './BlockNorms.tsx';
import { gradientText } from './gradientText.ts';
import { InputGradients } from './InputGradients.tsx';

/** What is differentiated. */
function ObjectiveBar({ view }: { readonly view: LabView }) {
  const text = useText(gateLabPanelMessages);
  const { lab, computed } = view;
  const { settings, plan, look } = lab;
  const isOutput = computed.objective.kind === 'output';
  const choices = plan.targets ? (['loss', 'step', 'output'] as const) : (['output'] as const);
  return (
    <div className={styles.row}>
      <span className={styles.legend} aria-hidden="true">
        {text('gate.of')}
      </span>
      <SegmentedControl
        label={text('gate.of')}
        value={isOutput ? 'output' : settings.of}
        options={choices.map((value) => ({ value, label: text(`gate.of.${value}`) }))}
        onChange={(of) => look({ of })}
      />
      {(isOutput || settings.of === 'step') && (
        <NumberField
          label={text('gate.of-step')}
          value={settings.ofStep}
          min={0}
          max={MOST_STEPS}
          integer
          onChange={(ofStep) => look({ ofStep })}
        />
      )}
      {isOutput && (
        <NumberField
          label={text('gate.of-unit')}
          value={Math.min(settings.ofUnit, outputWidth(plan.network.stack))}
          min={1}
          max={outputWidth(plan.network.stack)}
          integer
          onChange={(ofUnit) => look({ ofUnit })}
        />
      )}
      {(isOutput || settings.of === 'step') && (
        <span className={styles.note}>{text('gate.of-step-hint')}</span>
      )}
      <output className={styles.objective} data-testid="objective">
        {text('gate.of-value', { value: gradientText(computed.gradients.value) })}
      </output>
    </div>
  );
}

/** From one number back to gates, states, inputs and weights. */
export function GradientsPanel({ view }: { readonly view: LabView }) {
  const text = useText(gateLabPanelMessages);
  return (
    <div className={styles.panel}>
      <ObjectiveBar view={view} />
      {!view.lab.plan.targets && <p className={styles.note}>{text('gate.of-no-loss')}</p>}
      <div className={styles.row}>
        <ChainChoice view={view} />
      </div>
      <div className={styles.columns}>
        <BackTable view={view} />
        <InputGradients view={view} />
        <BlockNorms view={view} />
      </div>
    </div>
  );
}
