import { FoldingNet } from '../components/diagrams/FoldingNet.tsx';
import { OneHotColumns, type OneHotToken } from '../components/diagrams/OneHotColumns.tsx';
import { PositionBars } from '../components/diagrams/PositionBars.tsx';
import { StackedMatrices } from '../components/diagrams/StackedMatrices.tsx';
import { UnknownCurve } from '../components/plots/UnknownCurve.tsx';
import { ScrollBox } from '../components/prose/ScrollBox.tsx';
import { bothWays, stackedStep } from '../instruments/matrices/stacked.ts';
import { matrixTitles } from '../instruments/matrices/titles.ts';
import { answer } from '../instruments/sharing/answers.ts';
import { learn } from '../instruments/sharing/learning.ts';
import { openLexicon, tokenColumns, unknownShares } from '../instruments/tokens/lexicon.ts';
import tools from '../instruments/tools/tools.module.css';
import { DEFAULT_RNN } from '../models/cells/roles.ts';
import { createVocabulary } from '../models/text/vocabulary.ts';
import { compute, wordOf } from './computed.ts';
import type { GalleryState } from './galleryTypes.ts';
import { ARABIC, CAT, EMOJI, FORTY, LONG_TOKEN } from './sentences.ts';

const nothing = () => {};
const plain = new Intl.NumberFormat('en');
const FULL = createVocabulary(FORTY, { size: 1e9 });

/** A sentence under the vocabulary of forty words. */
function OneHot({ words, size }: { readonly words: readonly string[]; readonly size: number }) {
  const lexicon = openLexicon(FULL, { size, end: true, order: 'alphabet' });
  const tokens = tokenColumns(words, lexicon, true).map((column, t): OneHotToken => {
    return { ...column, tag: t % 2 === 0, name: `${column.text}: ${column.id}`, tagName: `y: ${t % 2}` };
  });
  return (
    <ScrollBox label="Drawing" className={tools.scroller ?? ''}>
      <OneHotColumns
        tokens={tokens}
        size={lexicon.size}
        name="One-hot vectors"
        labels={{ word: 'token', received: 'read as', index: 'number', tag: 'y: a name?' }}
        selected={1}
        onSelect={nothing}
        onTag={nothing}
        format={(index) => plain.format(index)}
      />
    </ScrollBox>
  );
}

function Curve({ words, kept }: { readonly words: readonly string[]; readonly kept: number }) {
  return (
    <UnknownCurve
      shares={unknownShares(createVocabulary(words, { size: 1e9 }))}
      kept={kept}
      name="Share of the text that is unknown"
      xLabel="words kept, log scale"
      yLabel="unknown"
      format={(count) => plain.format(count)}
      formatShare={(share) => `${(100 * share).toFixed(1)}%`}
    />
  );
}

function Positions({ sentence }: { readonly sentence: string }) {
  const snapshots = [...learn(1)];
  const [first, last] = [snapshots[0], snapshots.at(-1)];
  const values = first && last ? answer(sentence, first, last) : [];
  return (
    <ScrollBox label="Drawing" className={tools.scroller ?? ''}>
      <PositionBars
        values={values}
        name="Two nets at every position"
        denseLabel="Dense net: ŷ"
        movedLabel="weights moved by"
        sharedLabel="Recurrent net: ŷ"
        places={8}
        padding="zeros"
        noInput="no input"
      />
    </ScrollBox>
  );
}

function Matrices({ words, hidden }: { readonly words: readonly string[]; readonly hidden: number }) {
  const { trace, parameters } = compute({ spec: DEFAULT_RNN, words, hidden });
  const step = stackedStep(trace, parameters, 2);
  const shown = Math.min(step.inputs, 8);
  const width = step.hidden + step.inputs;
  return (
    <ScrollBox label="Drawing" className={tools.scroller ?? ''}>
      <StackedMatrices
        hidden={hidden}
        tokens={Array.from({ length: shown }, (_, id) => wordOf(words, id))}
        omitted={step.inputs - shown}
        weight={({ row, column }) => step.weights[row * width + column] ?? Number.NaN}
        bias={(row) => step.bias[row] ?? Number.NaN}
        operand={(column) => step.operand[column] ?? Number.NaN}
        titles={matrixTitles('a', 3, step)}
        name={`z of unit 1: ${bothWays(step, 0).stacked}`}
        cellName={({ row, column }) => `${row + 1}, ${column + 1}`}
        selected={{ row: 0, column: hidden }}
        onSelect={nothing}
      />
    </ScrollBox>
  );
}

function Folding({ words, share }: { readonly words: readonly string[]; readonly share: number }) {
  const { trace } = compute({ spec: DEFAULT_RNN, words, hidden: 4 });
  const steps = words.map((token, t) => ({
    token,
    value: trace.values.hidden?.[4 * t] ?? Number.NaN,
    guess: wordOf(words, t),
    probability: '12%',
  }));
  return (
    <ScrollBox label="Drawing" className={tools.scroller ?? ''}>
      <FoldingNet
        steps={steps}
        initial={0}
        share={share}
        current={1}
        letter="a"
        delayLabel="one step later"
        name="Folding net"
        onSelect={nothing}
      />
    </ScrollBox>
  );
}

export const SEQUENCE_STATES: readonly GalleryState[] = [
  { id: 'one-hot', title: 'One-hot vectors, some unknown', render: () => <OneHot words={CAT} size={20} /> },
  { id: 'one-hot-small', title: 'Vectors of four rows', render: () => <OneHot words={CAT} size={4} /> },
  {
    id: 'one-hot-scripts',
    title: 'Emoji, long words, right to left',
    render: () => <OneHot words={[...EMOJI, ...LONG_TOKEN, ...ARABIC]} size={40} />,
  },
  {
    id: 'unknown-curve',
    title: 'What a vocabulary leaves out',
    render: () => <Curve words={FORTY} kept={9} />,
  },
  { id: 'unknown-curve-end', title: 'Everything kept', render: () => <Curve words={FORTY} kept={35} /> },
  { id: 'unknown-curve-empty', title: 'A text without words', render: () => <Curve words={[]} kept={0} /> },
  {
    id: 'position-bars',
    title: 'Two nets, a short sentence',
    render: () => <Positions sentence="the teacher saw hermione" />,
  },
  {
    id: 'position-bars-long',
    title: 'Two nets, more words than positions',
    render: () => (
      <Positions sentence={`${LONG_TOKEN.join(' ')} harry saw the owl and hermione found gold`} />
    ),
  },
  {
    id: 'stacked-matrices',
    title: 'Two matrices and one',
    render: () => <Matrices words={CAT} hidden={5} />,
  },
  {
    id: 'stacked-matrices-large',
    title: 'Twelve units, columns left out, long words',
    render: () => <Matrices words={[...LONG_TOKEN, ...FORTY]} hidden={12} />,
  },
  { id: 'stacked-matrices-one', title: 'One unit', render: () => <Matrices words={CAT} hidden={1} /> },
  { id: 'folding-folded', title: 'Folded', render: () => <Folding words={CAT} share={0} /> },
  {
    id: 'folding-unrolled',
    title: 'Unrolled, any script',
    render: () => <Folding words={[...CAT, ...LONG_TOKEN, ...ARABIC]} share={1} />,
  },
];
