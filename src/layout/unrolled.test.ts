import { describe, expect, it } from 'vitest';
import { cellParameterCount, viewCell } from '../models/cells/parameters.ts';
import { computedRoles, DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../models/cells/roles.ts';
import { forwardSequence } from '../models/cells/sequence.ts';
import type { CellSpec, Hold, LaneRole } from '../models/cells/types.ts';
import { createRandom } from '../models/random.ts';
import { fitDensity, layoutUnrolled } from './unrolled.ts';
import type { UnrolledCell, UnrolledLayout, UnrolledOptions } from './unrolledTypes.ts';

const SPECS: Readonly<Record<string, CellSpec>> = {
  rnn: DEFAULT_RNN,
  'gru, reset before': DEFAULT_GRU,
  'gru, reset after, keeps': { ...DEFAULT_GRU, reset: 'after', update: 'keeps' },
  'simplified gru': { ...DEFAULT_GRU, variant: 'simplified' },
  'simplified gru, keeps': { ...DEFAULT_GRU, variant: 'simplified', update: 'keeps' },
  lstm: DEFAULT_LSTM,
  'lstm with peepholes': { ...DEFAULT_LSTM, peepholes: true },
};
const LENGTHS = [1, 2, 8, 64];
const WORDS = ['the', 'cat', '记忆', 'Donaudampfschifffahrtsgesellschaft', '👩‍👩‍👧', 'القطة', '', 'was'];
const words = (count: number) => Array.from({ length: count }, (_, t) => WORDS[t % WORDS.length] ?? '');

function layouts(spec: CellSpec): readonly UnrolledLayout[] {
  return LENGTHS.flatMap((count) =>
    (['comfortable', 'compact'] as const).flatMap((density) =>
      ([{ kind: 'one', unit: 0 }, { kind: 'all' }] as const).map((view) =>
        layoutUnrolled({ spec, tokens: words(count), units: 8, view, density, lossStep: count - 1 }),
      ),
    ),
  );
}

const overlap = (a: UnrolledCell, b: UnrolledCell): boolean =>
  Math.abs(a.x - b.x) < (a.width + b.width) / 2 - 0.01 &&
  Math.abs(a.y - b.y) < (a.height + b.height) / 2 - 0.01;

/** Distance of a point from the outline of a box; a round box is a circle. */
function distanceFromOutline(cell: UnrolledCell, x: number, y: number): number {
  if (cell.shape === 'round') return Math.abs(Math.hypot(x - cell.x, y - cell.y) - cell.width / 2);
  const dx = Math.abs(x - cell.x) - cell.width / 2;
  const dy = Math.abs(y - cell.y) - cell.height / 2;
  if (dx > 0 || dy > 0) return Math.hypot(Math.max(dx, 0), Math.max(dy, 0));
  return Math.min(-dx, -dy);
}

describe.each(Object.entries(SPECS))('layoutUnrolled: %s', (_name, spec) => {
  const all = layouts(spec);

  it('keeps boxes apart', () => {
    for (const { cells } of all) {
      const near = cells.map((cell, i) => cells.slice(i + 1, i + 24).filter((other) => overlap(cell, other)));
      expect(near.flat()).toEqual([]);
    }
  });

  it('keeps everything inside its bounds', () => {
    for (const { cells, nodes, edges, width, height } of all) {
      for (const { x, y, width: w, height: h } of cells) {
        expect(x - w / 2).toBeGreaterThanOrEqual(0);
        expect(x + w / 2).toBeLessThanOrEqual(width);
        expect(y - h / 2).toBeGreaterThanOrEqual(0);
        expect(y + h / 2).toBeLessThanOrEqual(height);
      }
      const points = [...nodes, ...edges.flatMap(({ start, end }) => [start, end])];
      expect(points.every(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)).toBe(true);
    }
  });

  it('starts and ends every line on the box that it names', () => {
    for (const { cells, edges, columns } of all.slice(0, 12)) {
      const box = ({ role, step }: { role: string; step: number }) =>
        cells.find((cell) => cell.role === role && cell.step === step);
      for (const { from, to, start, end } of edges) {
        const source = box(from);
        expect(source && distanceFromOutline(source, start.x, start.y)).toBeLessThan(0.3);
        if (to.step === columns.length) continue;
        const target = box(to);
        expect(target && distanceFromOutline(target, end.x, end.y)).toBeLessThan(0.3);
      }
    }
  });

  it('keeps operations off the boxes and off each other', () => {
    for (const { cells, nodes } of all) {
      for (const node of nodes) {
        const hit = cells.filter(
          (cell) =>
            Math.abs(cell.x - node.x) < cell.width / 2 + 1 && Math.abs(cell.y - node.y) < cell.height / 2 + 1,
        );
        expect(hit).toEqual([]);
        const close = nodes.filter((o) => o !== node && Math.hypot(o.x - node.x, o.y - node.y) < 7);
        expect(close).toEqual([]);
      }
    }
  });

  it('gives every id once', () => {
    for (const { edges, nodes } of all) {
      const ids = [...edges, ...nodes].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });

  it('draws a line exactly where the model has an operand', () => {
    const layout = layoutUnrolled({ ...OPTIONS, spec });
    const drawn = layout.edges
      .filter(
        ({ from, to }) => to.step === 1 && from.role !== 'input' && to.role !== 'prediction' && from.step < 2,
      )
      .map(({ from, to }) => `${from.role}${from.step}→${to.role}${to.step}`);
    expect([...new Set(drawn)].sort()).toEqual(operands(spec).sort());
  });

  it('feeds the token into whatever the model feeds it into', () => {
    const layout = layoutUnrolled({ ...OPTIONS, spec });
    const drawn = layout.edges
      .filter(({ from, to }) => from.role === 'input' && to.step === 1)
      .map(({ to }) => to.role);
    expect(drawn.sort()).toEqual(tokenReaders(spec).sort());
  });
});

const OPTIONS: Omit<UnrolledOptions, 'spec'> = {
  tokens: ['a', 'b'],
  units: 2,
  view: { kind: 'one', unit: 0 },
  density: 'comfortable',
  lossStep: null,
};

/** Two steps of a small random cell, every value held where it would be anyway except those of `free`. */
function run(spec: CellSpec, free: LaneRole, nudge: Hold | null, ids: readonly number[] = [0, 1]) {
  const shape = { inputs: 3, hidden: 2 };
  const random = createRandom(7);
  const flat = Float64Array.from({ length: cellParameterCount(spec, shape) }, () => random.normal());
  const cell = viewCell(spec, shape, flat);
  const size = { steps: 2, batch: 1 };
  const forward = (tokens: readonly number[], holds: readonly Hold[]) =>
    forwardSequence(spec, shape, cell, { form: 'one-hot', ids: Int32Array.from(tokens) }, size, { holds });
  const plain = forward([0, 1], []);
  const holds = drawnRoles(spec).flatMap((role) =>
    [0, 1].flatMap((step) =>
      [0, 1]
        .filter(() => !(role === free && step === 1))
        .map((unit) => ({ role, step, unit, value: plain.values[role]?.[step * 2 + unit] ?? 0 })),
    ),
  );
  const same = (hold: Hold) =>
    nudge !== null && hold.role === nudge.role && hold.step === nudge.step && hold.unit === nudge.unit;
  const nudged = holds.map((hold) => (same(hold) ? { ...hold, value: hold.value + 0.37 } : hold));
  const values = forward(ids, nudged).values[free] ?? new Float64Array(4);
  return { plain: plain.values[free]?.slice(2, 4), now: values.slice(2, 4) };
}

/** The RNN's candidate is its hidden value: one box, not two. */
const drawnRoles = (spec: CellSpec) => (spec.kind === 'rnn' ? (['hidden'] as const) : computedRoles(spec));

/** What the value really depends on, found by nudging each other value with everything else held. */
function operands(spec: CellSpec): string[] {
  const roles = drawnRoles(spec);
  return roles.flatMap((to) =>
    [0, 1].flatMap((step) =>
      roles
        .filter((from) => !(from === to && step === 1))
        .filter((from) => {
          const results = [0, 1].map((unit) => run(spec, to, { role: from, step, unit, value: 0 }));
          return results.some(({ plain, now }) => Math.abs((plain?.[0] ?? 0) - (now[0] ?? 0)) > 1e-12);
        })
        .map((from) => `${from}${step}→${to}1`),
    ),
  );
}

function tokenReaders(spec: CellSpec): string[] {
  return drawnRoles(spec).filter((role) => {
    const { plain, now } = run(spec, role, null, [0, 2]);
    return Math.abs((plain?.[0] ?? 0) - (now[0] ?? 0)) > 1e-12;
  });
}

describe('layoutUnrolled', () => {
  it('widens a column for a long token and shortens what is too long', () => {
    const layout = layoutUnrolled({
      ...OPTIONS,
      spec: DEFAULT_LSTM,
      tokens: ['was', 'characteristically', WORDS[3] ?? ''],
    });
    const [short, long, clipped] = layout.columns;
    expect(long?.width).toBeGreaterThan(short?.width ?? 0);
    expect(long?.clipped).toBe(false);
    expect(clipped?.clipped).toBe(true);
  });

  it('has rows and no columns for an empty sentence', () => {
    const layout = layoutUnrolled({ ...OPTIONS, spec: DEFAULT_LSTM, tokens: [] });
    expect(layout.columns).toEqual([]);
    expect(layout.rows).toHaveLength(8);
    expect(layout.edges).toEqual([]);
  });

  it('draws ŷ at the loss step only', () => {
    const layout = layoutUnrolled({ ...OPTIONS, spec: DEFAULT_LSTM, tokens: ['a', 'b', 'c'], lossStep: 1 });
    const shown = layout.edges.filter(({ kind }) => kind === 'readout');
    expect(shown.map(({ to }) => to)).toEqual([{ role: 'prediction', step: 1 }]);
  });
});

describe('fitDensity', () => {
  it('goes compact when the columns would not fit', () => {
    expect(fitDensity(words(8), 1200)).toBe('comfortable');
    expect(fitDensity(words(8), 700)).toBe('compact');
  });
});
