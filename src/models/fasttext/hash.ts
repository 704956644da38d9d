const OFFSET = 2166136261;
const PRIME = 16777619;
const ENCODER = new TextEncoder();

/**
 * FNV-1a over the UTF-8 bytes of a text, as fastText computes it: each byte is taken as a signed number before it is mixed in,
 * which changes every hash of a text that is not ASCII (Bojanowski et al. 2017; fastText's `Dictionary::hash`). 32 bits, unsigned.
 */
export function hashNgram(text: string): number {
  let hash = OFFSET;
  for (const byte of ENCODER.encode(text)) hash = Math.imul(hash ^ ((byte << 24) >> 24), PRIME);
  return hash >>> 0;
}
