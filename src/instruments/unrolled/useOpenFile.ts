import { useEffect, useRef, useState } from 'react';
import { useText } from '../../components/text/useText.tsx';
import type { RunInfo } from '../../workers/protocol.ts';
import { needsNewRun, type UnrolledSettings } from './settings.ts';
import type { UnrolledView } from './view.ts';

/**
 * Takes over an opened file: its settings first; when the run of those settings is ready, its checkpoint. Settings that make
 * another run need a moment, so the checkpoint waits.
 */
export function useOpenFile({ figure, run, state }: UnrolledView) {
  const text = useText();
  const waiting = useRef<{ readonly checkpoint: Uint8Array; readonly before: RunInfo | null } | null>(null);
  const [message, setMessage] = useState<string | null>(null);
  const take = (settings: Partial<UnrolledSettings>, checkpoint: Uint8Array) => {
    run.pause();
    const isOther = needsNewRun(figure.settings, { ...figure.settings, ...settings });
    waiting.current = { checkpoint, before: isOther ? state.info : null };
    figure.change({ ...settings, edits: settings.edits ?? [], holds: settings.holds ?? [] });
  };
  useEffect(() => {
    const file = waiting.current;
    if (!file || state.phase !== 'paused' || !state.frame || state.info === file.before) return;
    waiting.current = null;
    const fault = run.restore(file.checkpoint);
    setMessage(fault && text('share.badFile.checkpoint', { found: text(`run.fault.${fault}`) }));
  }, [run, state, text]);
  return { message, take, dismiss: () => setMessage(null) };
}
