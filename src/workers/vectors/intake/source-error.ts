import type { SourceFault } from '../protocol.ts';

/** Carries a fault, as a value, out of reading. */
export class SourceError extends Error {
  readonly fault: SourceFault;

  constructor(fault: SourceFault) {
    super(fault.code);
    this.name = 'SourceError';
    this.fault = fault;
  }
}

export const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
