import { createRandom } from '../../../models/random.ts';
import type { LabNetwork } from '../model.ts';
import { writeTable } from './numbers.ts';
import type { Plan } from './plan.ts';
import { fieldsOfCell, type GateSettings } from './settings.ts';

/** Steps of the sequence that a network is shown when nothing is known of its inputs. */
const STEPS = 6;

/** Normal numbers with two decimals: a table that can be read, and typed over. */
export function randomTable(columns: number, rows: number, seed: number): string {
  const random = createRandom(seed);
  const values = Float64Array.from({ length: rows * columns }, () => Number(random.normal().toFixed(2)));
  return writeTable({ rows, columns, values });
}

/** Whether what goes through the lab now goes through this network too, and its classes are those that are asked for. */
const fits = ({ network, classes }: Plan, { stack, classes: count }: LabNetwork): boolean =>
  network.stack.inputs === stack.inputs &&
  (count === null || network.classes === null || classes.length === count);

/**
 * The settings under which an opened network is shown. The input stays when it fits; where it does not, it is a table of random
 * numbers: a file says how many inputs there are, not what they mean.
 */
export function fieldsOfOpened(
  settings: GateSettings,
  plan: Plan,
  network: LabNetwork,
): Partial<GateSettings> {
  const { cell, hidden, layers, directions, inputs } = network.stack;
  const shape = {
    ...fieldsOfCell(cell),
    hidden,
    layers,
    directions,
    head: network.classes !== null,
    holds: [],
    edits: [],
    weights: null,
  };
  // Without a read-out of its own the text may say how many classes there are; with one, it has to be asked.
  const isSame = fits(plan, network) && (network.classes === null || plan.network.classes !== null);
  if (isSame) return shape;
  return {
    ...shape,
    input: 'numbers',
    numbers: randomTable(inputs, STEPS, settings.seed),
    ...(network.classes === null ? {} : { classes: network.classes }),
  };
}
