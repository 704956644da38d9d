const PRIME = 0x01000193;
const START = 0x811c9dc5;

/** FNV-1a, 32 bits (Fowler, Noll & Vo): tells texts and files apart by accident, not against malice. */
export function hashBytes(bytes: Uint8Array, start = START): number {
  let hash = start;
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, PRIME);
  return hash >>> 0;
}

/** The same over 32-bit words instead of bytes: a quarter of the time. Any change within one word shows. */
export function hashWords(words: Uint32Array): number {
  let hash = START;
  for (let i = 0; i < words.length; i++) hash = Math.imul(hash ^ words[i]!, PRIME);
  return hash >>> 0;
}

/** UTF-16 units that are hashed at a time: a long text is not copied whole. */
const PIECE = 2 ** 16;
const encoder = new TextEncoder();

/** Of the text in UTF-8. */
export function hashText(text: string): number {
  const bytes = new Uint8Array(3 * PIECE);
  let hash = START;
  for (let at = 0; at < text.length; ) {
    const piece = text.slice(at, at + PIECE);
    const isCut = at + PIECE < text.length && isHighSurrogate(piece.charCodeAt(PIECE - 1));
    const { read, written } = encoder.encodeInto(isCut ? piece.slice(0, -1) : piece, bytes);
    hash = hashBytes(bytes.subarray(0, written), hash);
    at += read;
  }
  return hash;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Tokens with a separator that none of them can contain: ['ab', 'c'] and ['a', 'bc'] differ. */
export function hashTokens(tokens: readonly string[]): number {
  return tokens.reduce((hash, token) => hashBytes(new TextEncoder().encode(`${token}\0`), hash), START);
}
