import { useEffect, useRef } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { SourceChoice } from './SourceChoice.tsx';
import { SourceZone } from './SourceZone.tsx';
import type { TextSourceSettings } from './settings.ts';
import { sourceName } from './source-name.ts';
import { type SourceText, useTextSource } from './useTextSource.ts';

export interface TextSourceProps {
  readonly settings: TextSourceSettings;
  readonly change: (part: Partial<TextSourceSettings>) => void;
  /** The text that the settings ask for whenever that is another; null while there is none. */
  readonly onText: (text: SourceText | null) => void;
}

/**
 * Which text is learnt, and how it is cut into tokens: one that comes with the notebook, one that the reader types, pastes, drops
 * anywhere on this or picks, or one that this browser kept.
 */
export function TextSource({ settings, change, onText }: TextSourceProps) {
  const text = useText();
  const state = useTextSource(settings);
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => latest.current(state.text), [state.text]);
  const name = state.text ? sourceName(text, state.text) : '';
  return (
    <SourceZone settings={settings} state={state} name={name} change={change}>
      {(kept) => <SourceChoice settings={settings} kept={kept} change={change} />}
    </SourceZone>
  );
}
