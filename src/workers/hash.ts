const PRIME = 0x01000193;
const START = 0x811c9dc5;

/** FNV-1a, 32 bits (Fowler, Noll & Vo): tells texts and files apart by accident, not against malice. */
export function hashBytes(bytes: Uint8Array, start = START): number {
  let hash = start;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash >>> 0;
}

export function hashText(text: string): number {
  return hashBytes(new TextEncoder().encode(text));
}

/** Tokens with a separator that none of them can contain: ['ab', 'c'] and ['a', 'bc'] differ. */
export function hashTokens(tokens: readonly string[]): number {
  return tokens.reduce((hash, token) => hashBytes(new TextEncoder().encode(`${token}\0`), hash), START);
}
