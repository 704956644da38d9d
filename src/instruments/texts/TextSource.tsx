import { useEffect, useRef } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textsMessages } from '../../i18n/messages/texts.ts';
import { IntakeNews } from './IntakeNews.tsx';
import { KeptTexts } from './KeptTexts.tsx';
import { OwnText } from './OwnText.tsx';
import { fileOf, fitsLink, inLink } from './own-text.ts';
import { SourceChoice } from './SourceChoice.tsx';
import type { TextSourceSettings } from './settings.ts';
import { sourceName } from './source-name.ts';
import { TextFacts } from './TextFacts.tsx';
import styles from './texts.module.css';
import { useFileZone } from './useFileZone.ts';
import { useTaking } from './useTaking.ts';
import { type SourceText, type TextSourceState, useTextSource } from './useTextSource.ts';

export interface TextSourceProps {
  readonly settings: TextSourceSettings;
  readonly change: (part: Partial<TextSourceSettings>) => void;
  /** The text that the settings ask for whenever that is another; null while there is none. */
  readonly onText: (text: SourceText | null) => void;
}

const ACCEPT = '.txt,.text,.md,.markdown,.zip,text/plain,text/markdown,application/zip';

/** Why the text that the settings ask for is not there. */
function Missing({ state }: { readonly state: TextSourceState }) {
  const text = useText(textsMessages);
  const { fault, retry, status } = state;
  if (status === 'loading') return <p className={styles.note}>{text('texts.loading')}</p>;
  if (!fault || fault.code === 'nothing-typed') return null;
  if (fault.code === 'not-here') {
    return (
      <p className={styles.fault} role="alert">
        {text('texts.not-here')}
      </p>
    );
  }
  return (
    <div className={styles.fault} role="alert">
      <p>{text('texts.not-fetched', { name: fault.corpus, detail: fault.detail })}</p>
      <Button onClick={retry}>{text('texts.retry')}</Button>
    </div>
  );
}

/**
 * Which text is learnt, and how it is cut into tokens: one that comes with the notebook, one that the reader types, pastes, drops
 * anywhere on this or picks, or one that this browser kept.
 */
export function TextSource({ settings, change, onText }: TextSourceProps) {
  const text = useText(textsMessages);
  const state = useTextSource(settings);
  const { kept, take, cancel, dismiss, remove, ...news } = useTaking((id) =>
    change({ source: 'kept', kept: id }),
  );
  const { isOver, handlers } = useFileZone(take, (pasted) => take([fileOf(pasted)]));
  const latest = useRef(onText);
  useEffect(() => {
    latest.current = onText;
  });
  useEffect(() => latest.current(state.text), [state.text]);
  const about = settings.source === 'kept' ? kept?.find(({ id }) => id === settings.kept) : undefined;
  return (
    <section
      className={styles.root}
      aria-label={text('setup.corpus')}
      data-over={isOver || undefined}
      data-takes-files
      {...handlers}
    >
      <SourceChoice settings={settings} kept={kept ?? []} change={change} />
      {settings.source === 'own' && (
        <OwnText
          value={settings.ownText}
          onUse={(own) => (fitsLink(own) ? change(inLink(own)) : take([fileOf(own)]))}
        />
      )}
      <div className={styles.bar}>
        <FileButton accept={ACCEPT} multiple onFiles={take}>
          {text('texts.pick')}
        </FileButton>
        <span className={styles.note}>{text(isOver ? 'texts.drop-now' : 'texts.drop')}</span>
      </div>
      <IntakeNews {...news} onCancel={cancel} onDismiss={dismiss} />
      <Missing state={state} />
      {state.text && (
        <TextFacts
          name={sourceName(text, state.text)}
          text={state.text.text}
          about={about ?? null}
          level={settings.level}
        />
      )}
      <KeptTexts
        texts={kept ?? []}
        used={settings.source === 'kept' ? settings.kept : null}
        onUse={(id) => change({ source: 'kept', kept: id })}
        onRemove={remove}
      />
    </section>
  );
}
