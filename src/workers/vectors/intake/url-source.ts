import { type ByteSource, type ByteStream, fromReadable } from './byte-source.ts';
import { detailOf, SourceError } from './source-error.ts';

/** Pages about a file, and where the file itself is. */
const PAGES: readonly (readonly [RegExp, string])[] = [
  [/^https:\/\/github\.com\/([^/]+\/[^/]+)\/blob\//, 'https://raw.githubusercontent.com/$1/'],
  [/^(https:\/\/huggingface\.co\/.+)\/blob\//, '$1/resolve/'],
];

/** The file behind an address that somebody has pasted or followed; its bytes are fetched as they are read. */
export async function urlSource(address: string, get: typeof fetch): Promise<ByteSource> {
  const url = addressOf(address);
  // Whoever sent the link learns nothing of the reader: no cookies, no name of this page.
  const response = await get(url, { credentials: 'omit', referrerPolicy: 'no-referrer' }).catch(
    (error: unknown) => {
      throw new SourceError({ code: 'fetch', url, status: null, detail: detailOf(error) });
    },
  );
  if (!response.ok) {
    throw new SourceError({ code: 'fetch', url, status: response.status, detail: response.statusText });
  }
  const stored = lengthOf(response);
  return { name: nameOf(url), stored, size: stored, open: () => streamOf(url, response) };
}

function addressOf(address: string): string {
  const text = address.trim();
  const url = URL.canParse(text) ? new URL(text) : null;
  const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
  // A name and a password before the host: browsers fetch nothing from there.
  if (!url || !isWeb || url.username !== '' || url.password !== '') {
    throw new SourceError({ code: 'address', url: text });
  }
  return PAGES.reduce((href, [page, file]) => href.replace(page, file), url.href);
}

/** A packed answer says how long it is packed, and that is not what comes out. */
function lengthOf({ headers }: Response): number | null {
  const length = Number(headers.get('content-length') ?? Number.NaN);
  return headers.has('content-encoding') || !(length > 0) ? null : length;
}

function nameOf(url: string): string {
  const { hostname, pathname } = new URL(url);
  const last = pathname.split('/').filter(Boolean).at(-1) ?? hostname;
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}

function streamOf(url: string, { body }: Response): ByteStream {
  if (!body) throw new SourceError({ code: 'fetch', url, status: null, detail: '' });
  let done = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      done += piece.length;
      controller.enqueue(piece);
    },
  });
  return fromReadable(
    body.pipeThrough(counted),
    () => done,
    (error) => new SourceError({ code: 'fetch', url, status: null, detail: detailOf(error) }),
  );
}
