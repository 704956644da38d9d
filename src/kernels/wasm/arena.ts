const LINE = 64;
const PAGE = 65_536;
/** Bytes that the module's own data may take: none at present. */
const FIRST = 1024;
/** Loads of whole vectors may look this far behind the last number. */
const SLACK = 256;
/** 2^16 pages: what an address of 32 bits reaches. */
const LIMIT = 65_536 * PAGE;

/** Places for arrays, dealt out before there is any memory, so that it is made in the size that is needed. */
export interface Arena {
  /** Address of `count` numbers of 32 bits, at the start of a cache line. */
  take(count: number): number;
  /** Bytes so far. */
  size(): number;
}

export function createArena(): Arena {
  let end = FIRST;
  return {
    take(count) {
      const at = end;
      end += Math.ceil((count * 4) / LINE) * LINE;
      return at;
    },
    size: () => end + SLACK,
  };
}

/** Memory for `bytes`, zeroed. Throws a RangeError that says how much was asked for when it cannot be had. */
export function createMemory(bytes: number, shared: boolean): WebAssembly.Memory {
  const pages = Math.ceil(bytes / PAGE);
  const asked = `${Math.ceil(bytes / 2 ** 20)} MiB`;
  if (bytes > LIMIT)
    throw new RangeError(`a network or map of this size needs ${asked}; a module can address 4096 MiB`);
  try {
    return new WebAssembly.Memory({ initial: pages, maximum: pages, shared });
  } catch (cause) {
    throw new RangeError(`${asked} of memory could not be had`, { cause });
  }
}
