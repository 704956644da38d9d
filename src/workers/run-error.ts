import type { EmbeddingFailure } from './embeddings/protocol.ts';
import type { RunFailure } from './protocol.ts';

/** Of a recurrent run, or of one of embeddings. */
export type AnyFailure = RunFailure | EmbeddingFailure;

/** Carries a failure, as a value, out of a trainer, which knows those of its own kind of run only. */
export class RunError extends Error {
  readonly failure: AnyFailure;

  constructor(failure: AnyFailure) {
    super(failure.code);
    this.name = 'RunError';
    this.failure = failure;
  }
}

/** As engines say it, and as our own kernels do (`kernels/wasm/arena.ts`). */
const MEMORY =
  /out of memory|allocation failed|array buffer allocation|invalid (typed )?array length|unable to grow|memory could not be had|can address/i;

/** What a thrown thing means for the run: a failure that a trainer named, exhausted memory, or a crash. */
export function failureOf(error: unknown, step: number): AnyFailure {
  if (error instanceof RunError) return error.failure;
  const detail = error instanceof Error ? error.message : String(error);
  return { code: MEMORY.test(detail) ? 'out-of-memory' : 'crashed', step, detail };
}
