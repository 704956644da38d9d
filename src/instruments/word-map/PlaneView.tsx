import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { ArrowKey, WordMap } from '../../components/plots/WordMap.tsx';
import { useText } from '../../components/text/useText.tsx';
import { wordMapMessages } from '../../i18n/messages/word-map.ts';
import type { Pointing } from './NeighbourLists.tsx';
import type { WordPlane } from './plane.ts';
import styles from './word-map.module.css';
import type { WordPair } from './words.ts';

export interface PlaneViewProps extends Pointing {
  readonly plane: WordPlane;
  readonly pairs: readonly WordPair[];
  /** Of each relation, by `parallelism`. */
  readonly parallel: readonly number[];
  /** Words that were asked for and that the vocabulary lacks. */
  readonly missing: readonly string[];
  readonly height?: number;
}

const MISSING_SHOWN = 8;

/** One line for each relation: its first pair, and how parallel its arrows are. */
function Relations({ pairs, parallel }: Pick<PlaneViewProps, 'pairs' | 'parallel'>) {
  const text = useText(wordMapMessages);
  return parallel.map((cosine, relation) => {
    const first = pairs.find((pair) => pair.relation === relation);
    if (!first) return null;
    return (
      <span key={`${first.from} ${first.to}`} data-testid="relation">
        <ArrowKey relation={relation}>{`${first.from} → ${first.to}`}</ArrowKey>
        {Number.isNaN(cosine) ? '' : text('map.parallel', { cosine: formatFixed(cosine, 2) })}
      </span>
    );
  });
}

function Missing({ words }: { readonly words: readonly string[] }) {
  const text = useText(wordMapMessages);
  if (words.length === 0) return null;
  const shown = words.slice(0, MISSING_SHOWN).join(', ');
  const count = words.length - MISSING_SHOWN;
  return (
    <p className={styles.legend}>
      {count > 0 ? text('map.missing-more', { words: shown, count }) : text('map.missing', { words: shown })}
    </p>
  );
}

/** Words on their plane, with its legend. */
export function PlaneView(props: PlaneViewProps) {
  const { plane, pairs, parallel, missing, height } = props;
  const text = useText(wordMapMessages);
  const arrows = pairs.flatMap(({ from, to, relation }) => {
    const [a, b] = [plane.words.indexOf(from), plane.words.indexOf(to)];
    return a < 0 || b < 0 ? [] : [{ from: a, to: b, relation }];
  });
  return (
    <div className={styles.stack}>
      <WordMap
        name={text('map.plane')}
        words={plane.words}
        points={plane.points}
        arrows={arrows}
        selected={props.selected}
        lit={props.lit}
        onLight={props.onLight}
        onSelect={props.onSelect}
        {...(height === undefined ? {} : { height })}
      />
      <p className={styles.legend}>
        <span>
          {text('map.plane-of', { words: plane.words.length, share: formatFixed(100 * plane.share, 0) })}
        </span>
        <Relations pairs={pairs} parallel={parallel} />
      </p>
      <Missing words={missing} />
    </div>
  );
}
