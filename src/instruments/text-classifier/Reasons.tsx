import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Select } from '../../components/controls/Select.tsx';
import { BarList } from '../../components/plots/BarList.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import type { EmbeddingInfo, Labelling } from '../../workers/embeddings/protocol.ts';
import { significant } from '../ngrams/format.ts';
import tools from '../tools/tools.module.css';
import { mostProbable, reasonsFor } from './reasons.ts';
import type { ClassifierSettings } from './settings.ts';
import styles from './text-classifier.module.css';

export interface ReasonsProps {
  readonly settings: ClassifierSettings;
  readonly change: (part: Partial<ClassifierSettings>) => void;
  readonly info: EmbeddingInfo;
  readonly answer: Labelling;
}

const SHOWN = 12;

/** The label whose score is taken apart. */
export const labelOf = ({ label }: ClassifierSettings, answer: Labelling): number =>
  label > 0 && label <= answer.probabilities.length ? label - 1 : mostProbable(answer);

/** A score as what it is, the sum of its features' shares. */
export function Reasons({ settings, change, info, answer }: ReasonsProps) {
  const text = useText(textClassifierMessages);
  const label = labelOf(settings, answer);
  const reasons = reasonsFor(answer, label);
  const rest = reasons.slice(SHOWN);
  const unknown = answer.words.filter(({ known }) => !known).map((word) => word.text);
  const rows = reasons
    .slice(0, SHOWN)
    .map(({ id, words, share }) => ({ id, label: words.join(' '), value: share }));
  if (rest.length > 0) {
    const sum = rest.reduce((total, { share }) => total + share, 0);
    rows.push({ id: 'rest', label: text('classifier.rest', { count: rest.length }), value: sum });
  }
  const options = info.labels.map((name, i) => ({ value: String(i + 1), label: name }));
  return (
    <section className={styles.reasons} data-testid="reasons">
      <p className={styles.title}>{text(`classifier.reasons-${settings.loss}`)}</p>
      <div className={tools.bar}>
        <SegmentedControl
          label={text('classifier.why')}
          value={settings.why}
          options={(['one', 'other'] as const).map((value) => ({
            value,
            label: text(`classifier.${value}`),
          }))}
          onChange={(why) => change({ why })}
        />
        <Select
          label={text('classifier.label')}
          value={String(settings.label)}
          options={[{ value: '0', label: text('classifier.likeliest') }, ...options]}
          onChange={(chosen) => change({ label: Number(chosen) })}
        />
      </div>
      <BarList rows={rows} />
      <p className={styles.readout} data-testid="score">
        {reasons.length === 0
          ? text('classifier.no-shares')
          : text('classifier.score', {
              label: info.labels[label] ?? '',
              count: reasons.length,
              score: significant(answer.scores[label] ?? Number.NaN, 4),
            })}
      </p>
      {unknown.length > 0 && (
        <p className={styles.note}>
          {text(settings.wordNgrams > 1 ? 'classifier.unknown-paired' : 'classifier.unknown', {
            words: unknown.join(text('classifier.and')),
          })}
        </p>
      )}
    </section>
  );
}
