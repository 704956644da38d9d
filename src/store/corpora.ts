/** The texts that come with the notebook: files beside the page, fetched once, never sent anywhere. */
const cache = new Map<string, Promise<string>>();

export class CorpusError extends Error {
  readonly corpus: string;
  readonly status: number;
  constructor(corpus: string, status: number) {
    super(`corpus ${corpus}: HTTP ${status}`);
    this.corpus = corpus;
    this.status = status;
  }
}

async function fetchText(corpus: string): Promise<string> {
  const response = await fetch(`${import.meta.env.BASE_URL}corpora/${corpus}.txt`);
  // A host may answer a file that is not there with its page.
  const isPage = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || isPage) throw new CorpusError(corpus, isPage ? 404 : response.status);
  return response.text();
}

/** The text of a corpus by its file's name. A failed fetch is forgotten, so that asking again tries again. */
export function loadCorpus(corpus: string): Promise<string> {
  let text = cache.get(corpus);
  if (!text) {
    text = fetchText(corpus);
    text.catch(() => cache.delete(corpus));
    cache.set(corpus, text);
  }
  return text;
}
