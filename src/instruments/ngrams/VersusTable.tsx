import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { significant } from './format.ts';
import { MOST_ORDER, type References, SMOOTHINGS } from './reference.ts';

const DIGITS = 4;

/** Perplexities of all n-gram models: orders down, smoothings across. */
export function VersusTable({ references }: { readonly references: References }) {
  const text = useText(ngramsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { models, predictions, vocabulary } = references;
  const cellOf = (order: number, smoothing: string) => {
    const model = models.find((each) => each.order === order && each.smoothing === smoothing);
    if (!model) return '–';
    const perplexity = significant(model.perplexity, DIGITS);
    return model.impossible > 0
      ? text('ngrams.with-impossible', { perplexity, count: model.impossible })
      : perplexity;
  };
  const rows = Array.from({ length: MOST_ORDER }, (_, i) => ({
    id: String(i + 1),
    cells: [`n = ${i + 1}`, ...SMOOTHINGS.map((smoothing) => cellOf(i + 1, smoothing))],
  }));
  const even = { id: 'V', cells: [text('ngrams.uniform'), ...SMOOTHINGS.map(() => String(vocabulary))] };
  return (
    <NumberTable
      caption={text('ngrams.versus-table', { predictions: plain.format(predictions) })}
      heads={[text('ngrams.model-name'), ...SMOOTHINGS.map((smoothing) => text(`ngrams.${smoothing}`))]}
      rows={[even, ...rows]}
    />
  );
}
