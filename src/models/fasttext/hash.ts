/** FNV-1a's start and factor for 32 bits (Fowler, Noll & Vo). */
export const FNV_OFFSET = 2166136261;
export const FNV_PRIME = 16777619;
const ENCODER = new TextEncoder();

/**
 * FNV-1a over the UTF-8 bytes of a text, as fastText computes it: each byte is taken as a signed number before it is mixed in,
 * which changes every hash of a text that is not ASCII (Bojanowski et al. 2017; fastText's `Dictionary::hash`). 32 bits, unsigned.
 */
export function hashNgram(text: string): number {
  let hash = FNV_OFFSET;
  for (const byte of ENCODER.encode(text)) hash = Math.imul(hash ^ signed(byte), FNV_PRIME);
  return hash >>> 0;
}

/** What one byte does to the hash; all 32 bits, unsigned. */
export interface HashStep {
  readonly byte: number;
  /** −128 … 127, as C++ takes it where `char` has a sign. */
  readonly signed: number;
  /** The hash so far, exclusive or with the byte. */
  readonly mixed: number;
  /** That times the prime, modulo 2³². */
  readonly hash: number;
}

/** `hashNgram` byte by byte: the last step's hash is its value. None for a text of nothing. */
export function hashSteps(text: string): readonly HashStep[] {
  const steps: HashStep[] = [];
  for (const byte of ENCODER.encode(text)) {
    const mixed = ((steps.at(-1)?.hash ?? FNV_OFFSET) ^ signed(byte)) >>> 0;
    steps.push({ byte, signed: signed(byte), mixed, hash: Math.imul(mixed, FNV_PRIME) >>> 0 });
  }
  return steps;
}

const signed = (byte: number): number => (byte << 24) >> 24;
