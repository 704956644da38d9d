import type { CsvValue } from '../../components/interaction/csv.ts';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { bpttMessages } from '../../i18n/messages/bptt.ts';
import { sumOverLosses } from '../../models/language/through-time.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { formatGradient } from './numbers.ts';
import type { Reading } from './reading.ts';
import { keptLosses } from './through-settings.ts';

/** Both passes, a row a step, every digit: step, characters, ŷ, L, all a, all ∂L/∂a. */
export function throughRows({ through, tokens }: Reading, loss: number): readonly (readonly CsvValue[])[] {
  const { losses, probabilities, targets, trace, shape, reach } = through;
  const { hidden, vocabulary } = shape;
  const kept = keptLosses(loss, losses.length);
  const units = Array.from({ length: hidden }, (_, unit) => unit + 1);
  const head = ['t', 'x', 'y', 'p(y)', 'L', ...units.map((k) => `a${k}`), ...units.map((k) => `dL/da${k}`)];
  const rows = Array.from(losses, (value, t) => [
    t + 1,
    tokens[t]?.text ?? '',
    tokens[t + 1]?.text ?? '',
    probabilities[t * vocabulary + (targets[t] ?? 0)] ?? null,
    value,
    ...(trace.values.hidden?.subarray(t * hidden, (t + 1) * hidden) ?? []),
    ...sumOverLosses(through, reach, t, kept),
  ]);
  return [head, ...rows];
}

const said = (value: CsvValue): string =>
  typeof value === 'number' ? formatGradient(value) : visibleSymbol(value ?? '');

/** The same on the page. */
export function ThroughTable({ reading, loss }: { readonly reading: Reading; readonly loss: number }) {
  const text = useText(bpttMessages);
  const [head = [], ...rows] = throughRows(reading, loss);
  const names = [text('bptt.t'), text('bptt.reads'), text('bptt.foretells'), text('bptt.probability')];
  return (
    <NumberTable
      caption={text('bptt.table')}
      heads={head.map((name, column) => names[column] ?? name)}
      rows={rows.map(([step = 0, ...cells]) => ({
        id: String(step),
        cells: [String(step), ...cells.map(said)],
      }))}
    />
  );
}
