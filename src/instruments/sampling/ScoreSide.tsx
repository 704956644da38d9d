import { TextField } from '../../components/controls/TextField.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { ScoreColumns } from '../../components/plots/ScoreColumns.tsx';
import { perplexityText, powerTick } from '../../components/plots/scoreLabels.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import styles from './sampling.module.css';
import { MOST_SCORED, type Score, type ScoredText } from './useScore.ts';

/** What is to be said about how the sentence was read and measured. */
function Notes({ scored, score }: { readonly scored: ScoredText; readonly score: Score }) {
  const text = useText(samplingMessages);
  const unknown = scored.tokens.filter(({ known }) => !known);
  const words = [...new Set(unknown.map((token) => visibleSymbol(token.text)))].slice(0, 8).join(' ');
  const has = (verdict: string) => score.scores.some((each) => each.verdict === verdict);
  const notes = [
    scored.typed > MOST_SCORED && text('score.cut', { count: scored.typed, most: MOST_SCORED }),
    unknown.length > 0 && text('score.unknown', { count: unknown.length, tokens: words }),
    has('silent') && text('score.silent'),
    has('undefined') && text('score.undefined'),
    score.scores.some(({ probability }) => probability === 0) && text('score.impossible'),
  ];
  return (
    <div className={styles.notes}>
      {notes.map(
        (note) =>
          note && (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ),
      )}
    </div>
  );
}

/** ln P, P, perplexity of the whole sentence. */
function Sums({ score }: { readonly score: Score }) {
  const text = useText(samplingMessages);
  const last = score.scores.at(-1);
  if (!last) return null;
  const facts = [
    ['log', formatFixed(last.running, 3)],
    ['probability', powerTick(Math.exp(last.running), 1)],
    ['perplexity', perplexityText(last.perplexity, 2)],
    ['tokens', String(last.counted)],
  ] as const;
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{text(`score.${name}`)}</dt>
          <dd>
            <strong>{value}</strong>
          </dd>
        </div>
      ))}
    </dl>
  );
}

export interface ScoreSideProps {
  readonly label: string;
  readonly sentence: string;
  readonly onSentence: (sentence: string) => void;
  readonly scored: ScoredText;
  /** Of the scale that both sentences share. */
  readonly decades: number;
}

/** One sentence: what was typed, its columns, and what they come to. */
export function ScoreSide({ label, sentence, onSentence, scored, decades }: ScoreSideProps) {
  const text = useText(samplingMessages);
  const { score, tokens } = scored;
  return (
    <div className={styles.side}>
      <TextField label={label} value={sentence} rows={2} maxLength={20_000} onChange={onSentence} />
      {tokens.length === 0 && <p className={styles.note}>{text('score.empty')}</p>}
      {score && score.scores.length > 0 && (
        <>
          <ScoreColumns
            scores={score.scores}
            vocabulary={score.model.vocabulary.tokens.length}
            decades={decades}
            name={text('score.chart')}
          />
          {score.isDone ? (
            <Sums score={score} />
          ) : (
            <p className={styles.progress}>
              <progress max={tokens.length} value={score.scores.length} aria-label={text('score.title')} />
              {text('score.progress', { done: score.scores.length, asked: tokens.length })}
            </p>
          )}
          <Notes scored={scored} score={score} />
        </>
      )}
    </div>
  );
}
