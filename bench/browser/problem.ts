/** Why a contestant has no time, or no ratio: a code that the page can say in the reader's language, and what is known. */
export interface Problem {
  readonly code: ProblemCode;
  readonly detail: string;
}

/** What this browser or machine cannot do at all, whoever is asked. */
const ABSENCES: readonly ProblemCode[] = ['no-adapter', 'software-adapter', 'no-relaxed-simd', 'no-threads'];

export function isAbsence({ code }: Problem): boolean {
  return ABSENCES.includes(code);
}

export type ProblemCode =
  /** This browser offers no WebGPU adapter. */
  | 'no-adapter'
  /** It offers one that computes on the CPU. */
  | 'software-adapter'
  | 'no-relaxed-simd'
  /** The page is not cross-origin isolated, or there is but one core. */
  | 'no-threads'
  /** It threw, or its worker did. */
  | 'crashed'
  /** From the same weights it came to another loss. */
  | 'disagrees';

/** Thrown by a contestant that cannot take part, and known to whoever asked for it. */
export class ContestantError extends Error {
  readonly problem: Problem;

  constructor(code: ProblemCode, detail = '') {
    super(`${code} ${detail}`);
    this.problem = { code, detail };
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ContestantError) return error.problem;
  return { code: 'crashed', detail: error instanceof Error ? error.message : String(error) };
}

/** For machines and for the README: English, in a line. */
export function problemText({ code, detail }: Problem): string {
  return detail === '' ? code : `${code} (${detail})`;
}
