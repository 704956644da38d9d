import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { directionCount, type StackSpec } from '../../../models/cells/stack.ts';

/** "layer 2 ←": what a chain is called. */
export function useChainName(stack: StackSpec) {
  const text = useText(gateLabMessages);
  const isOneWay = directionCount(stack) === 1;
  return ({ layer, direction }: { readonly layer: number; readonly direction: number }): string => {
    if (isOneWay) return text('gate.chain.one', { layer: layer + 1 });
    return text(direction === 0 ? 'gate.chain.forward' : 'gate.chain.backward', { layer: layer + 1 });
  };
}
