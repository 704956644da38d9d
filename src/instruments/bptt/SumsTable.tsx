import type { CsvValue } from '../../components/interaction/csv.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { reachNorm } from '../../models/language/through-time.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { formatGradient } from './numbers.ts';
import type { Reading } from './reading.ts';
import { entrySums, normSums, sumUp } from './sums.ts';
import type { SumsSettings } from './sums-settings.ts';

const range = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** The bars, then the triangle: a row a step, every digit. */
export function sumsRows(reading: Reading, settings: SumsSettings): readonly (readonly CsvValue[])[] {
  const { through, network } = reading;
  const steps = through.losses.length;
  const { hidden } = network.shape;
  const sums = sumUp(reading, settings);
  const at = (value: number) => Math.min(value, hidden) - 1;
  const norms = normSums(sums, steps);
  const entries = entrySums(sums, steps, at(settings.from) * hidden + at(settings.to));
  const head = [
    'j',
    'norm full',
    'norm kept',
    'norm sum',
    'entry full',
    'entry kept',
    'entry sum',
    ...range(steps).map((i) => `reach of loss ${i + 1}`),
  ];
  const rows = range(steps).map((j) => [
    j + 1,
    ...[norms, entries].flatMap(({ full, part, running }) => [
      full[j] ?? null,
      part[j] ?? null,
      running[j] ?? null,
    ]),
    ...range(steps).map((i) => (j > i ? null : reachNorm(through, i, j))),
  ]);
  return [head, ...rows];
}

/** The same on the page. */
export function SumsTable(props: { readonly reading: Reading; readonly settings: SumsSettings }) {
  const text = useText(bpttMessages);
  const [head = [], ...rows] = sumsRows(props.reading, props.settings);
  const norm = (name: string) => `${text('sums.norm')}: ${name}`;
  const entry = (name: string) => `${text('sums.entry')}: ${name}`;
  const three = [text('sums.part-full'), text('sums.part'), text('sums.running')];
  const names = [text('sums.step'), ...three.map(norm), ...three.map(entry)];
  return (
    <NumberTable
      caption={text('sums.table')}
      heads={head.map((_, column) => names[column] ?? `i=${column - names.length + 1}`)}
      rows={rows.map(([step = 0, ...cells]) => ({
        id: String(step),
        cells: [String(step), ...cells.map((cell) => (typeof cell === 'number' ? formatGradient(cell) : ''))],
      }))}
    />
  );
}
