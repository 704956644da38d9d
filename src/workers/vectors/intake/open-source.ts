import { isZip, KIND_BYTES } from '../../file-kinds.ts';
import type { KeepOptions, SourceFault } from '../protocol.ts';
import { type ByteSource, withPieces } from './byte-source.ts';
import { fileSource } from './file-source.ts';
import { pairOf } from './pairing.ts';
import { type Peeked, peek } from './peek.ts';
import { readPair } from './read-pair.ts';
import { detailOf, SourceError } from './source-error.ts';
import type { OpenedSource, ReadableOrigin, SourceHooks } from './source-types.ts';
import { urlSource } from './url-source.ts';
import { wordsOf } from './words-of.ts';
import { zipSources } from './zip-sources.ts';

export type { OpenedSource, OpenSource, ReadableOrigin, SourceHooks } from './source-types.ts';

/** Reads files of vectors, wherever they are. Never rejects for what is wrong with them. To cancel, end the worker. */
export async function openSource(
  origin: ReadableOrigin,
  keep: KeepOptions,
  hooks: SourceHooks,
): Promise<OpenedSource> {
  try {
    const files = await peekAll(await sourcesOf(origin, hooks));
    await checkJson(files);
    return await readPair(pairOf(files), keep, hooks);
  } catch (error) {
    const fault: SourceFault =
      error instanceof SourceError ? error.fault : { code: 'stopped', detail: detailOf(error) };
    return { ok: false, fault, flaws: [], good: null };
  }
}

/** All files, those in archives among them. */
async function sourcesOf(origin: ReadableOrigin, hooks: SourceHooks): Promise<readonly ByteSource[]> {
  if (origin.kind === 'url') return unzipped(await urlSource(origin.url, hooks.fetch ?? fetch));
  const [first] = origin.files;
  if (!first) throw new SourceError({ code: 'empty', file: '' });
  const sources = await Promise.all(
    origin.files.map(async (file) => {
      const beginning = await file
        .slice(0, KIND_BYTES)
        .arrayBuffer()
        .catch((error: unknown) => {
          throw new SourceError({ code: 'unreadable', file: file.name, detail: detailOf(error) });
        });
      return isZip(new Uint8Array(beginning)) ? zipSources(file.name, file) : [fileSource(file)];
    }),
  );
  return sources.flat();
}

/** A directory stands at an archive's end: all of it has to come first. */
async function unzipped(source: ByteSource): Promise<readonly ByteSource[]> {
  const stream = source.open();
  const first = await stream.next();
  const isOne = isZip(first ?? new Uint8Array(0));
  const begun = withPieces(first ? [first.slice()] : [], stream);
  if (!isOne) return [{ ...source, open: () => begun }];
  const parts: Blob[] = [];
  for (;;) {
    const piece = await begun.next();
    if (!piece) return zipSources(source.name, new Blob(parts));
    parts.push(new Blob([piece.slice()]));
  }
}

/** What each file is; one that is nothing of use is so only if there is no other. */
async function peekAll(sources: readonly ByteSource[]): Promise<readonly Peeked[]> {
  const peeked: Peeked[] = [];
  let failed: SourceError | null = null;
  for (const source of sources) {
    try {
      peeked.push(await peek(source));
    } catch (error) {
      if (!(error instanceof SourceError)) throw error;
      failed ??= error;
    }
  }
  const isUsable = peeked.some(({ sniffed }) => sniffed.kind !== 'other' && sniffed.kind !== 'empty');
  if (failed && !isUsable) throw failed;
  return peeked;
}

/** JSON that stands alone may be a vocabulary that lost its vectors, or what a server said. */
async function checkJson(files: readonly Peeked[]): Promise<void> {
  const [file] = files;
  if (files.length !== 1 || file?.sniffed.kind !== 'json') return;
  const { name } = file.source;
  const isVocabulary = await wordsOf(file, null).then(
    () => true,
    () => false,
  );
  throw new SourceError(
    isVocabulary
      ? { code: 'partner-missing', file: name, wanted: 'vectors' }
      : { code: 'not-vectors', place: { file: name }, kind: 'json' },
  );
}
