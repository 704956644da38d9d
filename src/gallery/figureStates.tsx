import { TraceTable } from '../components/diagrams/TraceTable.tsx';
import { DEFAULT_GRU, DEFAULT_LSTM, DEFAULT_RNN } from '../models/cells/roles.ts';
import { compute } from './computed.ts';
import { FigureState } from './FigureState.tsx';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';
import { ARABIC, CAT, CHINESE, EMOJI, FORTY, HOSTILE, LONG_TOKEN } from './sentences.ts';

const WHICH = { role: 'forget', step: 2, unit: 4 } as const;
const FIRST = { role: 'cell', step: 0, unit: 0 } as const;
const HELD = [
  { role: 'forget', step: 3, unit: 4, value: 1 },
  { role: 'update', step: 3, unit: 4, value: 0 },
] as const;

/** The unrolled net in every state that has gone wrong once or could. */
export const FIGURE_STATES: readonly GalleryState[] = [
  {
    id: 'lstm',
    title: 'LSTM, forget gate of “which” open',
    render: () => <FigureState spec={DEFAULT_LSTM} words={CAT} selected={WHICH} />,
  },
  {
    id: 'lstm-cell',
    title: 'LSTM, cell state: products spelt out',
    render: () => <FigureState spec={DEFAULT_LSTM} words={CAT} selected={{ ...WHICH, role: 'cell' }} />,
  },
  {
    id: 'lstm-hidden-textbook',
    title: 'LSTM in textbook letters, hidden value',
    render: () => (
      <FigureState
        spec={DEFAULT_LSTM}
        words={CAT}
        notation="textbook"
        selected={{ ...WHICH, role: 'hidden' }}
      />
    ),
  },
  {
    id: 'lstm-peepholes',
    title: 'LSTM with peepholes',
    render: () => (
      <FigureState
        spec={{ ...DEFAULT_LSTM, peepholes: true }}
        words={CAT}
        selected={{ ...WHICH, role: 'output' }}
      />
    ),
  },
  {
    id: 'lstm-linear-output',
    title: 'LSTM without the tanh of some notes',
    render: () => (
      <FigureState
        spec={{ ...DEFAULT_LSTM, output: 'linear' }}
        words={CAT}
        selected={{ ...WHICH, role: 'hidden' }}
      />
    ),
  },
  {
    id: 'gru',
    title: 'GRU, reset before the product',
    render: () => <FigureState spec={DEFAULT_GRU} words={CAT} selected={{ ...WHICH, role: 'candidate' }} />,
  },
  {
    id: 'gru-after-keeps',
    title: 'GRU, reset after the product, z keeps, textbook letters',
    render: () => (
      <FigureState
        spec={{ ...DEFAULT_GRU, reset: 'after', update: 'keeps' }}
        words={CAT}
        notation="textbook"
        selected={{ ...WHICH, role: 'hidden' }}
      />
    ),
  },
  {
    id: 'gru-simplified',
    title: 'Simplified GRU',
    render: () => (
      <FigureState
        spec={{ ...DEFAULT_GRU, variant: 'simplified' }}
        words={CAT}
        selected={{ ...WHICH, role: 'update' }}
      />
    ),
  },
  {
    id: 'rnn',
    title: 'Plain RNN',
    render: () => <FigureState spec={DEFAULT_RNN} words={CAT} selected={{ ...WHICH, role: 'hidden' }} />,
  },
  {
    id: 'backward-chain',
    title: 'A chain that runs backward in time: the last word first',
    render: () => (
      <FigureState
        spec={DEFAULT_GRU}
        words={CAT.toReversed()}
        backward
        panel={false}
        selected={{ role: 'update', step: 1, unit: 4 }}
      />
    ),
  },
  {
    id: 'one-step',
    title: 'One token',
    render: () => <FigureState spec={DEFAULT_LSTM} words={['was']} selected={FIRST} />,
  },
  {
    id: 'forty-steps',
    title: 'Forty tokens: scroll and zoom',
    render: () => (
      <FigureState spec={DEFAULT_LSTM} words={FORTY} selected={{ ...WHICH, step: 5 }} panel={false} />
    ),
  },
  {
    id: 'chinese',
    title: 'Chinese tokens',
    render: () => <FigureState spec={DEFAULT_LSTM} words={CHINESE} selected={WHICH} />,
  },
  {
    id: 'right-to-left',
    title: 'Arabic tokens',
    render: () => <FigureState spec={DEFAULT_LSTM} words={ARABIC} selected={WHICH} />,
  },
  {
    id: 'emoji-unknown',
    title: 'Emoji, combining marks, an unknown word',
    render: () => <FigureState spec={DEFAULT_LSTM} words={EMOJI} selected={WHICH} />,
  },
  {
    id: 'long-token',
    title: 'A very long token',
    render: () => <FigureState spec={DEFAULT_LSTM} words={LONG_TOKEN} selected={WHICH} />,
  },
  {
    id: 'hostile-text',
    title: 'HTML and formulas as text',
    render: () => <FigureState spec={DEFAULT_LSTM} words={HOSTILE} selected={WHICH} />,
  },
  {
    id: 'all-units',
    title: 'All units as strips',
    render: () => <FigureState spec={DEFAULT_LSTM} words={CAT} view={{ kind: 'all' }} selected={WHICH} />,
  },
  {
    id: 'all-units-large',
    title: '32 units, 40 tokens',
    render: () => (
      <FigureState
        spec={DEFAULT_LSTM}
        words={FORTY}
        hidden={32}
        view={{ kind: 'all' }}
        selected={WHICH}
        panel={false}
      />
    ),
  },
  {
    id: 'saturated',
    title: 'Every gate saturated',
    render: () => <FigureState spec={DEFAULT_LSTM} words={CAT} spread={100} selected={WHICH} />,
  },
  {
    id: 'large-cell',
    title: 'A held cell of 123.4 and what follows',
    render: () => (
      <FigureState
        spec={{ ...DEFAULT_LSTM, output: 'linear' }}
        words={CAT}
        holds={[
          { role: 'cell', step: 1, unit: 4, value: 123.4 },
          { role: 'cell', step: 2, unit: 4, value: -1e12 },
        ]}
        selected={{ ...WHICH, role: 'cell' }}
      />
    ),
  },
  {
    id: 'held',
    title: 'Gates held by hand',
    render: () => (
      <FigureState spec={DEFAULT_LSTM} words={CAT} holds={HELD} selected={{ ...WHICH, step: 3 }} />
    ),
  },
  {
    id: 'stepping',
    title: 'Stepper in the middle: c of “which” just computed',
    render: () => (
      <FigureState
        spec={DEFAULT_LSTM}
        words={CAT}
        cursor={{ step: 2, role: 'cell' }}
        selected={{ ...WHICH, role: 'cell' }}
      />
    ),
  },
  {
    id: 'linear-gradients',
    title: 'Gradient lane on a linear axis',
    render: () => (
      <FigureState spec={DEFAULT_LSTM} words={CAT} scale="linear" selected={WHICH} panel={false} />
    ),
  },
  {
    id: 'linked-term',
    title: 'The forget gate lit from the prose',
    render: () => <FigureState spec={DEFAULT_LSTM} words={CAT} highlighted="forget" panel={false} />,
  },
  {
    id: 'narrow',
    title: '328 px wide',
    render: () => (
      <div className={styles.narrow}>
        <FigureState spec={DEFAULT_LSTM} words={CAT} selected={WHICH} />
      </div>
    ),
  },
  {
    id: 'table',
    title: 'The table of the same numbers',
    render: () => {
      const { trace, tokens } = compute({ spec: DEFAULT_LSTM, words: CAT, holds: HELD });
      return <TraceTable trace={trace} tokens={tokens} unit={4} notation="ng" />;
    },
  },
];
