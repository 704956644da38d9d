import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import type { EmbeddingRun } from '../../store/embedding-state.ts';
import { createHandover } from '../../store/handover.ts';
import { HANDED, HANDED_ADDRESS, type HandedVectors } from './handed.ts';
import styles from './vectors.module.css';

export interface HandOverProps {
  readonly run: EmbeddingRun;
  /** What the vectors are called in the lab. */
  readonly name: string;
}

/** The vectors of a run as they are now; null: it has none yet. */
export async function handedVectors(
  run: Pick<EmbeddingRun, 'vectors' | 'store'>,
  name: string,
): Promise<HandedVectors | null> {
  const answer = await run.vectors();
  const info = run.store.getState().info;
  if (!answer || !info) return null;
  const { dimensions, input } = answer;
  const counts = Float64Array.from(info.counts);
  return { name, words: info.words, dimensions, vectors: Float32Array.from(input), counts };
}

type State = 'idle' | 'none' | 'not-kept' | 'blocked';

async function handOver({ run, name }: HandOverProps, address: string): Promise<State> {
  // A tab must be opened in the moment of the click; where it goes is known once the vectors have been stored.
  const tab = window.open('', '_blank');
  const handed = await handedVectors(run, name).catch(() => null);
  const isKept = handed !== null && (await createHandover<HandedVectors>().leave(HANDED, handed));
  if (!isKept) {
    tab?.close();
    return handed ? 'not-kept' : 'none';
  }
  tab?.location.assign(address);
  return tab ? 'idle' : 'blocked';
}

/** Over to the Embedding lab with all vectors as they are now, in a tab of its own: the run goes on here meanwhile. */
export function HandOver(props: HandOverProps) {
  const text = useText(vectorsMessages);
  const locale = useLocale();
  const [state, setState] = useState<State>('idle');
  const [path, fragment] = HANDED_ADDRESS.split('#');
  const address = `${import.meta.env.BASE_URL}${locale}/${path}${globalThis.location?.search ?? ''}#${fragment}`;
  return (
    <>
      <Button onClick={() => void handOver(props, address).then(setState)}>{text('vectors.hand')}</Button>
      <p role="status" className={styles.news} hidden={state === 'idle'}>
        {state !== 'idle' && text(`vectors.hand-${state}`)}{' '}
        {state === 'blocked' && (
          <a href={address} target="_blank" rel="noopener">
            {text('vectors.hand')}
          </a>
        )}
      </p>
    </>
  );
}
