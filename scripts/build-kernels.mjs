// @ts-check
/**
 * Compiles src/kernels/wasm/assembly with AssemblyScript, once for each gear, into src/kernels/wasm/build; nothing when that is
 * up to date. Runs before start, dev, build, test and bench.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('../src/kernels/wasm/assembly', import.meta.url));
const BUILD = fileURLToPath(new URL('../src/kernels/wasm/build', import.meta.url));

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

/** The gears, by the name of their file. @type {Readonly<Record<string, readonly string[]>>} */
const BUILDS = {
  simd: [],
  relaxed: RELAXED,
  'simd-threads': THREADS,
  'relaxed-threads': [...RELAXED, ...THREADS],
};

/** What the build depends on: sources, options and compiler. */
function fingerprint() {
  const hash = createHash('sha256').update(JSON.stringify([COMMON, BUILDS]));
  for (const file of readdirSync(SOURCE).sort()) hash.update(file).update(readFileSync(join(SOURCE, file)));
  const compiler = new URL('../node_modules/assemblyscript/package.json', import.meta.url);
  return hash.update(JSON.parse(readFileSync(compiler, 'utf8')).version).digest('hex');
}

/** @param {string} name @param {readonly string[]} options */
async function compile(name, options) {
  const { default: asc } = await import('assemblyscript/asc');
  // A name of its own until it is whole: two processes may build at the same time.
  const file = join(BUILD, `${name}.${process.pid}.part`);
  const args = [join(SOURCE, 'index.ts'), '--outFile', file, ...COMMON, ...options];
  const { error, stderr } = await asc.main(args);
  if (error) throw new Error(`the kernels (${name}) did not compile:\n${stderr.toString()}`);
  renameSync(file, join(BUILD, `${name}.wasm`));
}

/** Whether anything was compiled. Throws with the compiler's words when it refuses. */
export async function buildKernels() {
  const stamp = join(BUILD, 'sources.sha256');
  const wanted = fingerprint();
  const files = Object.keys(BUILDS).map((name) => join(BUILD, `${name}.wasm`));
  const there = [...files, stamp].every((file) => existsSync(file));
  if (there && readFileSync(stamp, 'utf8') === wanted) return false;
  mkdirSync(BUILD, { recursive: true });
  for (const [name, options] of Object.entries(BUILDS)) await compile(name, options);
  writeFileSync(stamp, wanted);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildKernels();
