import type { LaneRole } from '../../models/cells/types.ts';
import type { Racer } from './settings.ts';

/** How a runner's line looks: the colour of the lane that only it has (the RNN has no other), and a dash of its own. */
export const LOOKS: Readonly<Record<Racer, { readonly role: LaneRole; readonly dash?: string }>> = {
  lstm: { role: 'cell' },
  gru: { role: 'reset', dash: '7 3' },
  rnn: { role: 'hidden', dash: '2 3' },
};
