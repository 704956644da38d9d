import { Button } from '../../components/controls/Button.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { noiseMessages } from '../../i18n/messages/noise.ts';
import styles from './noise.module.css';
import type { Draws, Phase } from './useDraws.ts';
import type { NoiseWord } from './words.ts';

const REACHED: Readonly<Record<Phase, number>> = { number: 1, column: 2, word: 3 };

/** One draw with its numbers: a random number, the column that it names, the word that what is left of it decides on. */
export function FollowedDraw({
  words,
  draws,
}: {
  readonly words: readonly NoiseWord[];
  readonly draws: Draws;
}) {
  const text = useText(noiseMessages);
  const { followed, history } = draws;
  const reached = followed ? REACHED[followed.phase] : 0;
  const { uniform = 0, scaled = 0, column = 0, rest = 0, limit = 0, word = 0 } = followed?.draw ?? {};
  const wordOf = (id: number) => words[id]?.word ?? '';
  return (
    <div className={styles.followed}>
      <Button onClick={draws.advance}>{text(`noise.advance-${followed?.phase ?? 'word'}`)}</Button>
      <ol className={styles.steps} data-testid="followed" aria-live="polite">
        {reached >= 1 && (
          <li>
            {text('noise.step-number', {
              place: history.tally.draws + Number(followed?.phase !== 'word'),
              uniform: formatFixed(uniform, 6),
            })}
          </li>
        )}
        {reached >= 2 && (
          <li>
            {text('noise.step-column', {
              uniform: formatFixed(uniform, 6),
              size: words.length,
              scaled: formatFixed(scaled, 4),
              column,
              word: wordOf(column),
            })}
          </li>
        )}
        {reached >= 3 && (
          <li>
            {text(rest < limit ? 'noise.step-own' : 'noise.step-alias', {
              rest: formatFixed(rest, 4),
              limit: formatFixed(limit, 4),
              word: wordOf(word),
            })}
          </li>
        )}
      </ol>
    </div>
  );
}
