import { readFileSync } from 'node:fs';

/** What PyTorch computed with a file of `fixtures/`: see `make.py` there. */
export interface FixtureCase {
  /** (T, n_x). */
  readonly x: readonly (readonly number[])[];
  /** (T, width). */
  readonly a: readonly (readonly number[])[];
  /** (T, V). */
  readonly y?: readonly (readonly number[])[];
}

/** A file that PyTorch or safetensors wrote. */
export function fixtureBytes(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`fixtures/${name}`, import.meta.url)));
}

export const FIXTURE_CASES = JSON.parse(
  readFileSync(new URL('fixtures/outputs.json', import.meta.url), 'utf8'),
) as Readonly<Record<'lstm' | 'gru-f16' | 'rnn-relu-bf16' | 'two', FixtureCase>>;
