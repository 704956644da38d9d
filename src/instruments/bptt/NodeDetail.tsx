import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import type { Notation } from '../../components/diagrams/symbols.ts';
import type { ThroughSelection } from '../../components/diagrams/throughTime/throughTypes.ts';
import { ProbabilityBars } from '../../components/plots/ProbabilityBars.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { viewNextSymbol } from '../../models/language/next-symbol.ts';
import { type Kept, sumOverLosses } from '../../models/language/through-time.ts';
import { BackArithmetic } from './BackArithmetic.tsx';
import styles from './bptt.module.css';
import { NodeFormula } from './Formulas.tsx';
import type { Reading } from './reading.ts';

export interface NodeDetailProps {
  readonly reading: Reading;
  readonly selected: ThroughSelection;
  readonly kept: Kept;
  readonly notation: Notation;
}

/** The character as the drawing prints it. */
const tokenAt = (reading: Reading, step: number) => {
  const { text = '', known = true } = reading.tokens[step] ?? {};
  return { text: visibleSymbol(text), known };
};

/** A hidden value: the same panel as in every unrolled net. */
function StateDetail({ reading, selected, kept, notation }: NodeDetailProps) {
  const term = useNetTerm();
  const { network, through } = reading;
  const cell = viewNextSymbol(network.shape, network.parameters).layers[0];
  if (!cell) return null;
  const selection = { role: 'hidden', step: selected.step, unit: selected.unit } as const;
  const gradient = sumOverLosses(through, through.reach, selected.step, kept)[selected.unit] ?? null;
  return (
    <DetailPanel
      trace={through.trace}
      parameters={cell}
      selection={selection}
      token={tokenAt(reading, selected.step)}
      operands={selectOperands(through.trace, cell, selection)}
      notation={notation}
      inputName={(index) => visibleSymbol(network.vocabulary[index] ?? String(index))}
      gradient={gradient}
      parameterOffset={0}
      editedParameters={NOTHING}
      highlightedTerm={term.active}
      onTermHover={term.set}
    />
  );
}
const NOTHING: ReadonlySet<number> = new Set();

/** A loss: the probability of the character that was due, and what the network expected instead. */
function LossDetail({ reading, selected }: NodeDetailProps) {
  const text = useText(bpttMessages);
  const { through, network } = reading;
  const { losses, probabilities, targets } = through;
  const { vocabulary } = network.shape;
  const { step } = selected;
  const row = probabilities.subarray(step * vocabulary, (step + 1) * vocabulary);
  const target = targets[step] ?? 0;
  const token = tokenAt(reading, step + 1).text;
  const sum = losses.reduce((total, loss) => total + loss, 0);
  const said = {
    token,
    probability: formatFixed(row[target] ?? Number.NaN, 4),
    loss: formatFixed(losses[step] ?? Number.NaN, 4),
  };
  return (
    <>
      <p className={styles.detailTitle}>{text('bptt.loss-title', { step: step + 1, token })}</p>
      <ScrollBox label={text('prose.equation')} className={styles.formula ?? ''}>
        <NodeFormula node="loss" />
      </ScrollBox>
      <ProbabilityBars probabilities={row} vocabulary={network.vocabulary} count={5} target={target} />
      <p className={styles.said}>{text('bptt.loss-is', said)}</p>
      <p className={styles.note}>
        {text('bptt.loss-sum', {
          count: losses.length,
          sum: formatFixed(sum, 4),
          mean: formatFixed(sum / losses.length, 4),
        })}
      </p>
    </>
  );
}

/** How the selected value came about, with its real operands. */
export function NodeDetail(props: NodeDetailProps) {
  const text = useText(bpttMessages);
  const { node } = props.selected;
  if (node === 'state') return <StateDetail {...props} />;
  return (
    <section className={styles.detail} aria-label={text('bptt.detail')}>
      {node === 'loss' ? <LossDetail {...props} /> : <BackArithmetic {...props} />}
    </section>
  );
}
