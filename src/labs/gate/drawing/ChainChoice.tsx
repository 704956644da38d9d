import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { mapStack } from '../../../models/cells/stack.ts';
import type { LabView } from '../view.ts';
import { lookAt } from './place.ts';
import { useChainName } from './useChainName.ts';

/** Chains that stand side by side as buttons; more of them go into a list. */
const MOST_BUTTONS = 4;

/** Which chain is opened, held, changed; nothing where there is only one. */
export function ChainChoice({ view }: { readonly view: LabView }) {
  const text = useText(gateLabMessages);
  const { lab, at } = view;
  const { stack } = lab.plan.network;
  const name = useChainName(stack);
  const chains = mapStack(stack, (layer, direction) => ({ layer, direction })).flat();
  if (chains.length === 1) return null;
  const Choice = chains.length > MOST_BUTTONS ? Select : SegmentedControl;
  return (
    <Choice
      label={text('gate.chain')}
      value={`${at.layer},${at.direction}`}
      options={chains.map((chain) => ({ value: `${chain.layer},${chain.direction}`, label: name(chain) }))}
      onChange={(value) => {
        const [layer = 0, direction = 0] = value.split(',').map(Number);
        lab.look(lookAt({ layer, direction }));
      }}
    />
  );
}
