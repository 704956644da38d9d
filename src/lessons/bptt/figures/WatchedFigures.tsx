import { type ReactNode, useMemo } from 'react';
import { useCondition } from '../../../components/prose/CheckpointProvider.tsx';
import { CheckFigure as Instrument } from '../../../instruments/bptt/CheckFigure.tsx';
import type { CheckSettings } from '../../../instruments/bptt/check-settings.ts';
import type { Reading } from '../../../instruments/bptt/reading.ts';
import { SumsFigure as SumsInstrument } from '../../../instruments/bptt/SumsFigure.tsx';
import type { SumsSettings } from '../../../instruments/bptt/sums-settings.ts';
import type { Check } from '../../../instruments/bptt/useCheck.ts';
import { isChecked, isSmallestWindow } from './conditions.ts';

interface FigureProps {
  readonly id: string;
  readonly title: ReactNode;
  readonly caption: ReactNode;
}

/** Tells the checkpoint whether the shortest window that will do is chosen. */
function WatchWindow(props: { readonly reading: Reading; readonly settings: SumsSettings }) {
  const { reading, settings } = props;
  const isFound = useMemo(() => isSmallestWindow(reading, settings), [reading, settings]);
  useCondition('bptt-smallest-window', isFound);
  return null;
}

export const SumsFigure = (props: FigureProps) => (
  <SumsInstrument {...props}>
    {(reading, settings) => <WatchWindow reading={reading} settings={settings} />}
  </SumsInstrument>
);

/** Tells the checkpoint whether the gradient of a recurrent weight is confirmed. */
function WatchCheck(props: { readonly check: Check; readonly settings: CheckSettings }) {
  useCondition('bptt-eight-digits', isChecked(props.settings, props.check.checked));
  return null;
}

export const CheckFigure = (props: FigureProps) => (
  <Instrument {...props}>{(check, settings) => <WatchCheck check={check} settings={settings} />}</Instrument>
);
