import type { BothReadings } from '../../../instruments/hold-bit/reading.ts';

/** So sure has the network to be by itself, before a hand on its gates means anything. */
const SURE = 0.9;

/** Whether the network knows the answer by itself, and a hand on its gates makes it give the other one. */
export function isOtherBit({ wanted, free, held }: BothReadings): boolean {
  const knows = wanted !== null && free.said === wanted && free.sure >= SURE;
  return knows && held.said !== wanted;
}
