import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { perplexityText, powerTick } from '../../components/plots/scoreLabels.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import type { TokenScore } from '../../models/language/score.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import type { Score } from './useScore.ts';

/** P with four decimals, or as a power of ten where they would be zeros. */
const probabilityText = (p: number): string => (p === 0 || p >= 0.0001 ? p.toFixed(4) : powerTick(p, 1));

function cellsOf(score: TokenScore): readonly string[] {
  if (score.verdict === 'silent') return ['–', '–', '–', '–', '–'];
  return [
    score.probability === null ? '0/0' : probabilityText(score.probability),
    formatFixed(score.logProbability, 4),
    formatFixed(score.running, 4),
    perplexityText(score.perplexity, 2),
    score.rank === null ? '–' : String(score.rank),
  ];
}

/** The columns as numbers. */
export function ScoreTable({ score, caption }: { readonly score: Score; readonly caption: string }) {
  const text = useText(samplingMessages);
  const size = score.model.vocabulary.tokens.length;
  return (
    <NumberTable
      caption={caption}
      heads={[
        text('sample.head-token'),
        text('score.row-p'),
        text('score.head-log'),
        text('score.head-running'),
        text('score.head-perplexity'),
        text('score.head-rank', { vocabulary: size }),
      ]}
      rows={score.scores.map((each, t) => ({
        id: String(t),
        cells: [
          <bdi key="token">
            {visibleSymbol(each.text)}
            {each.known ? '' : ' ⟨UNK⟩'}
          </bdi>,
          ...cellsOf(each),
        ],
      }))}
    />
  );
}

/** Every token of the sentences on show. */
export function scoreCsv(scores: readonly Score[]): readonly (readonly CsvValue[])[] {
  return [
    ['sentence', 'place', 'id', 'token', 'known', 'p', 'ln_p', 'sum_ln_p', 'perplexity', 'rank'],
    ...scores.flatMap((score, sentence) =>
      score.scores.map((each, t) => [
        sentence + 1,
        t + 1,
        each.id,
        each.text,
        each.known ? 1 : 0,
        each.probability,
        each.logProbability,
        each.running,
        each.perplexity,
        each.rank,
      ]),
    ),
  ];
}
