import { useState } from 'react';
import { formatFixed } from '../components/diagrams/formatNumber.ts';
import { MemoryLanes } from '../components/diagrams/memory/MemoryLanes.tsx';
import type { MemoryLane, MemoryToken } from '../components/diagrams/memory/memoryTypes.ts';
import { roleSymbol } from '../components/diagrams/symbols.ts';
import { DEFAULT_GRU, DEFAULT_RNN } from '../models/cells/roles.ts';
import type { CellSpec, LaneRole, SequenceTrace } from '../models/cells/types.ts';
import { type Reading, readSequence } from '../models/network/reading.ts';
import { initialiseNetwork, type TokenNetwork } from '../models/network/token-network.ts';
import { createRandom } from '../models/random.ts';
import { createHoldBit } from '../models/tasks/hold-bit.ts';
import type { GalleryState } from './galleryTypes.ts';

interface MemoryOptions {
  readonly spec: CellSpec;
  readonly units: number;
  readonly steps: number;
  /** Steps at which the first unit's gate is held open. */
  readonly held?: readonly number[];
  readonly words?: string;
}

/** An untrained network reads a sequence of the task, once as it is and once with its gate held. */
function read({ spec, units, steps, held = [] }: MemoryOptions) {
  const task = createHoldBit({ steps, writes: 1 });
  const network: TokenNetwork = {
    spec,
    inputs: 5,
    classes: 2,
    hidden: units,
    layers: 1,
    directions: 'forward',
  };
  const flat = initialiseNetwork(network, createRandom(2), { update: -2 });
  const { ids } = task.sample(createRandom(3), 1);
  const holds = held.map(
    (step) => ({ layer: 0, direction: 0, role: 'update', step, unit: 0, value: 1 }) as const,
  );
  return {
    ids,
    before: readSequence(network, flat, ids),
    after: readSequence(network, flat, ids, { holds }),
  };
}

const traceOf = ({ trace }: Reading): SequenceTrace => {
  const own = trace.layers[0]?.[0];
  if (!own) throw new RangeError('one layer was asked for');
  return own;
};

function laneOf(
  role: LaneRole,
  unit: number,
  both: ReturnType<typeof read>,
  options: MemoryOptions,
): MemoryLane {
  const at = (trace: SequenceTrace, of: LaneRole) =>
    Array.from(
      { length: options.steps },
      (_, step) => trace.values[of]?.[step * options.units + unit] ?? Number.NaN,
    );
  const [trace, before] = [traceOf(both.after), traceOf(both.before)];
  const values = at(trace, role);
  const isHeld = role === 'update' && unit === 0;
  return {
    id: `${role}-${unit}`,
    kind: role === 'hidden' ? 'state' : 'gate',
    role,
    word: options.words ?? role,
    symbol: roleSymbol(role, 'ng', options.spec.kind),
    values,
    before: options.held ? at(before, role) : null,
    ...(role === 'hidden' && options.spec.kind === 'gru' ? { candidates: at(trace, 'candidate') } : {}),
    held: new Set(isHeld ? options.held : []),
    name: (step) => `${role} ${unit + 1} ${step + 1} ${formatFixed(values[step] ?? Number.NaN)}`,
  };
}

function answerOf({ after }: ReturnType<typeof read>, words: string): MemoryLane {
  const values = Array.from(
    { length: after.probabilities.length / 2 },
    (_, step) => after.probabilities[2 * step + 1] ?? 0,
  );
  return {
    id: 'answer',
    kind: 'answer',
    role: 'prediction',
    word: words,
    symbol: { base: 'ŷ' },
    values,
    before: null,
    held: new Set(),
    name: (step) => `answer ${step + 1} ${formatFixed(values[step] ?? 0)}`,
  };
}

function tokenOf(id: number, step: number): MemoryToken {
  const kind = id === 4 ? 'ask' : id >= 2 ? 'write' : 'pass';
  return { kind, text: kind === 'ask' ? '?' : String(id % 2), name: `${kind} ${step + 1}` };
}

function Lanes(options: MemoryOptions) {
  const [selected, setSelected] = useState({ row: 1, step: Math.min(4, options.steps - 1) });
  const both = read(options);
  const roles: readonly LaneRole[] = options.spec.kind === 'rnn' ? ['hidden'] : ['update', 'hidden'];
  const units = Array.from({ length: options.units }, (_, unit) => unit);
  return (
    <MemoryLanes
      tokens={Array.from(both.ids, tokenOf)}
      lanes={[
        ...units.flatMap((unit) => roles.map((role) => laneOf(role, unit, both, options))),
        answerOf(both, options.words ?? 'says 1'),
      ]}
      inputWord={options.words ?? 'input'}
      selected={selected}
      onSelect={setSelected}
      onToken={() => {}}
      onDrag={() => {}}
      keys={{}}
      name="memory over time"
    />
  );
}

const SIMPLIFIED = { ...DEFAULT_GRU, variant: 'simplified' } as const;

/** What the lesson on the GRU draws. */
export const MEMORY_STATES: readonly GalleryState[] = [
  {
    id: 'memory',
    title: 'One gated unit over 24 steps',
    render: () => <Lanes spec={SIMPLIFIED} units={1} steps={24} />,
  },
  {
    id: 'memory-held',
    title: 'A gate held open: dashed is what was before',
    render: () => <Lanes spec={SIMPLIFIED} units={1} steps={12} held={[3, 4, 9]} />,
  },
  {
    id: 'memory-largest',
    title: '96 steps, four units, long names',
    render: () => <Lanes spec={SIMPLIFIED} units={4} steps={96} held={[90]} words="Gedächtnis" />,
  },
  {
    id: 'memory-two-steps',
    title: 'Two steps of a plain RNN',
    render: () => <Lanes spec={DEFAULT_RNN} units={1} steps={2} />,
  },
];
