import type { FailedTier, Tier } from '../protocol.ts';
import type { OpenedTools } from './host.ts';
import { REFERENCE_TOOLS } from './tools.ts';

/** Chooses the tier that makes a map. */
export async function openTools(
  { pinned }: { readonly pinned: Tier | null; readonly excluded: readonly FailedTier[] },
  trying: (tier: Tier) => void,
): Promise<OpenedTools> {
  trying('js');
  return {
    choice: { tier: 'js', reasons: pinned === 'js' ? [{ code: 'pinned' }] : [] },
    tools: REFERENCE_TOOLS,
  };
}
