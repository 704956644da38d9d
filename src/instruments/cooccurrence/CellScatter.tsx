import { useText } from '../../components/text/useText.tsx';
import { cooccurrenceMessages } from '../../i18n/messages/cooccurrence.ts';
import { cellWeight, type Weighting } from '../../models/glove/weighting.ts';
import type { GloveCells } from '../../workers/embeddings/protocol.ts';
import { DiagonalScatter } from './DiagonalScatter.tsx';

/** Radius of a cell without weight, and what full weight adds. */
const RADIUS = { least: 1.6, more: 3 } as const;

export interface CellScatterProps {
  readonly cells: GloveCells;
  readonly weighting: Weighting;
}

/** Cells by ln X and by what the model says of it; on the diagonal they agree. */
export function CellScatter({ cells: { counts, scores }, weighting }: CellScatterProps) {
  const text = useText(cooccurrenceMessages);
  const logs = counts.map(Math.log);
  const domain = [Math.floor(logs[0] ?? -2) - 0.5, Math.ceil(logs.at(-1) ?? 1) + 0.5] as const;
  return (
    <DiagonalScatter
      x={logs}
      y={scores}
      radius={(i) => RADIUS.least + RADIUS.more * cellWeight(counts[i] ?? 0, weighting)}
      domain={domain}
      xLabel="ln X"
      yLabel="w·w̃ + b + b̃"
      yTerm="prediction"
      name={text('glove.scatter')}
    />
  );
}
