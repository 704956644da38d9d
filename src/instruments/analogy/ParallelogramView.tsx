import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { ArrowKey, WordMap } from '../../components/plots/WordMap.tsx';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import panels from '../vector-panels/vector-panels.module.css';
import type { Pointing } from '../word-map/NeighbourLists.tsx';
import styles from './analogy.module.css';
import type { Parallelogram } from './parallelogram.ts';
import type { Analogy } from './useAnalogy.ts';

export interface ParallelogramViewProps {
  readonly analogy: Analogy;
  /** d of the set. */
  readonly dimensions: number;
  readonly pointing: Pointing;
  readonly height?: number;
}

/** Where the words of a `Parallelogram`'s points stand. */
const [A, B, C, CORNER, BEST] = [0, 1, 2, 3, 4] as const;
const STEP = 0;
const ANSWERED = 1;

const number = (value: number): string => formatFixed(value, 3);

/** The name of the corner that only arithmetic has. */
const cornerName = ([a, b, c]: Parallelogram['corners']): string => `${b} − ${a} + ${c}`;

function Drawing(props: ParallelogramViewProps & { readonly shape: Parallelogram }) {
  const { shape, pointing, height } = props;
  const text = useText(analogyMessages);
  const [a, b, c] = shape.corners;
  const best = shape.answers[0];
  return (
    <>
      <WordMap
        name={text('analogy.shape', { a, b, c })}
        words={[a, b, c, cornerName(shape.corners), ...shape.answers.map(({ word }) => word)]}
        points={shape.points}
        arrows={[
          { from: A, to: B, relation: STEP },
          { from: C, to: CORNER, relation: STEP },
          ...(best ? [{ from: C, to: BEST, relation: ANSWERED }] : []),
        ]}
        selected={pointing.selected}
        lit={pointing.lit}
        onLight={pointing.onLight}
        onSelect={pointing.onSelect}
        termOf={(word) => (word === CORNER ? 'prediction' : undefined)}
        {...(height === undefined ? {} : { height })}
      />
      <p className={styles.keys}>
        <ArrowKey relation={STEP}>{text('analogy.shape-key-step', { from: a, to: b })}</ArrowKey>
        {best && (
          <ArrowKey relation={ANSWERED}>
            {text('analogy.shape-key-answer', { from: c, to: best.word })}
          </ArrowKey>
        )}
      </p>
    </>
  );
}

/** What the drawing keeps and what it loses, in words. */
function Lengths({ shape, dimensions }: { readonly shape: Parallelogram; readonly dimensions: number }) {
  const text = useText(analogyMessages);
  const [a, b, c] = shape.corners;
  const best = shape.answers[0];
  if (!best) return null;
  const { word: answer, distance, off } = best;
  const values = {
    ...{ a, b, c, d: dimensions, answer },
    step: number(shape.step),
    taken: number(shape.taken),
    parallel: number(shape.parallel),
    distance: number(distance),
    off: number(off),
  };
  return (
    <div className={styles.lengths} data-testid="lengths">
      <p className={panels.note}>{text('analogy.shape-lengths', values)}</p>
      <p className={panels.note}>{text('analogy.shape-off', values)}</p>
    </div>
  );
}

/** The words of a question in their plane, with b − a + c and the answers seen from above. */
export function ParallelogramView(props: ParallelogramViewProps) {
  const { analogy, dimensions } = props;
  const text = useText(analogyMessages);
  const { shape, isFlat } = analogy;
  if (!shape) {
    return isFlat ? <p className={panels.note}>{text('analogy.shape-flat')}</p> : null;
  }
  const [a, b, c] = shape.corners;
  return (
    <div className={styles.shape} data-old={analogy.asked.pending || undefined}>
      <Drawing {...props} shape={shape} />
      <p className={panels.note}>{text('analogy.shape-note', { a, b, c })}</p>
      <Lengths shape={shape} dimensions={dimensions} />
    </div>
  );
}
