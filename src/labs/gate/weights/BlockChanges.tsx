import { useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';
import { type Change, changeBlock, placesIn, type Scope } from './blocks.ts';
import type { ChosenBlock } from './useBlock.ts';
import { seededFor } from './weights.ts';

const SCOPES = ['cell', 'row', 'column', 'block'] as const satisfies readonly Scope[];

/** Changes of many numbers at once: zero, identity, a constant, a factor, the seed's own. */
export function BlockChanges({ view, chosen }: { readonly view: LabView; readonly chosen: ChosenBlock }) {
  const text = useText(gateLabPanelMessages);
  const [scope, setScope] = useState<Scope>('block');
  const [amount, setAmount] = useState(0.5);
  const { lab } = view;
  const { model } = lab;
  const { block, place } = chosen;
  const apply = (change: Change) =>
    lab.edit(changeBlock(model.parameters, block, placesIn(block, place, scope), change));
  const seeded = (): Change => ({
    kind: 'as-in',
    parameters: seededFor(lab.plan.network, lab.settings),
  });
  return (
    <div className={styles.row}>
      <span className={styles.legend} aria-hidden="true">
        {text('gate.change.scope')}
      </span>
      <SegmentedControl
        label={text('gate.change.scope')}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: text(`gate.change.${value}`) }))}
        onChange={setScope}
      />
      <Button onClick={() => apply({ kind: 'constant', value: 0 })}>{text('gate.change.zero')}</Button>
      {block.rows > 1 && (
        <Button onClick={() => apply({ kind: 'identity' })}>{text('gate.change.identity')}</Button>
      )}
      <span className={styles.pair}>
        <Button onClick={() => apply({ kind: 'constant', value: amount })}>
          {text('gate.change.constant')}
        </Button>
        <Button onClick={() => apply({ kind: 'scale', factor: amount })}>{text('gate.change.scale')}</Button>
        <NumberField
          quiet
          label={text('gate.change.amount')}
          value={amount}
          min={-1000}
          max={1000}
          onChange={setAmount}
        />
      </span>
      <Button onClick={() => apply(seeded())}>{text('gate.change.seed')}</Button>
    </div>
  );
}
