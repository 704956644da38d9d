import type { GrowingTable } from '../../../models/vectors/read/growing-table.ts';
import type { ReadEnd, ReadFault, VectorReader } from '../../../models/vectors/read/reader.ts';
import type { SourceFault } from '../protocol.ts';
import type { Peeked } from './peek.ts';
import { SourceError } from './source-error.ts';
import type { SourceHooks } from './source-types.ts';

/** Bytes that are read at a time: a few milliseconds of work. */
const SLICE = 1 << 18;
/** Milliseconds of work before messages are heard. */
const WORK_MS = 12;

export interface Pumped {
  readonly end: ReadEnd;
  readonly fault: SourceFault | null;
  /** Stored bytes a second. */
  readonly rate: number | null;
}

/** Brings a file's bytes to its reader until it wants no more. */
export async function pump(
  { source, stream }: Peeked,
  reader: VectorReader,
  table: GrowingTable,
  hooks: SourceHooks,
  early: () => void,
): Promise<Pumped> {
  const begun = hooks.now();
  let worked = begun;
  let isEarly = hooks.early <= 0;
  let read = 0;
  const tick = async () => {
    if (!isEarly && read >= hooks.early && table.words.length > 0) {
      isEarly = true;
      early();
    }
    if (hooks.now() - worked < WORK_MS) return;
    // A server may pack on the way without a word of it: then more comes than was told.
    const total = source.stored !== null && stream.done > source.stored ? null : source.stored;
    hooks.onProgress({ done: stream.done, total, words: table.words.length });
    await hooks.yield();
    worked = hooks.now();
  };
  const feed = async (piece: Uint8Array): Promise<boolean> => {
    for (let at = 0; at < piece.length; at += SLICE) {
      const slice = piece.subarray(at, at + SLICE);
      read += slice.length;
      if (!reader.push(slice)) return false;
      await tick();
    }
    return true;
  };
  const { isWhole, broken } = await feedAll(stream, feed);
  const end = reader.end(isWhole);
  const ms = hooks.now() - begun;
  const fault = broken?.fault ?? (end.fault && faultOf(end.fault, source.name, table.words.length));
  return {
    end,
    fault: fault?.code === 'damaged' ? { ...fault, words: table.words.length } : fault,
    rate: ms > 0 ? (1000 * stream.done) / ms : null,
  };
}

async function feedAll(
  stream: Peeked['stream'],
  feed: (piece: Uint8Array) => Promise<boolean>,
): Promise<{ readonly isWhole: boolean; readonly broken: SourceError | null }> {
  try {
    for (;;) {
      const piece = await stream.next();
      if (!piece) return { isWhole: true, broken: null };
      if (await feed(piece)) continue;
      stream.cancel();
      return { isWhole: false, broken: null };
    }
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { isWhole: false, broken: error };
  }
}

function faultOf(fault: ReadFault, file: string, words: number): SourceFault {
  switch (fault.code) {
    case 'unsupported':
    case 'partner-differs':
      return { ...fault, file };
    case 'damaged':
      return { ...fault, place: { file, ...fault.place }, words };
    default:
      return { ...fault, place: { file, ...fault.place } };
  }
}
