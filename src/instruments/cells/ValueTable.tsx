import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import { useSettings } from '../../store/settings.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { laneLetter } from './lane.ts';
import type { CellsView } from './view.ts';

/** Rows around the pointed token: a table of thousands is read by nobody and drawn slowly. */
const ROWS = 200;

/** The numbers behind the colours, for screen readers and for copying. */
export function ValueTable({ view, at }: { readonly view: CellsView; readonly at: number }) {
  const text = useText(cellMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const { search, tokens, values, bits, feature } = view;
  const from = Math.max(0, Math.min(tokens.length - ROWS, at - ROWS / 2));
  const to = Math.min(tokens.length, from + ROWS);
  const letter = laneLetter(search.lane, search.read.model.shape.spec.kind, notation);
  const rows = tokens.slice(from, to).map((token, i) => {
    const t = from + i;
    const bit = bits[t] ?? Number.NaN;
    return {
      id: String(t),
      cells: [
        `${t + 1}`,
        <bdi key="token">{visibleSymbol(token.text)}</bdi>,
        formatFixed(values[t] ?? Number.NaN, 4),
        ...(feature ? [formatFixed(search.tracks[feature.track][t] ?? Number.NaN, 0)] : []),
        Number.isNaN(bit) ? '–' : formatFixed(bit, 3),
      ],
    };
  });
  const heads = [
    't',
    text('cells.head-token'),
    letter,
    ...(feature ? [text(`cells.track-${feature.track}`)] : []),
    text('cells.head-bits'),
  ];
  const caption = text('cells.table', { from: from + 1, to, layer: view.layer + 1, unit: view.unit + 1 });
  return <NumberTable caption={caption} heads={heads} rows={rows} />;
}
