import type { AskedSet } from '../../models/vectors/answer.ts';
import { readBundle } from '../../models/vectors/bundle.ts';
import { createRowStore, type RowMemory } from '../../models/vectors/row-store.ts';
import type { BuiltInId, OpenProgress, SourceFault } from './protocol.ts';

export type OpenedBuiltIn =
  | { readonly ok: true; readonly set: AskedSet; readonly name: string }
  | { readonly ok: false; readonly fault: SourceFault };

export interface BuiltInOptions {
  /** Where rows grow: on its way meanwhile. */
  readonly memory: Promise<RowMemory>;
  onProgress(progress: Omit<OpenProgress, 'elapsed'>): void;
  readonly fetch?: typeof fetch;
}

/** Fetches a set that comes with the site. Its rows are in 8 bits, whatever is asked for: there is no more in the file. */
export async function openBuiltIn(id: BuiltInId, options: BuiltInOptions): Promise<OpenedBuiltIn> {
  const { memory, onProgress, fetch: get = fetch } = options;
  const url = `${import.meta.env.BASE_URL}vectors/${id}.vectors`;
  const failed = (status: number | null, detail: string): OpenedBuiltIn => ({
    ok: false,
    fault: { code: 'fetch', url, status, detail },
  });
  let bytes: Uint8Array;
  try {
    const response = await get(url);
    // A host may answer a file that is not there with its page.
    if (response.headers.get('content-type')?.startsWith('text/html')) return failed(404, '');
    if (!response.ok) return failed(response.status, '');
    bytes = await readAll(response, (done, total) => onProgress({ done, total, words: 0 }));
  } catch (error) {
    return failed(null, error instanceof Error ? error.message : String(error));
  }
  const read = readBundle(bytes);
  if (!read.ok) {
    const { code, byte, expected, found } = read.fault;
    return {
      ok: false,
      fault: { code: 'damaged', place: { file: url, byte, expected, found }, words: 0, detail: code },
    };
  }
  const { table, header } = read.bundle;
  const { words, dimensions, counts } = table;
  const store = createRowStore(dimensions, 'int8', await memory);
  store.reserve(words.length);
  if (table.rows.precision === 'int8') {
    const { codes, scales } = table.rows;
    for (let i = 0; i < words.length; i++)
      store.pushCodes(codes.subarray(i * dimensions, (i + 1) * dimensions), scales[i]!);
  }
  return { ok: true, set: { words, store, counts, columns: [], unseen: null }, name: header.name };
}

/** All bytes of an answer, piece by piece. */
async function readAll(
  response: Response,
  onPiece: (done: number, total: number | null) => void,
): Promise<Uint8Array> {
  // A packed answer says how long it is packed, and that is not what comes out.
  const isPacked = response.headers.has('content-encoding');
  const length = Number(response.headers.get('content-length') ?? Number.NaN);
  const total = isPacked || !Number.isFinite(length) ? null : length;
  const pieces: Uint8Array[] = [];
  let done = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    pieces.push(piece.value);
    done += piece.value.length;
    onPiece(done, total);
  }
  const bytes = new Uint8Array(done);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
