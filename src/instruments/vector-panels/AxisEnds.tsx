import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { Pointing } from './panel.ts';
import { WordButton } from './RankedWords.tsx';
import type { AxisEndsFound } from './useAxes.ts';
import styles from './vector-panels.module.css';

export interface AxisEndsProps {
  readonly answer: AxisEndsFound;
  /** Which axis. */
  readonly axis: number;
  /** What stands at its ends. */
  readonly low: string;
  readonly high: string;
  readonly pointing: Pointing;
}

/** The words farthest out at both ends of an axis. */
export function AxisEnds({ answer, axis, low, high, pointing }: AxisEndsProps) {
  const text = useText(vectorPanelMessages);
  const ends = answer.ends[axis];
  if (!ends) return null;
  return (
    <div className={styles.block}>
      <h4 className={styles.subtitle}>{text('vectorpanels.ends', { count: answer.common })}</h4>
      <div className={styles.twins}>
        {(['low', 'high'] as const).map((end) => (
          <div key={end} className={styles.end} data-end={end}>
            <p className={styles.note}>{text('vectorpanels.end', { word: end === 'low' ? low : high })}</p>
            <ol>
              {ends[end].map(({ word }) => (
                <li key={word}>
                  <WordButton word={word} pointing={pointing} />
                </li>
              ))}
            </ol>
          </div>
        ))}
      </div>
    </div>
  );
}
