import { expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../models/cells/roles.ts';
import type { createRunStore } from '../../store/run.ts';
import type { RunConfig } from '../../workers/protocol.ts';
import { createSharedNetwork, LAST_STEP, type NetworkRequest } from './shared-network.ts';

const config = (seed: number): RunConfig => ({
  task: { kind: 'next-symbol', text: 'abc', level: 'character', vocabulary: 9 },
  cell: DEFAULT_GRU,
  hidden: 2,
  layers: 1,
  directions: 'forward',
  batch: 1,
  steps: 1,
  optimizer: { kind: 'sgd', learningRate: 0.1 },
  clip: null,
  biases: {},
  seed,
});
const request = (seed: number): NetworkRequest => ({ key: `seed ${seed}`, config: config(seed), tier: 'js' });

/** Runs that only write down what was asked of them. */
function shared() {
  const log: string[] = [];
  const say = (what: string) => () => void log.push(what);
  const createRun = (() => {
    log.push('made');
    return {
      play: (_pace: number | null, until: number | null) => log.push(`play to ${until}`),
      pause: say('pause'),
      reset: say('reset'),
      dispose: say('dispose'),
      reconfigure: ({ seed }: RunConfig) => log.push(`seed ${seed}`),
      setVisible: (visible: boolean) => log.push(visible ? 'seen' : 'unseen'),
    };
  }) as unknown as typeof createRunStore;
  return { network: createSharedNetwork(createRun), log };
}

const [FIRST, SECOND] = [{}, {}];

it('begins once a figure is seen, and only once', () => {
  const { network, log } = shared();
  network.subscribe(() => {});
  network.ask(request(1));
  expect(log).toEqual([]);
  network.see(FIRST, true);
  network.see(SECOND, true);
  network.ask(request(1));
  expect(log).toEqual(['made', `play to ${LAST_STEP}`, 'seen', 'seen']);
});

it('rests only while no figure is on screen', () => {
  const { network, log } = shared();
  network.subscribe(() => {});
  network.ask(request(1));
  network.see(FIRST, true);
  network.see(SECOND, true);
  log.length = 0;
  network.see(FIRST, false);
  network.see(SECOND, false);
  expect(log).toEqual(['seen', 'unseen']);
});

it('another network plays on in the place of the one before, even of one that was paused', () => {
  const { network, log } = shared();
  network.subscribe(() => {});
  network.ask(request(1));
  network.see(FIRST, true);
  network.pause();
  log.length = 0;
  network.ask(request(2));
  expect(log).toEqual(['seed 2', `play to ${LAST_STEP}`]);
  expect(network.get().isWanted).toBe(true);
});

it('ends with the last figure', () => {
  const { network, log } = shared();
  const stops = [network.subscribe(() => {}), network.subscribe(() => {})];
  network.ask(request(1));
  network.see(FIRST, true);
  for (const stop of stops) stop();
  expect(log.at(-1)).toBe('dispose');
  expect(network.get().run).toBeNull();
});
