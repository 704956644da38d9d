import { useMemo } from 'react';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { VectorAnswers } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { Neighbours } from './Neighbours.tsx';
import type { PanelProps } from './panel.ts';
import { useReport } from './ReportsProvider.tsx';
import { MissingWords } from './Said.tsx';
import { useCellScale } from './useCellScale.ts';
import { VectorCells } from './VectorCells.tsx';
import styles from './vector-panels.module.css';
import { WordField } from './WordField.tsx';

type WordAnswer = VectorAnswers['word'];

/** Rank, length and what else the set says of the word. */
function Facts({ answer }: { readonly answer: WordAnswer }) {
  const text = useText(vectorPanelMessages);
  const whole = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { index, norm, count, columns } = answer;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{text('vectorpanels.rank-head')}</dt>
        <dd data-testid="rank">{index < 0 ? text('vectorpanels.made') : whole.format(index + 1)}</dd>
      </div>
      <div>
        <dt title={text('vectorpanels.norm')}>‖v‖</dt>
        <dd data-testid="norm">{formatFixed(norm, 3)}</dd>
      </div>
      {count !== null && (
        <div>
          <dt>{text('vectorpanels.count')}</dt>
          <dd>{whole.format(count)}</dd>
        </div>
      )}
      {columns.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The selected word: what is known of it, its vector, and the words nearest to it in the full space. */
export function WordDetail(props: PanelProps) {
  const { set, settings, pointing } = props;
  const text = useText(vectorPanelMessages);
  const { word } = settings;
  const { answer, question } = useAnswer(set, { kind: 'word', word });
  const scale = useCellScale(set);
  const isOwn = question?.word === word;
  const { vector = null } = answer ?? {};
  const shown = question?.word ?? word;
  const report = useMemo(
    () =>
      vector && {
        caption: text('vectorpanels.vector', { word: shown }),
        heads: [text('vectorpanels.dimension'), text('vectorpanels.value')],
        rows: Array.from(vector, (value, i) => [i + 1, value]),
        isDrawn: true,
      },
    [vector, shown, text],
  );
  useReport(report);
  return (
    <section className={styles.panel} aria-label={text('vectorpanels.word')} data-panel="word">
      <WordField
        set={set}
        label={text('vectorpanels.find')}
        value={word}
        onChange={(found) => pointing.onSelect(found)}
      />
      <h3 className={styles.title} data-testid="selected">
        <bdi>{word}</bdi>
      </h3>
      {answer && vector && (
        <>
          <Facts answer={answer} />
          {scale !== null && (
            <VectorCells name={text('vectorpanels.vector', { word })} values={vector} scale={scale} />
          )}
        </>
      )}
      {isOwn && answer && !vector ? (
        <MissingWords set={set} words={[word]} onReplace={(_, found) => pointing.onSelect(found)} />
      ) : (
        <Neighbours {...props} />
      )}
    </section>
  );
}
