import { ngramReferences, type ReferenceRequest, type References } from './reference.ts';

/* Counts a long text away from the page's own thread. One request; who wants no answer any more ends the worker. */

export type FromReferences =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'done'; readonly references: References | null };

const REPORT = 100;
const tell = (message: FromReferences): void => self.postMessage(message);

self.onmessage = ({ data }: MessageEvent<ReferenceRequest>) => {
  let told = performance.now();
  const references = ngramReferences(data, (share) => {
    if (performance.now() - told < REPORT) return;
    told = performance.now();
    tell({ type: 'progress', share });
  });
  tell({ type: 'done', references });
};
