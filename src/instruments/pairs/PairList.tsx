import { useText } from '../../components/text/useText.tsx';
import { pairsMessages } from '../../i18n/messages/pairs.ts';
import { contextAt, type DrawnPassage, examplesAt, wordAt } from './draw-windows.ts';
import styles from './pairs.module.css';
import type { PairsSettings } from './settings.ts';

export interface PairListProps {
  readonly passage: DrawnPassage;
  readonly place: number;
  readonly model: PairsSettings['model'];
}

/** Places whose examples are listed, the latest first. */
const LISTED = 40;

/** How many examples the places up to this one have made. */
export function countExamples(passage: DrawnPassage, upTo: number, model: PairsSettings['model']): number {
  let count = 0;
  for (let place = 0; place <= upTo; place++) count += examplesAt(passage, place, model).length;
  return count;
}

interface RowProps {
  readonly given: readonly string[];
  readonly targets: readonly string[];
  readonly isHere: boolean;
}

function Row({ given, targets, isHere }: RowProps) {
  const words = (list: readonly string[], role: string) =>
    list.map((word, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same word may come twice.
      <bdi key={i} data-role={role}>
        {word}
      </bdi>
    ));
  return (
    <li aria-current={isHere || undefined}>
      <span>{words(given, 'given')}</span>
      <span className={styles.arrow}>→</span>
      <span>{words(targets, 'target')}</span>
    </li>
  );
}

/** What the window has made so far, place by place, the latest first. */
export function PairList({ passage, place, model }: PairListProps) {
  const text = useText(pairsMessages);
  const here = examplesAt(passage, place, model).length;
  const all = countExamples(passage, place, model);
  const latest = Array.from({ length: Math.min(LISTED, place + 1) }, (_, i) => place - i);
  const rows = latest.flatMap((each) => {
    const context = contextAt(passage, each).map((other) => wordAt(passage, other));
    if (context.length === 0) return [];
    const centre = [wordAt(passage, each)];
    const [given, targets] = model === 'cbow' ? [context, centre] : [centre, context];
    return [<Row key={each} given={given} targets={targets} isHere={each === place} />];
  });
  return (
    <div className={styles.made}>
      <p role="status" data-testid="pairs">
        {text(`pairs.made-${model}`, { here, all })}
      </p>
      {rows.length > 0 ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        <ul className={styles.rows} aria-label={text('pairs.list')} tabIndex={0}>
          {rows}
        </ul>
      ) : (
        <p className={styles.note}>{text('pairs.nothing')}</p>
      )}
    </div>
  );
}
