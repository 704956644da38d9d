import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A tensor as the oracle files write it: row-major data. */
export interface OracleTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

const FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data');

/**
 * The parsed oracle file at `path` (relative to the data folder beside the repository), or null when this checkout has no
 * such folder: then `describe.skipIf(!data)` with that reason in its name.
 */
export function oracle<T>(path: string): T | null {
  const file = join(FOLDER, path);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as T) : null;
}

/** The oracle's numbers as the models take them. */
export function tensorValues(tensor: OracleTensor): Float64Array {
  return Float64Array.from(tensor.data);
}
