import { useEffect, useState } from 'react';
import type { ReferenceRequest, References } from './reference.ts';
import type { FromReferences } from './reference.worker.ts';

export type ReferencesState =
  /** `share`: of the work that is done, 0 … 1. */
  | { readonly phase: 'counting'; readonly share: number }
  | { readonly phase: 'ready'; readonly references: References }
  /** Nothing was asked for, or the text holds nothing out. */
  | { readonly phase: 'none' }
  | { readonly phase: 'failed' };

const BEGUN: ReferencesState = { phase: 'counting', share: 0 };
const NONE: ReferencesState = { phase: 'none' };

const stateOf = (message: FromReferences): ReferencesState => {
  if (message.type === 'progress') return { phase: 'counting', share: message.share };
  return message.references ? { phase: 'ready', references: message.references } : NONE;
};

/**
 * `ngramReferences` of a request, computed in a worker of its own; another request ends the one before. Give the same object for
 * the same request; null asks for nothing.
 */
export function useReferences(request: ReferenceRequest | null): ReferencesState {
  const [state, setState] = useState<ReferencesState>(BEGUN);
  useEffect(() => {
    if (!request) return;
    setState(BEGUN);
    const worker = new Worker(new URL('./reference.worker.ts', import.meta.url), {
      type: 'module',
      name: 'ngrams',
    });
    worker.onmessage = ({ data }: MessageEvent<FromReferences>) => setState(stateOf(data));
    worker.onerror = () => setState({ phase: 'failed' });
    worker.postMessage(request);
    return () => worker.terminate();
  }, [request]);
  return request ? state : NONE;
}
