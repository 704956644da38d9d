// @ts-check
/**
 * Compiles src/kernels/wasm/assembly with AssemblyScript, once for each gear, into src/kernels/wasm/build; nothing when that is
 * up to date. Runs before start, dev, build, test and bench.
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src/kernels/wasm/assembly', import.meta.url));
const BUILD = fileURLToPath(new URL('../src/kernels/wasm/build', import.meta.url));
const STAMP = join(BUILD, 'sources.sha256');
/** A folder, because making one fails when it is there: test runners have many processes that may all want to build. */
const LOCK = join(BUILD, 'lock');
const LOCK_MS = 120_000;

const COMMON = [
  '-O3',
  '--converge',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--noExportMemory',
  '--use',
  'abort=',
  '--disableWarning',
  '--enable',
  'simd',
];
const RELAXED = ['--enable', 'relaxed-simd'];
/** The maximum is a formality: a memory's own, given when it is made, is what counts, and must not be larger. */
const THREADS = ['--enable', 'threads', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'];

/** What is compiled: the start of its files' names, where it begins, and whether it knows threads. */
const ENTRIES = [
  { start: '', entry: 'index.ts', threads: true },
  { start: 'word2vec-', entry: 'word2vec.ts', threads: true },
  { start: 'softmax-', entry: 'softmax.ts', threads: false },
  { start: 'tsne-', entry: 'tsne.ts', threads: false },
  { start: 'vectors-', entry: 'vectors.ts', threads: false },
];

/** The gears, by the end of their files' names. @type {Readonly<Record<string, readonly string[]>>} */
const BUILDS = {
  simd: [],
  relaxed: RELAXED,
  'simd-threads': THREADS,
  'relaxed-threads': [...RELAXED, ...THREADS],
};

/** What the build depends on: sources, options and compiler. */
function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify([COMMON, ENTRIES, BUILDS]));
  for (const file of readdirSync(SOURCE).sort()) hash.update(file).update(readFileSync(join(SOURCE, file)));
  const compiler = new URL('../node_modules/assemblyscript/package.json', import.meta.url);
  return hash.update(JSON.parse(readFileSync(compiler, 'utf8')).version).digest('hex');
}

const FILES = ENTRIES.flatMap(({ start, entry, threads }) =>
  Object.entries(BUILDS)
    .filter(([gear]) => threads || !gear.endsWith('threads'))
    .map(([gear, options]) => ({ name: start + gear, entry, options })),
);

/** @param {{ name: string, entry: string, options: readonly string[] }} file */
async function compile({ name, entry, options }) {
  const { default: asc } = await import('assemblyscript/asc');
  // A name of its own until it is whole: whoever reads the file finds the old one or the new one.
  const file = join(BUILD, `${name}.part`);
  const args = [join(SOURCE, entry), '--outFile', file, ...COMMON, ...options];
  const { error, stderr } = await asc.main(args);
  if (error) throw new Error(`the kernels (${name}) did not compile:\n${stderr.toString()}`);
  renameSync(file, join(BUILD, `${name}.wasm`));
}

/** @param {string} wanted */
function isCurrent(wanted) {
  const files = FILES.map(({ name }) => join(BUILD, `${name}.wasm`));
  if (![...files, STAMP].every((file) => existsSync(file))) return false;
  return readFileSync(STAMP, 'utf8') === wanted;
}

/** Whether this process may build; when another one does, waits for it. A lock that old was left by one that died. */
function takeLock() {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > LOCK_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

/** Whether anything was compiled. Throws with the compiler's words when it refuses. */
export async function buildKernels() {
  const wanted = fingerprint();
  mkdirSync(BUILD, { recursive: true });
  for (;;) {
    if (isCurrent(wanted)) return false;
    if (takeLock()) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  try {
    if (isCurrent(wanted)) return false;
    for (const file of FILES) await compile(file);
    writeFileSync(STAMP, wanted);
    return true;
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernels();
