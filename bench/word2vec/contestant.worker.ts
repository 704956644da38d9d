import simd from '../../src/kernels/wasm/build/word2vec-simd.wasm?url';
import { ALONE } from '../../src/kernels/wasm/crew.ts';
import { fetchModule } from '../../src/kernels/wasm/fetch-module.ts';
import { type EmbeddingEngine, loadEmbeddingEngine } from '../../src/kernels/wasm/load-embedding.ts';
import type { EmbeddingCorpus } from '../../src/models/word2vec/corpus.ts';
import { type Contestant, createContestant } from './contestants.ts';
import { lossOf } from './loss.ts';
import { type Case, type ContestantName, specOf } from './plan.ts';

/** One contestant in a worker of its own: what is asked of it, and what it answers. */
export type Asked =
  | {
      readonly type: 'open';
      readonly name: ContestantName;
      readonly of: Case;
      readonly corpus: EmbeddingCorpus;
    }
  | { readonly type: 'turn'; readonly ms: number };
export type Answered =
  | { readonly type: 'open'; readonly threads: number; readonly loss: number }
  | { readonly type: 'turn'; readonly words: number; readonly ms: number };

/** Sentences that everybody learns before their losses are compared, and before the clock starts. */
const WARM_UP = 40;

let turn: ((ms: number) => Answered) | null = null;

function engineOf(name: ContestantName): Promise<EmbeddingEngine | null> {
  if (name === 'simd') return fetchModule(simd).then((module) => ({ module, crew: ALONE }));
  return loadEmbeddingEngine(name === 'threads' ? 2 : 1);
}

async function open({ name, of, corpus }: Asked & { type: 'open' }): Promise<Answered> {
  const spec = specOf(of, corpus.counts);
  const engine = await engineOf(name);
  const contestant = createContestant(name, corpus, spec, engine);
  contestant.train(0, WARM_UP);
  turn = turnOf(contestant, corpus.starts);
  return {
    type: 'open',
    threads: engine?.crew.threads ?? 1,
    loss: lossOf(contestant.vectors(), spec.output, corpus),
  };
}

/** Trains on for some milliseconds, from where the last turn ended; at the end of the text from its beginning. */
function turnOf({ chunk, train }: Contestant, starts: Int32Array): (ms: number) => Answered {
  let at = WARM_UP;
  return (least) => {
    let words = 0;
    const began = performance.now();
    for (;;) {
      if (at + chunk >= starts.length) at = 0;
      train(at, at + chunk);
      words += starts[at + chunk]! - starts[at]!;
      at += chunk;
      const ms = performance.now() - began;
      if (ms >= least) return { type: 'turn', words, ms };
    }
  };
}

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  const answer = data.type === 'open' ? await open(data) : turn?.(data.ms);
  postMessage(answer);
});
