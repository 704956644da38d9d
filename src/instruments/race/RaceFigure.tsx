import { useRef } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { raceMessages } from '../../i18n/messages/race.ts';
import { LinkNotices } from '../link/LinkButton.tsx';
import { useFigure } from '../link/useFigure.ts';
import { usePlaying } from '../runs/usePlaying.ts';
import { SOLVED, WINDOW } from './accuracy.ts';
import { exampleSequence } from './example.ts';
import { RaceChart } from './RaceChart.tsx';
import { RaceControls } from './RaceControls.tsx';
import { RaceTable } from './RaceTable.tsx';
import styles from './race.module.css';
import { BATCH, LAST_STEP, type RaceSettings, TABLE } from './settings.ts';
import { useRace } from './useRace.ts';

const FIGURE = 'race';

/** LSTM, GRU and plain RNN on the same long-memory task, trained at the same time from the same seed. */
export function RaceFigure() {
  const text = useText(raceMessages);
  const frame = useRef<HTMLDivElement>(null);
  const { settings, change, notices, dismissNotices } = useFigure(TABLE, FIGURE);
  const race = useRace(frame, settings);
  const moving = usePlaying(race.runs);
  const playing = race.isWanted && moving;
  const onChange = (part: Partial<RaceSettings>) => {
    change(part);
    race.restart({ ...settings, ...part });
  };
  return (
    <div ref={frame} className={styles.figure}>
      <LinkNotices notices={notices} onDismiss={dismissNotices} />
      <RaceControls
        figure={FIGURE}
        settings={settings}
        playing={playing}
        onPlayToggle={playing ? race.pause : race.play}
        onReset={race.reset}
        onChange={onChange}
      />
      <p className={styles.example}>
        {text('race.sequence', exampleSequence(settings.delay, settings.seed))}
      </p>
      <RaceChart runs={race.runs} />
      {race.runs ? <RaceTable runs={race.runs} /> : null}
      <p className={styles.note}>
        {text('race.note', {
          window: WINDOW,
          batch: BATCH,
          threshold: `${formatFixed(100 * SOLVED, 0)} %`,
          last: LAST_STEP,
        })}
      </p>
    </div>
  );
}
