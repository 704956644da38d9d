import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import type { CsvValue } from '../../components/interaction/csv.ts';
import { useText } from '../../components/text/useText.tsx';
import { wordMapMessages } from '../../i18n/messages/word-map.ts';
import { word2vecMessages } from '../../i18n/messages/word2vec.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { planeOf } from '../word-map/plane.ts';
import type { Live } from './useLive.ts';

interface NeighbourRow {
  readonly word: string;
  readonly rank: number;
  readonly neighbour: string;
  readonly cosine: number;
}

function neighbourRows({ state }: Live): readonly NeighbourRow[] {
  const words = state?.info?.words ?? [];
  return (state?.frame?.view.neighbours ?? []).flatMap(({ word, nearest }) =>
    (nearest ?? []).map(({ id, cosine }, i) => ({ word, rank: i + 1, neighbour: words[id] ?? '', cosine })),
  );
}

/** Neighbours and places, every digit. */
export function tableRows(live: Live): readonly (readonly CsvValue[])[] {
  const plane = planeOf(live.words, live.vectors, null);
  return [
    ['word', 'rank', 'neighbour', 'cosine'],
    ...neighbourRows(live).map(({ word, rank, neighbour, cosine }) => [word, rank, neighbour, cosine]),
    ['word', 'component1', 'component2'],
    ...plane.words.map((word, i) => [word, plane.points[2 * i] ?? null, plane.points[2 * i + 1] ?? null]),
  ];
}

/** The same numbers for reading and copying. */
export function LiveTables({ live }: { readonly live: Live }) {
  const text = useText(word2vecMessages);
  const map = useText(wordMapMessages);
  const plane = planeOf(live.words, live.vectors, null);
  return (
    <>
      <NumberTable
        caption={text('w2v.neighbours-table')}
        heads={[
          map('map.head-word'),
          map('map.head-rank'),
          map('map.head-neighbour'),
          map('map.head-cosine'),
        ]}
        rows={neighbourRows(live).map(({ word, rank, neighbour, cosine }) => ({
          id: `${word} ${rank}`,
          cells: [word, rank, neighbour, formatFixed(cosine, 4)],
        }))}
      />
      <NumberTable
        caption={map('map.places')}
        heads={[map('map.head-word'), map('map.head-x'), map('map.head-y')]}
        rows={plane.words.map((word, i) => ({
          id: word,
          cells: [
            word,
            formatFixed(plane.points[2 * i] ?? 0, 4),
            formatFixed(plane.points[2 * i + 1] ?? 0, 4),
          ],
        }))}
      />
    </>
  );
}
