import type { IntakeFault } from './text-protocol.ts';

/** Carries a fault, as a value, out of reading. */
export class IntakeError extends Error {
  readonly fault: IntakeFault;

  constructor(fault: IntakeFault) {
    super(fault.code);
    this.name = 'IntakeError';
    this.fault = fault;
  }
}
