import { type KeyboardEvent, useRef } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { ChainChoice } from '../drawing/ChainChoice.tsx';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';
import { BlockChanges } from './BlockChanges.tsx';
import { BlockGrid, isPicture } from './BlockGrid.tsx';
import { type ChosenBlock, useBlock } from './useBlock.ts';
import { WeightCheck } from './WeightCheck.tsx';
import { WeightField } from './WeightField.tsx';

/** Keys that begin a number. */
const NUMERIC = /^[-+.\d−]$/;

/** Where a block is a picture, its place is chosen by number as well as by pointer. */
function PlaceFields({ chosen }: { readonly chosen: ChosenBlock }) {
  const text = useText(gateLabPanelMessages);
  const { block, place, choose } = chosen;
  return (
    <div className={styles.row}>
      <NumberField
        label={text('gate.block.row')}
        value={place.row + 1}
        min={1}
        max={block.rows}
        integer
        onChange={(row) => choose({ place: { ...place, row: row - 1 } })}
      />
      <NumberField
        label={text('gate.block.column')}
        value={place.column + 1}
        min={1}
        max={block.columns}
        integer
        onChange={(column) => choose({ place: { ...place, column: column - 1 } })}
      />
    </div>
  );
}

/** The parameters block by block: every number can be changed, alone or with its row, its column, its block. */
export function WeightsPanel({ view }: { readonly view: LabView }) {
  const text = useText(gateLabPanelMessages);
  const root = useRef<HTMLDivElement>(null);
  const chosen = useBlock(view);
  const { kinds, kind, gates, gate, choose, shows } = chosen;
  // Enter, or the beginning of a number, goes from the grid to the field; the field's own Enter leads back.
  const onKeyDown = (event: KeyboardEvent) => {
    if (!(event.target instanceof Element) || !event.target.closest('[role=gridcell]')) return;
    if (event.key !== 'Enter' && !NUMERIC.test(event.key)) return;
    const field = root.current?.querySelector<HTMLInputElement>('[data-weight] input[inputmode]');
    field?.focus();
    field?.select();
    if (event.key === 'Enter') event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the grid's cells take the keys; this only passes them on.
    <div ref={root} className={styles.panel} onKeyDown={onKeyDown}>
      <div className={styles.row}>
        <ChainChoice view={view} />
        <Select
          label={text('gate.block.part')}
          value={kind}
          options={kinds}
          onChange={(next) => choose({ kind: next })}
        />
        {gates.length > 1 && gate !== null && (
          <SegmentedControl
            label={text('gate.block.gate')}
            value={gate}
            options={gates}
            onChange={(next) => choose({ gate: next })}
          />
        )}
        <SegmentedControl
          label={text('gate.block.show')}
          value={shows}
          options={[
            { value: 'values', label: text('gate.block.values') },
            { value: 'gradients', label: text('gate.block.gradients') },
          ]}
          onChange={(next) => choose({ shows: next })}
        />
      </div>
      <BlockGrid view={view} chosen={chosen} />
      {isPicture(chosen.block) && <PlaceFields chosen={chosen} />}
      <div className={styles.row} data-weight="">
        <WeightField view={view} chosen={chosen} />
        <Button disabled={!view.lab.canUndo} onClick={view.lab.undo}>
          {text('gate.weight.undo')}
        </Button>
      </div>
      {!isPicture(chosen.block) && <p className={styles.note}>{text('gate.weight.hint')}</p>}
      <BlockChanges view={view} chosen={chosen} />
      <WeightCheck view={view} index={chosen.index} name={chosen.name} />
    </div>
  );
}
