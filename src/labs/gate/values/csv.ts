import { allUnitRows } from '../../../components/diagrams/traceRows.ts';
import type { CsvRows } from '../../../instruments/tools/useExports.ts';
import type { LabView } from '../view.ts';

type Rows = ReturnType<CsvRows>;

/** Everything that the network computes on the sequence: a row a chain, unit and step; gradients beside the values. */
export function labRows({ lab, computed, notation }: Pick<LabView, 'lab' | 'computed' | 'notation'>): Rows {
  const { tokens } = lab.plan;
  const tables = computed.trace.layers.flatMap((cells, layer) =>
    cells.map((trace, direction) => {
      const back = computed.gradients.layers[layer]?.[direction]?.values ?? {};
      const [head = [], ...values] = allUnitRows(trace, tokens, notation);
      const [, ...gradients] = allUnitRows({ ...trace, values: back }, tokens, notation);
      // Unit, t and x stand before the lanes.
      const lanes = head.slice(3);
      return {
        head: ['layer', 'direction', ...head, ...lanes.map((lane) => `dL/d${lane}`)],
        rows: values.map((row, index) => [
          layer + 1,
          direction === 0 ? 'forward' : 'backward',
          ...row,
          ...(gradients[index]?.slice(3) ?? []),
        ]),
      };
    }),
  );
  return [tables[0]?.head ?? [], ...tables.flatMap(({ rows }) => rows)];
}
