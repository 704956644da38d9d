/* xoshiro128** of models/random.ts, and the choices of models/word2vec/draws.ts: the same words, the same choices. */

// @ts-ignore: decorator
@inline
function rotate(word: u32, by: u32): u32 {
  return (word << by) | (word >> (32 - by));
}

/** 32 random bits; `state` are four words. */
// @ts-ignore: decorator
@inline
export function bits(state: usize): u32 {
  let s0 = load<u32>(state);
  let s1 = load<u32>(state, 4);
  let s2 = load<u32>(state, 8);
  let s3 = load<u32>(state, 12);
  const result = rotate(s1 * 5, 7) * 9;
  const shifted = s1 << 9;
  s2 ^= s0;
  s3 ^= s1;
  s1 ^= s2;
  s0 ^= s3;
  s2 ^= shifted;
  s3 = rotate(s3, 11);
  store<u32>(state, s0);
  store<u32>(state, s1, 4);
  store<u32>(state, s2, 8);
  store<u32>(state, s3, 12);
  return result;
}

/** An integer below n. */
// @ts-ignore: decorator
@inline
export function below(state: usize, n: i32): i32 {
  return <i32>((<u64>bits(state) * <u64>n) >> 32);
}

/** One of n classes by an alias table: a limit and an alias for each. */
// @ts-ignore: decorator
@inline
export function drawn(state: usize, table: usize, n: i32): i32 {
  const product = <u64>bits(state) * <u64>n;
  const column = <i32>(product >> 32);
  const at = table + (<usize>column << 3);
  // Without a branch: which of the two it is cannot be foreseen.
  const isColumn = -<i32>(<u32>product < load<u32>(at));
  const alias = load<i32>(at, 4);
  return alias ^ ((alias ^ column) & isColumn);
}
