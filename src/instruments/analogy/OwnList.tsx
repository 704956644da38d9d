import { type DragEvent, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { analogyMessages } from '../../i18n/messages/analogy.ts';
import { MOST_BYTES, readList } from './read-list.ts';
import styles from './scores.module.css';
import type { Scoring } from './useScoring.ts';

/** Beyond this a text is not put into a field on the page: it would be slow to type in. */
const MOST_SHOWN = 20_000;

/** A list of the reader's own: pasted, dropped or opened. */
export function OwnList({ scoring }: { readonly scoring: Scoring }) {
  const text = useText(analogyMessages);
  const { own, setOwn } = scoring;
  const [name, setName] = useState<string | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);
  const take = async (file: File) => {
    const read = await readList(file);
    setFault(read.ok ? null : faultText(text, read));
    if (!read.ok) return;
    setName(read.name);
    setOwn(read.text);
  };
  const remove = () => {
    setName(null);
    setOwn('');
  };
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    const file = event.dataTransfer.files[0];
    if (file) void take(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is one way of three; the others have the keyboard.
    <div
      className={styles.own}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      {name === null && own.length <= MOST_SHOWN ? (
        <TextField label={text('analogy.own')} value={own} rows={4} onChange={setOwn} />
      ) : (
        <p className={styles.row}>
          {text('analogy.own-size', { name: name ?? '', lines: own.split('\n').length })}
          <Button onClick={remove}>{text('analogy.own-remove')}</Button>
        </p>
      )}
      <p className={styles.row}>
        <span className={styles.note}>{text('analogy.own-example')}</span>
        <FileButton accept=".txt,text/plain" onFile={(file) => void take(file)}>
          {text('analogy.open')}
        </FileButton>
      </p>
      {fault !== null && (
        <p role="alert" className={styles.error}>
          {fault}
        </p>
      )}
    </div>
  );
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

function faultText(
  text: ReturnType<typeof useText<keyof (typeof analogyMessages)['en']>>,
  { reason, detail }: { readonly reason: 'large' | 'text' | 'unreadable'; readonly detail: string },
): string {
  if (reason === 'text') return text('analogy.own-text');
  if (reason === 'unreadable') return text('analogy.own-unreadable', { detail });
  return text('analogy.own-large', { size: megabytes(Number(detail)), most: megabytes(MOST_BYTES) });
}
