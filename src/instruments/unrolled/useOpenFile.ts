import { useCallback, useEffect, useRef, useState } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { checkpointFault } from '../../store/checkpoint-fault.ts';
import type { CheckpointFault, RunInfo } from '../../workers/protocol.ts';
import { needsNewRun, runConfig, UNPOINTED, type UnrolledSettings } from './settings.ts';
import type { UnrolledView } from './view.ts';

interface Waiting {
  readonly checkpoint: Uint8Array;
  readonly before: RunInfo | null;
  readonly name: string;
}

/** The text that settings stand for, where the figure has it; null for a corpus that is still to be fetched. */
function textOf(next: UnrolledSettings, { figure, state }: UnrolledView): string | null {
  if (next.corpus === 'own') return next.ownText;
  const { task } = state.config;
  return next.corpus === figure.settings.corpus && task.kind === 'next-symbol' ? task.text : null;
}

/**
 * Takes over an opened file: its settings first; when the run of those settings is ready, its checkpoint. Settings that make
 * another run need a moment, so the checkpoint waits.
 */
export function useOpenFile(view: UnrolledView) {
  const { figure, run, state } = view;
  const text = useText();
  const waiting = useRef<Waiting | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const refuse = useCallback(
    (name: string, fault: CheckpointFault) => {
      const detail = text('share.badFile.checkpoint', { found: text(`run.fault.${fault}`) });
      setMessage(text('share.badFile', { name, detail }));
    },
    [text],
  );
  const take = (settings: Partial<UnrolledSettings>, checkpoint: Uint8Array, name: string) => {
    const next = { ...figure.settings, ...settings };
    const known = textOf(next, view);
    const fault = checkpointFault(checkpoint, runConfig(next, known ?? ''), known !== null);
    if (fault) return refuse(name, fault);
    run.pause();
    const isOther = needsNewRun(figure.settings, next);
    waiting.current = { checkpoint, before: isOther ? state.info : null, name };
    figure.change({ edits: [], holds: [], ...settings, ...UNPOINTED });
  };
  useEffect(() => {
    const file = waiting.current;
    if (!file || state.phase !== 'paused' || !state.frame || state.info === file.before) return;
    waiting.current = null;
    const fault = run.restore(file.checkpoint);
    if (fault) refuse(file.name, fault);
    else setMessage(text('share.opened', { name: file.name }));
  }, [run, state, text, refuse]);
  return { message, take, dismiss: () => setMessage(null) };
}
