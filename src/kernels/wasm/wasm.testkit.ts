import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import ts from 'typescript';
import { buildKernels } from '../../../scripts/build-kernels.mjs';
import { maskOfLengths } from '../../models/cells/masks.ts';
import type { SequenceSize } from '../../models/cells/types.ts';
import { NO_TARGET } from '../../models/dense/losses.ts';
import type { TokenBatch, TokenNetwork } from '../../models/network/token-network.ts';
import { createRandom } from '../../models/random.ts';
import type { CreateThread, Helper } from './crew.ts';
import { openWasm, type WasmBuild, type WasmModules } from './engine.ts';
import type { WasmEngine, WasmGears } from './types.ts';

async function read(build: WasmBuild): Promise<BufferSource> {
  await buildKernels();
  return readFile(new URL(`./build/${build}.wasm`, import.meta.url));
}

/** The builds on disk, made first when they are absent or older than their sources. */
export const TEST_MODULES: WasmModules = {
  simd: () => read('simd'),
  relaxed: () => read('relaxed'),
  'simd-threads': () => read('simd-threads'),
  'relaxed-threads': () => read('relaxed-threads'),
};

export async function readTestModule(build: WasmBuild): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await read(build));
}

/** thread.ts as JavaScript, with the few lines that a worker thread of Node needs around it. */
function threadSource(): string {
  const text = readFileSync(new URL('./thread.ts', import.meta.url), 'utf8');
  const { outputText } = ts.transpileModule(text, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return `import { parentPort } from 'node:worker_threads';
${outputText}
parentPort.on('message', createThreadHandler(() => parentPort.postMessage('ready')));`;
}

/** A helper thread in Node. */
export function createTestThread(): Helper {
  const url = new URL(`data:text/javascript,${encodeURIComponent(threadSource())}`);
  const worker = new Worker(url);
  worker.unref();
  const ready = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
  });
  return {
    ready,
    post: (message) => worker.postMessage(message),
    end: () => void worker.terminate(),
  };
}

/** The kernels in Node; plain SIMD on one thread unless told otherwise. */
export function openTestWasm(
  wanted: Partial<WasmGears> = {},
  createThread: CreateThread = createTestThread,
): Promise<WasmEngine> {
  return openWasm(TEST_MODULES, { relaxed: false, threads: 1, ...wanted }, createThread);
}

/**
 * Tokens and targets; of the targets the share `silent` is left out. With `lengths` the sequences end there: what follows is
 * masked and not asked.
 */
export function randomTokens(
  { inputs, classes }: Pick<TokenNetwork, 'inputs' | 'classes'>,
  { steps, batch }: SequenceSize,
  {
    seed = 1,
    silent = 0.3,
    lengths = null,
  }: { readonly seed?: number; readonly silent?: number; readonly lengths?: readonly number[] | null } = {},
): TokenBatch {
  const draw = createRandom(seed);
  const length = steps * batch;
  const ids = Int32Array.from({ length }, () => draw.integer(inputs));
  const targets = Int32Array.from({ length }, () =>
    draw.next() < silent ? NO_TARGET : draw.integer(classes),
  );
  if (!lengths) return { ids, targets };
  const mask = maskOfLengths(lengths, steps);
  return { ids, targets: targets.map((target, i) => (mask[i] ? target : NO_TARGET)), mask };
}
