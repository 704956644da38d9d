import { useMemo, useState } from 'react';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { type LossAxis, LossCurve } from '../../components/plots/LossCurve.tsx';
import { useText } from '../../components/text/useText.tsx';
import { RunFacts } from './RunFacts.tsx';
import type { UnrolledView } from './view.ts';

/** The training curve, as loss or as perplexity. */
export function LossPanel({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  const [axis, setAxis] = useState<LossAxis>('loss');
  const { curve, info } = view.state;
  const columns = useMemo(() => ({ x: curve.steps, y: curve.loss, length: curve.length }), [curve]);
  return (
    <section>
      <SegmentedControl
        label={text('train.lossCurve')}
        value={axis}
        options={[
          { value: 'loss', label: text('train.loss') },
          { value: 'perplexity', label: text('train.perplexity') },
        ]}
        onChange={setAxis}
      />
      <LossCurve curve={columns} axis={axis} vocabulary={info?.vocabulary.length ?? null} height={170} />
      <RunFacts state={view.state} />
    </section>
  );
}
