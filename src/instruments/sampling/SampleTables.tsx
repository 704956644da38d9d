import type { CsvValue } from '../../components/interaction/csv.ts';
import { powerTick } from '../../components/plots/scoreLabels.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { samplingMessages } from '../../i18n/messages/sampling.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { SHOWN_ROWS } from './ChoicePanel.tsx';
import type { Sample } from './sample.ts';
import { choiceRows, type ShownChoice } from './shown-choice.ts';

/** Rows of the table of drawn tokens; the file has them all. */
const LAST_ROWS = 100;

const probabilityText = (p: number): string => (p === 0 || p >= 0.0001 ? p.toFixed(4) : powerTick(p, 1));

/** The bars as numbers. */
export function ChoiceTable({
  shown,
  tokens,
}: {
  readonly shown: ShownChoice;
  readonly tokens: readonly string[];
}) {
  const text = useText(samplingMessages);
  const { rows, rest } = choiceRows(shown, tokens, SHOWN_ROWS);
  const note = (row: (typeof rows)[number]) =>
    row.cut ? text(`sample.cut-${row.cut}`) : row.isDrawn ? text('sample.was-drawn') : '';
  return (
    <NumberTable
      caption={text('sample.table-choice')}
      heads={(['token', 'said', 'offered', 'note'] as const).map((head) => text(`sample.head-${head}`))}
      rows={[
        ...rows.map((row) => ({
          id: String(row.id),
          cells: [
            <bdi key="token">{visibleSymbol(row.token)}</bdi>,
            probabilityText(row.said),
            probabilityText(row.offered),
            note(row),
          ],
        })),
        {
          id: 'rest',
          cells: [
            text('sample.others', { count: rest.count }),
            probabilityText(rest.said),
            probabilityText(rest.offered),
            '',
          ],
        },
      ]}
    />
  );
}

/** What was drawn, token by token. */
export function TextTable({ sample }: { readonly sample: Sample }) {
  const text = useText(samplingMessages);
  const { draws, model } = sample;
  const first = Math.max(0, draws.length - LAST_ROWS);
  const caption =
    first > 0
      ? text('sample.table-last', { shown: LAST_ROWS, count: draws.length })
      : text('sample.table-text');
  return (
    <NumberTable
      caption={caption}
      heads={(['place', 'token', 'said', 'offered'] as const).map((head) => text(`sample.head-${head}`))}
      rows={draws.slice(first).map(({ token, said, offered }, i) => ({
        id: String(first + i),
        cells: [
          first + i + 1,
          <bdi key="token">{visibleSymbol(model.vocabulary.tokens[token] ?? '')}</bdi>,
          probabilityText(said),
          probabilityText(offered),
        ],
      }))}
    />
  );
}

/** The whole distribution, the model's most probable first. */
export function choiceCsv(shown: ShownChoice, tokens: readonly string[]): readonly (readonly CsvValue[])[] {
  const { rows } = choiceRows(shown, tokens, tokens.length);
  return [
    ['id', 'token', 'p_model', 'p_drawn_from', 'cut', 'drawn'],
    ...rows.map(({ id, token, said, offered, cut, isDrawn }) => [
      id,
      token,
      said,
      offered,
      cut,
      isDrawn ? 1 : 0,
    ]),
  ];
}

/** Every drawn token with its settings. */
export function textCsv({ draws, model, step }: Sample): readonly (readonly CsvValue[])[] {
  return [
    ['place', 'id', 'token', 'p_model', 'p_drawn_from', 'temperature', 'top_k', 'top_p', 'model_step'],
    ...draws.map(({ token, said, offered, options }, i) => [
      i + 1,
      token,
      model.vocabulary.tokens[token] ?? '',
      said,
      offered,
      options.temperature,
      options.topK,
      options.topP,
      step,
    ]),
  ];
}
