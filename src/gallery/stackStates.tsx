import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../models/cells/roles.ts';
import { DesignState } from './DesignState.tsx';
import type { GalleryState } from './galleryTypes.ts';
import { StackState } from './StackState.tsx';
import { CAT, CHINESE, FORTY, LONG_TOKEN } from './sentences.ts';

const WHICH = { layer: 1, step: 2, direction: 0 } as const;

/** Layers over time: one way and both ways, plain and with skip connections, half computed, too long, empty. */
export const STACK_STATES: readonly GalleryState[] = [
  {
    id: 'stack',
    title: 'Three RNN layers, layer 2 at “which” selected',
    render: () => <StackState spec={DEFAULT_RNN} words={CAT} layers={3} selected={WHICH} />,
  },
  {
    id: 'stack-waves',
    title: 'Four waves computed, the fourth at once',
    render: () => <StackState spec={DEFAULT_RNN} words={CAT} layers={3} waves={4} />,
  },
  {
    id: 'stack-skips',
    title: 'Skip connections, the shortest way lit',
    render: () => (
      <StackState spec={DEFAULT_RNN} words={CAT} layers={4} skips outputs="last" path face="value" />
    ),
  },
  {
    id: 'stack-concat',
    title: 'Two layers both ways, concatenated',
    render: () => (
      <StackState
        spec={DEFAULT_GRU}
        words={CAT}
        layers={2}
        directions="concat"
        selected={{ ...WHICH, direction: 1 }}
      />
    ),
  },
  {
    id: 'stack-sum-skips',
    title: 'Two layers both ways, added, with skip connections',
    render: () => <StackState spec={DEFAULT_LSTM} words={CHINESE} layers={2} directions="sum" skips />,
  },
  {
    id: 'stack-one-layer-both-ways',
    title: 'One layer both ways, three waves computed',
    render: () => <StackState spec={DEFAULT_RNN} words={CAT} layers={1} directions="concat" waves={3} />,
  },
  {
    id: 'stack-forty',
    title: 'Forty steps, six layers, 64 units',
    render: () => <StackState spec={DEFAULT_RNN} words={FORTY} layers={6} hidden={64} outputs="none" />,
  },
  {
    id: 'stack-long-token',
    title: 'A token longer than a column',
    render: () => <StackState spec={DEFAULT_RNN} words={LONG_TOKEN} layers={2} />,
  },
  {
    id: 'stack-one-step',
    title: 'One step, one layer',
    render: () => <StackState spec={DEFAULT_RNN} words={['was']} layers={1} />,
  },
  ...(['shallow', 'input', 'transition', 'shortcut', 'output', 'stacked'] as const).map((design) => ({
    id: `design-${design}`,
    title: `Design: ${design}`,
    render: () => <DesignState design={design} />,
  })),
  {
    id: 'stack-empty',
    title: 'No token at all',
    render: () => <StackState spec={DEFAULT_RNN} words={[]} layers={2} />,
  },
];
