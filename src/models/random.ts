/** Source of every random number in a run. Same seed, same numbers; the state saves and restores bit for bit. */
export interface Random {
  /** Uniform in [0, 1) with 53 random bits. */
  next(): number;
  /** Uniform in {0, …, n − 1}; n is an integer from 1 to 2³². */
  integer(n: number): number;
  /** Normal with mean 0 and variance 1. */
  normal(): number;
  /** A copy of the generator's four words: all there is to save. */
  state(): Uint32Array;
}

const WORD = 2 ** 32;

/**
 * xoshiro128** 1.1 (Blackman & Vigna, "Scrambled linear pseudorandom number generators", ACM TOMS 2021),
 * seeded by SplitMix64 as its authors recommend. `seed` is any 32-bit integer; −1 and 2³² − 1 are the same seed.
 */
export function createRandom(seed: number): Random {
  const next = splitMix64(BigInt(seed >>> 0));
  const [low, high] = [next(), next()];
  return createRandomFromState(new Uint32Array(new BigUint64Array([low, high]).buffer));
}

/** Goes on exactly where `state()` was taken. Throws a RangeError unless there are four words, not all zero. */
export function createRandomFromState(state: Uint32Array): Random {
  if (state.length !== 4 || state.every((word) => word === 0)) {
    throw new RangeError(`A generator state is four words, not all zero; got [${state.join(', ')}].`);
  }
  const words = Uint32Array.from(state);
  const bits = () => xoshiro128(words);
  return {
    next: () => unit(bits),
    integer: (n) => integerBelow(bits, n),
    normal: () => normal(bits),
    state: () => Uint32Array.from(words),
  };
}

/** One step of xoshiro128**: scrambles s₁ into the output (32 bits), then advances the four words in place. */
export function xoshiro128(s: Uint32Array): number {
  const result = Math.imul(rotateLeft(Math.imul(s[1]!, 5), 7), 9) >>> 0;
  const shifted = s[1]! << 9;
  s[2]! ^= s[0]!;
  s[3]! ^= s[1]!;
  s[1]! ^= s[2]!;
  s[0]! ^= s[3]!;
  s[2]! ^= shifted;
  s[3] = rotateLeft(s[3]!, 11);
  return result;
}

/** SplitMix64 (Steele, Lea & Flood, OOPSLA 2014): spreads a small seed over 64-bit words. */
export function splitMix64(seed: bigint): () => bigint {
  let x = seed;
  return () => {
    x = BigInt.asUintN(64, x + 0x9e3779b97f4a7c15n);
    let z = BigInt.asUintN(64, (x ^ (x >> 30n)) * 0xbf58476d1ce4e5b9n);
    z = BigInt.asUintN(64, (z ^ (z >> 27n)) * 0x94d049bb133111ebn);
    return z ^ (z >> 31n);
  };
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}

function unit(bits: () => number): number {
  const high = bits() >>> 5;
  const low = bits() >>> 6;
  return (high * 2 ** 26 + low) / 2 ** 53;
}

/** Draws again above the largest multiple of n, so that no remainder is favoured. */
function integerBelow(bits: () => number, n: number): number {
  if (!Number.isInteger(n) || n < 1 || n > WORD) {
    throw new RangeError(`Expected an integer from 1 to 2^32, got ${n}.`);
  }
  const limit = WORD - (WORD % n);
  let draw = bits();
  while (draw >= limit) draw = bits();
  return draw % n;
}

/** Box & Muller 1958. Its second number is thrown away: keeping it would be state outside the four words. */
function normal(bits: () => number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - unit(bits)));
  return radius * Math.cos(2 * Math.PI * unit(bits));
}
