import { useMemo, useState } from 'react';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../../components/controls/Slider.tsx';
import { Toggle } from '../../../components/controls/Toggle.tsx';
import type { FigureSelection } from '../../../components/diagrams/figureTypes.ts';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { UnrolledNet } from '../../../components/diagrams/UnrolledNet.tsx';
import { useNetTerm } from '../../../components/prose/TermProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { LinkButton, LinkNotices } from '../../../instruments/link/LinkButton.tsx';
import { useFigure } from '../../../instruments/link/useFigure.ts';
import { useSettings } from '../../../store/settings.ts';
import { lstmMessages } from '../messages.ts';
import styles from './figures.module.css';
import { PeepholeTable } from './PeepholeTable.tsx';
import { createPeepholePair, LENGTH, peepholeEffect, peepholeParts, UNITS } from './peepholeCell.ts';
import { MOST, PEEPHOLE_LANES, PEEPHOLE_TABLE, type PeepholeSettings } from './peepholeSettings.ts';

const FIGURE = 'peepholes';

type Change = (part: Partial<PeepholeSettings>) => void;

/** How far the peepholes are open, and which cell this is. */
function Controls(props: { readonly settings: PeepholeSettings; readonly change: Change }) {
  const { settings, change } = props;
  const text = useText(lstmMessages);
  // Closing and opening again comes back to where the slider was.
  const [opened, setOpened] = useState(settings.scale || 1);
  const setScale = (scale: number) => {
    if (scale > 0) setOpened(scale);
    change({ scale });
  };
  return (
    <div className={styles.bar}>
      <Toggle
        label={text('given.peepholes')}
        checked={settings.scale > 0}
        onChange={(open) => setScale(open ? opened : 0)}
      />
      <Slider
        label={text('peep.scale')}
        value={settings.scale}
        min={0}
        max={MOST}
        step={0.1}
        format={(value) => formatFixed(value, 1)}
        onChange={setScale}
      />
      <SegmentedControl
        label={text('view.unit')}
        value={String(settings.unit)}
        options={Array.from({ length: UNITS }, (_, i) => ({
          value: String(i + 1),
          label: text('peep.unit', { unit: i + 1 }),
        }))}
        onChange={(unit) => change({ unit: Number(unit) })}
      />
      <span className={styles.inlineField}>
        <NumberField
          label={text('given.seed')}
          value={settings.seed}
          min={0}
          max={4294967295}
          integer
          onChange={(seed) => change({ seed })}
        />
      </span>
      <LinkButton table={PEEPHOLE_TABLE} figure={FIGURE} settings={settings} />
    </div>
  );
}

/** A small LSTM with its peepholes open as far as the learner likes; everything is computed again at every move. */
export function Peepholes() {
  const text = useText(lstmMessages);
  const notation = useSettings((state) => state.notation);
  const term = useNetTerm();
  const { settings, change, notices, dismissNotices } = useFigure(PEEPHOLE_TABLE, FIGURE);
  const { seed, scale } = settings;
  const pair = useMemo(() => createPeepholePair(seed, scale), [seed, scale]);
  const [unit, step] = [settings.unit - 1, settings.step - 1];
  const effect = {
    unit: unit + 1,
    steps: LENGTH,
    difference: formatFixed(peepholeEffect(pair, 'hidden', unit), 3),
    cell: formatFixed(peepholeEffect(pair, 'cell', unit), 3),
  };
  const select = (selection: FigureSelection) =>
    change({
      unit: selection.unit + 1,
      step: selection.step + 1,
      lane: PEEPHOLE_LANES.find((lane) => lane === selection.role) ?? 'forget',
    });
  return (
    <div className={styles.peepholes}>
      <LinkNotices notices={notices} onDismiss={dismissNotices} />
      <Controls settings={settings} change={change} />
      <UnrolledNet
        trace={pair.open}
        tokens={pair.tokens}
        view={{ kind: 'one', unit }}
        selected={{ role: settings.lane, step, unit }}
        onSelect={select}
        cursor={null}
        notation={notation}
        lossStep={null}
        name={text('peep.name', { unit: unit + 1 })}
        highlightedTerm={term.active}
        onTermHover={term.set}
      />
      <PeepholeTable parts={peepholeParts(pair, step, unit)} notation={notation} unit={unit} step={step} />
      <p className={styles.note} role="status">
        {scale === 0 ? text('peep.none') : text('peep.effect', effect)}
      </p>
    </div>
  );
}
