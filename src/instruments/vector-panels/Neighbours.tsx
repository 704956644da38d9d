import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import type { PanelProps } from './panel.ts';
import { RankedWords } from './RankedWords.tsx';
import { Failed, Scanned } from './Said.tsx';
import { METRICS } from './settings.ts';
import styles from './vector-panels.module.css';

/** By what nearness is measured, and whether from the mean of all vectors. */
export function Measures({ settings, change }: Pick<PanelProps, 'settings' | 'change'>) {
  const text = useText(vectorPanelMessages);
  return (
    <div className={styles.row}>
      <SegmentedControl
        label={text('vectorpanels.metric')}
        value={settings.metric}
        options={METRICS.map((value) => ({ value, label: text(`vectorpanels.by-${value}`) }))}
        onChange={(metric) => change({ metric })}
      />
      <Toggle
        label={text('vectorpanels.centred')}
        checked={settings.centred}
        onChange={(centred) => change({ centred })}
      />
    </div>
  );
}

/** The words nearest to the selected one, in all d dimensions. */
export function Neighbours({ set, settings, change, pointing }: PanelProps) {
  const text = useText(vectorPanelMessages);
  const { word, metric, centred, count } = settings;
  const { answer, question, pending, failed } = useAnswer(set, {
    kind: 'nearest',
    terms: [{ word, weight: 1 }],
    metric,
    count,
    centred,
    exclude: true,
  });
  const values = { d: set.info.dimensions, word };
  return (
    <div className={styles.block}>
      <h4 className={styles.subtitle}>{text('vectorpanels.nearest', values)}</h4>
      <Measures settings={settings} change={change} />
      <Failed detail={failed} />
      {answer && question && (
        <>
          <RankedWords
            caption={text('vectorpanels.nearest-of', values)}
            hits={answer.hits}
            measure={question.metric}
            pointing={pointing}
            isOld={pending}
          />
          <Scanned answer={answer} />
        </>
      )}
    </div>
  );
}
