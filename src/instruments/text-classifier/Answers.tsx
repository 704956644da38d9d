import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { PairBars } from '../../components/plots/PairBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textClassifierMessages } from '../../i18n/messages/text-classifier.ts';
import type { EmbeddingInfo, Labelling } from '../../workers/embeddings/protocol.ts';
import { DATA_SETS } from './data-sets.ts';
import type { ClassifierSettings } from './settings.ts';
import styles from './text-classifier.module.css';

export interface SentencesProps {
  readonly settings: ClassifierSettings;
  readonly change: (part: Partial<ClassifierSettings>) => void;
}

/** The two texts that the classifier is asked about. */
export function Sentences({ settings, change }: SentencesProps) {
  const text = useText(textClassifierMessages);
  const { pair } = DATA_SETS[settings.data];
  const isPair = settings.one === pair.one && settings.other === pair.other;
  return (
    <div className={styles.sentences}>
      {(['one', 'other'] as const).map((which) => (
        <TextField
          key={which}
          label={text(`classifier.${which}`)}
          value={settings[which]}
          rows={2}
          maxLength={400}
          onChange={(typed) => change({ [which]: typed })}
        />
      ))}
      {!isPair && <Button onClick={() => change(pair)}>{text('classifier.examples')}</Button>}
    </div>
  );
}

/** Labels that are shown; of more, the most probable. */
const SHOWN = 12;

/** Their numbers, in the order of the labels. */
export function shownLabels(answers: readonly Labelling[]): readonly number[] {
  const [first] = answers;
  if (!first) return [];
  const most = Array.from(first.probabilities, (_, label) =>
    Math.max(...answers.map(({ probabilities }) => probabilities[label] ?? 0)),
  );
  const order = most.map((_, label) => label).sort((a, b) => (most[b] ?? 0) - (most[a] ?? 0));
  return order.slice(0, SHOWN).sort((a, b) => a - b);
}

export interface LabelBarsProps {
  readonly info: EmbeddingInfo;
  readonly answers: readonly [Labelling, Labelling];
  readonly loss: ClassifierSettings['loss'];
}

/** P of the labels for both texts. */
export function LabelBars({ info, answers, loss }: LabelBarsProps) {
  const text = useText(textClassifierMessages);
  const labels = shownLabels(answers);
  const [one, other] = answers.map(({ probabilities }) => labels.map((label) => probabilities[label] ?? 0));
  return (
    <div className={styles.lit} data-term="prediction" data-testid="label-bars">
      <PairBars
        words={labels.map((label) => info.labels[label] ?? '')}
        title={text('classifier.label')}
        name={text('classifier.bars')}
        pairs={[
          { name: text('classifier.one-short'), shares: one ?? [] },
          { name: text('classifier.other-short'), shares: other ?? [] },
        ]}
      />
      {loss === 'one-vs-all' && <p className={styles.note}>{text('classifier.each-alone')}</p>}
    </div>
  );
}
