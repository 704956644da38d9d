import { findAdapter } from '../../../src/workers/adapter.ts';
import { ContestantError } from '../problem.ts';

/** The adapter's name. Throws when there is none, or when it only computes on the CPU. */
export async function requireAdapter(allowSoftware: boolean): Promise<string> {
  const adapter = await findAdapter();
  if (!adapter) throw new ContestantError('no-adapter');
  if (adapter.isSoftware && !allowSoftware) throw new ContestantError('software-adapter', adapter.name);
  return adapter.name;
}
