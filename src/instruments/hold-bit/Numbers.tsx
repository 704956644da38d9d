import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import { laneRoles } from '../../models/cells/roles.ts';
import { createHoldBit } from '../../models/tasks/hold-bit.ts';
import { useSettings } from '../../store/settings.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import type { BothReadings } from './reading.ts';
import { laneValues } from './rows.ts';
import { tokenText } from './useLanes.ts';

const { inputs: INPUTS } = createHoldBit({ steps: 2 });

/** Every lane of every unit, then the memory without the reader's hand where there is one. */
function columnsOf({ free, held }: BothReadings) {
  const { trace } = held;
  const units = Array.from({ length: trace.shape.hidden }, (_, unit) => unit);
  const lanes = [...laneRoles(trace.spec)];
  const own = units.flatMap((unit) =>
    lanes.map((role) => ({ role, unit, before: false, values: laneValues(trace, role, unit) })),
  );
  if (free === held) return own;
  const before = units.map((unit) => ({
    role: 'hidden' as const,
    unit,
    before: true,
    values: laneValues(free.trace, 'hidden', unit),
  }));
  return [...own, ...before];
}

/** All digits: one row a step. */
export function numberRows(readings: BothReadings): readonly (readonly (string | number)[])[] {
  const columns = columnsOf(readings);
  const { kind } = readings.held.trace.spec;
  const head = columns.map(
    ({ role, unit, before }) =>
      `${plainSymbol(roleSymbol(role, 'ng', kind))}${before ? '_before' : ''}[${unit + 1}]`,
  );
  return [
    ['t', 'x', ...head, 'p(1)'],
    ...Array.from(readings.ids, (id, step) => [
      step + 1,
      INPUTS[id] ?? '',
      ...columns.map(({ values }) => values[step] ?? Number.NaN),
      readings.held.one[step] ?? Number.NaN,
    ]),
  ];
}

/** The same as a table to read. */
export function HoldNumbers({ readings }: { readonly readings: BothReadings }) {
  const text = useText(holdMessages);
  const notation = useSettings(({ notation: letters }) => letters);
  const columns = columnsOf(readings);
  const { spec, shape } = readings.held.trace;
  const head = ({ role, unit, before }: (typeof columns)[number]) => {
    const name = before ? text('hold.head-before') : plainSymbol(roleSymbol(role, notation, spec.kind));
    return shape.hidden > 1 ? `${name} [${unit + 1}]` : name;
  };
  return (
    <NumberTable
      caption={text('hold.table')}
      heads={['t', text('hold.input'), ...columns.map(head), text('hold.answer')]}
      rows={Array.from(readings.ids, (id, step) => ({
        id: String(step),
        cells: [
          step + 1,
          tokenText(id, text),
          ...columns.map(({ values }) => formatFixed(values[step] ?? Number.NaN, 4)),
          formatFixed(readings.held.one[step] ?? Number.NaN, 4),
        ],
      }))}
    />
  );
}
