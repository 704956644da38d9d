import { describe, expect, it } from 'vitest';
import { compete, type Effort, type Outcome, type Stage } from './compete.ts';
import type { Competitor, OpenCompetitor } from './competitor.ts';
import type { ContestantId } from './contestants.ts';

const shape = { cell: 'rnn', vocabulary: 4, batch: 1, steps: 2, hidden: 3 } as const;
const effort: Effort = { rounds: 3, minimumMs: 0, maximumRounds: 5, turnMs: 100 };

interface Script {
  readonly stepMs: number;
  readonly failsToOpen?: boolean;
  /** The call of `train` that throws, from 1. */
  readonly failsAt?: number;
}

/** A world in which time passes only while somebody trains. Steps k = 1, 2, … have loss 1 / k. */
function createWorld(
  scripts: Partial<Record<ContestantId, Script>>,
  onStage: (stage: Stage) => void = () => {},
) {
  const log: string[] = [];
  let clock = 0;
  const open: OpenCompetitor = async (id): Promise<Competitor> => {
    const script = scripts[id];
    if (!script || script.failsToOpen) throw new Error(`${id} is not here`);
    let calls = 0;
    let steps = 0;
    return {
      note: null,
      async train(count) {
        calls += 1;
        if (calls === script.failsAt) throw new Error('broke down');
        log.push(`${id} ${count}`);
        steps += count;
        clock += count * script.stepMs;
        return { type: 'trained', milliseconds: Array(count).fill(script.stepMs), loss: 1 / steps };
      },
      dispose: () => log.push(`${id} gone`),
    };
  };
  const controller = new AbortController();
  const run = (
    contestants: readonly ContestantId[],
    some: Partial<Effort> = {},
  ): Promise<readonly Outcome[]> =>
    compete(
      { shape, contestants, effort: { ...effort, ...some }, allowSoftware: false },
      { open, now: () => clock, signal: controller.signal, onStage },
    );
  return { log, run, controller };
}

describe('compete', () => {
  it('lets them train by turns: many short steps, one long one', async () => {
    const { log, run } = createWorld({ wasm: { stepMs: 10 }, 'tfjs-layers-cpu': { stepMs: 7000 } });
    const [ours, peer] = await run(['wasm', 'tfjs-layers-cpu']);
    expect(log).toEqual([
      ...['wasm 1', 'wasm 1', 'wasm 10', 'tfjs-layers-cpu 1'],
      ...Array(3).fill(['wasm 10', 'tfjs-layers-cpu 1']).flat(),
      ...['wasm gone', 'tfjs-layers-cpu gone'],
    ]);
    expect(ours).toMatchObject({ time: { median: 10, runs: 30 }, losses: [1, 1 / 2] });
    expect(peer).toMatchObject({ time: { median: 7000, runs: 3 }, losses: [1, 1 / 2] });
  });

  it('goes on until enough time has passed, but not for ever', async () => {
    const { run } = createWorld({ js: { stepMs: 100 } });
    const [some] = await run(['js'], { minimumMs: 400 });
    expect(some).toMatchObject({ time: { runs: 4 } });
    const [most] = await createWorld({ js: { stepMs: 100 } }).run(['js'], { minimumMs: 1e9 });
    expect(most).toMatchObject({ time: { runs: 5 } });
  });

  it('goes on without those that fail, and says why', async () => {
    const world = createWorld({
      js: { stepMs: 100 },
      wasm: { stepMs: 1, failsToOpen: true },
      webgpu: { stepMs: 100, failsAt: 3 },
    });
    const [js, wasm, webgpu] = await world.run(['js', 'wasm', 'webgpu']);
    expect(js).toMatchObject({ time: { runs: 3 } });
    expect(wasm).toEqual({ contestant: 'wasm', problem: { code: 'crashed', detail: 'wasm is not here' } });
    expect(webgpu).toEqual({ contestant: 'webgpu', problem: { code: 'crashed', detail: 'broke down' } });
    expect(world.log.filter((line) => line.endsWith('gone'))).toEqual(['js gone', 'webgpu gone']);
  });

  it('stops everything when it is told to', async () => {
    const world = createWorld({ js: { stepMs: 100 } }, (stage) => {
      if (stage.stage === 'round' && stage.round === 2) world.controller.abort(new Error('enough'));
    });
    await expect(world.run(['js'])).rejects.toThrow('enough');
    expect(world.log).toEqual(['js 1', 'js 1', 'js gone']);
  });
});
