import { useMemo } from 'react';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { textsMessages } from '../../i18n/messages/texts.ts';
import { countCharacters, isChinese } from '../../models/text/characters.ts';
import type { KeptText } from '../../store/texts.ts';
import { firstLines } from './own-text.ts';
import type { TextSourceSettings } from './settings.ts';
import styles from './texts.module.css';

export interface TextFactsProps {
  /** As it is called on screen. */
  readonly name: string;
  readonly text: string;
  /** Of a text from files, what was found when they were read. */
  readonly about: KeptText | null;
  readonly level: TextSourceSettings['level'];
}

/** What was read: size, encoding, the first lines, and what its script means for its tokens. */
export function TextFacts({ name, text: content, about, level }: TextFactsProps) {
  const text = useText(textsMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const facts = useMemo(
    () => ({
      characters: about?.characters ?? countCharacters(content),
      lines: firstLines(content),
      chinese: isChinese(content),
    }),
    [content, about],
  );
  const parts = [
    text('texts.characters', { count: facts.characters, shown: plain.format(facts.characters) }),
    ...(about ? [about.encodings.map((encoding) => encoding.toUpperCase()).join(', ')] : []),
    ...(about && about.files > 1 ? [text('texts.joined', { count: about.files })] : []),
    ...(about && about.skipped > 0 ? [text('texts.skipped', { count: about.skipped })] : []),
  ];
  return (
    <details className={styles.facts}>
      <summary>
        <strong dir="auto">{name}</strong> <span className={styles.numbers}>{parts.join(' · ')}</span>
      </summary>
      <div className={styles.lines} lang={facts.chinese ? 'zh' : undefined}>
        {facts.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name.
          <p key={i} dir="auto">
            {line}
          </p>
        ))}
      </div>
      {facts.chinese && <p className={styles.note}>{text(`texts.chinese-${level}`)}</p>}
    </details>
  );
}
