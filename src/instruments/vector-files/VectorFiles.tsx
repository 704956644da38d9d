import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { download } from '../../components/interaction/download.ts';
import { formatBytes, formatWhole } from '../../components/prose/Num.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { vectorFilesMessages } from '../../i18n/messages/vector-files.ts';
import { VECTOR_FORMATS, type VectorFormat } from '../../models/vectors/write-vectors.ts';
import styles from './vector-files.module.css';
import { type VectorFile, type VectorSource, vectorsOf, writeFile } from './write-file.ts';

export interface VectorFilesProps {
  readonly source: VectorSource;
  /** What the vectors are of: the file is called so. */
  readonly name: string;
}

type State =
  | { readonly phase: 'idle' }
  | { readonly phase: 'writing'; readonly format: VectorFormat; readonly share: number }
  | { readonly phase: 'written'; readonly file: VectorFile; readonly format: VectorFormat }
  | { readonly phase: 'none' }
  | { readonly phase: 'failed'; readonly detail: string };

const IDLE: State = { phase: 'idle' };
const breathe = (): Promise<void> => new Promise((done) => setTimeout(done, 0));

/** Writing in the background of the page; a later wish ends an earlier one. */
function useWriting(source: VectorSource, name: string) {
  const [state, setState] = useState<State>(IDLE);
  const latest = useRef(0);
  const write = async (format: VectorFormat): Promise<State | null> => {
    const attempt = ++latest.current;
    const isWanted = () => latest.current === attempt;
    const onShare = (share: number) => setState({ phase: 'writing', format, share });
    onShare(0);
    const table = await vectorsOf(source);
    if (!isWanted()) return null;
    if (!table) return { phase: 'none' };
    const file = await writeFile(table, { of: name, format }, { pause: breathe, onShare, isWanted });
    if (!file) return null;
    download(file.name, file.blob);
    return { phase: 'written', file, format };
  };
  const save = (format: VectorFormat): void => {
    write(format).then(
      (next) => next && setState(next),
      (error) =>
        setState({ phase: 'failed', detail: error instanceof Error ? error.message : String(error) }),
    );
  };
  const cancel = () => {
    latest.current += 1;
    setState(IDLE);
  };
  // A page that is left writes nothing more.
  useEffect(
    () => () => {
      latest.current += 1;
    },
    [],
  );
  return { state, save, cancel };
}

/** The line of Python that reads the file. */
function readingCode({ name }: VectorFile, format: VectorFormat): string {
  const more = { glove: ', no_header=True', vec: '', bin: ', binary=True' }[format];
  return `KeyedVectors.load_word2vec_format("${name}"${more})`;
}

function Written({ file, format }: { readonly file: VectorFile; readonly format: VectorFormat }) {
  const text = useText(vectorFilesMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const { name, blob, words, dimensions, changed } = file;
  const facts = { name, size: formatBytes(blob.size, 3, tag), words: formatWhole(words, tag), dimensions };
  return (
    <div className={styles.news}>
      <p>{text('vector-files.written', facts)}</p>
      {changed > 0 && <p>{text('vector-files.changed', { count: changed })}</p>}
      <p>
        {text('vector-files.read-with')} <code>{readingCode(file, format)}</code>
      </p>
    </div>
  );
}

function News({ state, onCancel }: { readonly state: State; readonly onCancel: () => void }) {
  const text = useText(vectorFilesMessages);
  switch (state.phase) {
    case 'idle':
      return <p className={styles.note}>{text('vector-files.hint')}</p>;
    case 'writing':
      return (
        <p className={styles.note}>
          {text('vector-files.writing', {
            name: text(`vector-files.${state.format}`),
            share: `${Math.round(100 * state.share)}%`,
          })}{' '}
          <Button onClick={onCancel}>{text('vector-files.cancel')}</Button>
        </p>
      );
    case 'written':
      return <Written {...state} />;
    case 'none':
      return <p className={styles.fault}>{text('vector-files.none')}</p>;
    case 'failed':
      return <p className={styles.fault}>{text('vector-files.failed', { detail: state.detail })}</p>;
  }
}

/** Word vectors as a file, in the formats that other programs read. */
export function VectorFiles({ source, name }: VectorFilesProps) {
  const text = useText(vectorFilesMessages);
  const { state, save, cancel } = useWriting(source, name);
  return (
    <section className={styles.root} aria-label={text('vector-files.title')}>
      <div className={styles.bar}>
        <span className={styles.title}>{text('vector-files.title')}</span>
        {VECTOR_FORMATS.map((format) => (
          <Button key={format} icon="export" onClick={() => save(format)}>
            {text(`vector-files.${format}`)}
          </Button>
        ))}
      </div>
      <div role="status">
        <News state={state} onCancel={cancel} />
      </div>
    </section>
  );
}
