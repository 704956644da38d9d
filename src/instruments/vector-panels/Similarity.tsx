import { useMemo } from 'react';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatFixed, formatSigned } from '../../components/diagrams/formatNumber.ts';
import { useText } from '../../components/text/useText.tsx';
import { vectorPanelMessages } from '../../i18n/messages/vector-panels.ts';
import type { VectorAnswers } from '../../store/vectors-state.ts';
import { useAnswer } from '../vectors/useAnswer.ts';
import { ContributionPlot } from './ContributionPlot.tsx';
import { type Contributions, dimensionsNeeded, rankContributions } from './contributions.ts';
import type { PanelProps } from './panel.ts';
import { useReport } from './ReportsProvider.tsx';
import { Failed } from './Said.tsx';
import styles from './vector-panels.module.css';
import { WordField } from './WordField.tsx';

type SimilarityAnswer = VectorAnswers['similarity'];

/** Rows of the table; the rest is summed in the last but one. */
const SHOWN = 8;

function Numbers({ answer }: { readonly answer: SimilarityAnswer }) {
  const text = useText(vectorPanelMessages);
  return (
    <dl className={styles.facts}>
      {(['cosine', 'dot', 'distance'] as const).map((name) => (
        <div key={name}>
          <dt>{text(name === 'distance' ? 'vectorpanels.euclid' : `vectorpanels.${name}`)}</dt>
          <dd data-testid={name}>{formatFixed(answer[name], 3)}</dd>
        </div>
      ))}
    </dl>
  );
}

interface PartsProps {
  readonly ranked: Contributions;
  readonly parts: Float32Array;
}

/** The dimensions that say most, and that all of them together are the cosine. */
function Parts({ ranked, parts }: PartsProps) {
  const text = useText(vectorPanelMessages);
  const { order, sums } = ranked;
  const whole = sums.at(-1) ?? 0;
  const rest = order.length - SHOWN;
  const shownSum = sums[Math.min(SHOWN, order.length) - 1] ?? 0;
  return (
    <table className={styles.parts}>
      <caption>{text('vectorpanels.parts-caption')}</caption>
      <thead>
        <tr>
          <th scope="col">{text('vectorpanels.dimension')}</th>
          <th scope="col">{text('vectorpanels.part')}</th>
          <th scope="col">{text('vectorpanels.sum')}</th>
        </tr>
      </thead>
      <tbody>
        {order.slice(0, SHOWN).map((dimension, k) => (
          <tr key={dimension}>
            <th scope="row">{dimension + 1}</th>
            <td>{formatSigned(parts[dimension] ?? 0, 3)}</td>
            <td>{formatFixed(sums[k] ?? 0, 3)}</td>
          </tr>
        ))}
        {rest > 0 && (
          <tr>
            <th scope="row">{text('vectorpanels.parts-rest', { count: rest })}</th>
            <td>{formatSigned(whole - shownSum, 3)}</td>
            <td>{formatFixed(whole, 3)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Compared({ answer, isOld }: { readonly answer: SimilarityAnswer; readonly isOld: boolean }) {
  const text = useText(vectorPanelMessages);
  const { contributions } = answer;
  const ranked = useMemo(() => rankContributions(contributions), [contributions]);
  const d = contributions.length;
  const report = useMemo(
    () => ({
      caption: text('vectorpanels.parts-caption'),
      heads: [text('vectorpanels.dimension'), text('vectorpanels.part'), text('vectorpanels.sum')],
      rows: ranked.order.map((dimension, k) => [
        dimension + 1,
        contributions[dimension] ?? Number.NaN,
        ranked.sums[k] ?? Number.NaN,
      ]),
      isDrawn: true,
    }),
    [ranked, contributions, text],
  );
  useReport(report);
  return (
    <div className={styles.block} data-old={isOld || undefined} aria-busy={isOld}>
      <Numbers answer={answer} />
      <ContributionPlot ranked={ranked} parts={contributions} />
      <p className={styles.note}>
        {text('vectorpanels.parts-needed', { count: dimensionsNeeded(ranked), d })}
      </p>
      <Parts ranked={ranked} parts={contributions} />
    </div>
  );
}

/** Two words: how alike their vectors are, and which dimensions make them so. */
export function Similarity({ set, settings, change }: PanelProps) {
  const text = useText(vectorPanelMessages);
  const { left, right, centred } = settings;
  const { answer, pending, failed } = useAnswer(set, { kind: 'similarity', a: left, b: right, centred });
  const isWhole = answer && answer.missing.length === 0;
  return (
    <section className={styles.panel} aria-label={text('vectorpanels.similarity')} data-panel="similarity">
      <div className={styles.twins}>
        <WordField
          set={set}
          live
          label={text('vectorpanels.one')}
          value={left}
          onChange={(word) => change({ left: word })}
        />
        <WordField
          set={set}
          live
          label={text('vectorpanels.other')}
          value={right}
          onChange={(word) => change({ right: word })}
        />
      </div>
      <Toggle
        label={text('vectorpanels.centred')}
        checked={centred}
        onChange={(on) => change({ centred: on })}
      />
      <Failed detail={failed} />
      {isWhole && <Compared answer={answer} isOld={pending} />}
    </section>
  );
}
