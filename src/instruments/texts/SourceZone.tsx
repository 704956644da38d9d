import type { ReactNode } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { useText } from '../../components/text/useText.tsx';
import { textsMessages } from '../../i18n/messages/texts.ts';
import type { KeptText } from '../../store/texts.ts';
import { IntakeNews } from './IntakeNews.tsx';
import { KeptTexts } from './KeptTexts.tsx';
import { OwnText } from './OwnText.tsx';
import { fileOf, fitsLink, inLink } from './own-text.ts';
import type { TextSourceSettings } from './settings.ts';
import { TextFacts } from './TextFacts.tsx';
import styles from './texts.module.css';
import { useFileZone } from './useFileZone.ts';
import { useTaking } from './useTaking.ts';
import type { SourceAsked, TextSourceState } from './useTextSource.ts';

/** A text of the reader's own is wanted. */
type OwnChoice =
  | (Pick<TextSourceSettings, 'ownText'> & { readonly source: 'own' })
  | { readonly source: 'kept'; readonly kept: string };

export interface SourceZoneProps {
  readonly settings: SourceAsked & Pick<TextSourceSettings, 'level'>;
  readonly state: TextSourceState;
  /** What the text is called on screen. */
  readonly name: string;
  readonly change: (part: OwnChoice) => void;
  /** The choice of the text and of how it is read, among the texts that are kept. */
  readonly children: (kept: readonly KeptText[]) => ReactNode;
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
 * Where a text comes from: one of the choices, or one that the reader types, pastes, drops anywhere on this or picks, or that this
 * browser kept; and what was read.
 */
export function SourceZone({ settings, state, name, change, children }: SourceZoneProps) {
  const text = useText(textsMessages);
  const { kept, take, cancel, dismiss, remove, ...news } = useTaking((id) =>
    change({ source: 'kept', kept: id }),
  );
  const { isOver, handlers } = useFileZone(take, (pasted) => take([fileOf(pasted)]));
  const about = settings.source === 'kept' ? kept?.find(({ id }) => id === settings.kept) : undefined;
  return (
    <section
      className={styles.root}
      aria-label={text('setup.corpus')}
      data-over={isOver || undefined}
      data-takes-files
      {...handlers}
    >
      {children(kept ?? [])}
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
        <TextFacts name={name} text={state.text.text} about={about ?? null} level={settings.level} />
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
