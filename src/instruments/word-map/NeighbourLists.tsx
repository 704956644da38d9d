import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { wordMapMessages } from '../../i18n/messages/word-map.ts';
import type { EmbeddingInfo, Nearest } from '../../workers/embeddings/protocol.ts';
import { type Mark, markOf, type Standing } from './marks.ts';
import styles from './word-map.module.css';

/** What points at words, here and on the map. */
export interface Pointing {
  readonly selected: string | null;
  readonly lit: string | null;
  readonly onLight: (word: string | null) => void;
  readonly onSelect: (word: string) => void;
}

export interface NeighbourListsProps extends Pointing {
  readonly info: Pick<EmbeddingInfo, 'words' | 'counts'>;
  /** As the worker ranks them. */
  readonly lists: readonly Nearest[];
  /** What changes are marked against. */
  readonly standing: Standing;
  /** Puts a word in the list, or takes it out. */
  readonly onToggle: (word: string) => void;
}

const SIGNS: Readonly<Record<Exclude<Mark, 'new' | 'same'>, string>> = { up: '↑', down: '↓' };

function MarkOf({ mark }: { readonly mark: Mark }) {
  const text = useText(wordMapMessages);
  if (mark === 'same') return <span />;
  if (mark === 'new') {
    return (
      <span className={styles.mark} data-mark="new">
        {text('map.mark-new')}
      </span>
    );
  }
  return (
    <span className={styles.mark} role="img" aria-label={text(`map.mark-${mark}`)}>
      {SIGNS[mark]}
    </span>
  );
}

interface RowProps extends Pick<NeighbourListsProps, 'lit' | 'onLight'> {
  readonly onLook: (word: string) => void;
  readonly word: string;
  readonly cosine: number;
  readonly mark: Mark;
}

function Row({ word, cosine, mark, lit, onLight, onLook }: RowProps) {
  const text = useText(wordMapMessages);
  return (
    <li
      data-lit={word === lit || undefined}
      data-neighbour={word}
      onPointerEnter={() => onLight(word)}
      onPointerLeave={() => onLight(null)}
    >
      <button
        type="button"
        className={styles.neighbour}
        title={text('map.look-up', { word })}
        onClick={() => onLook(word)}
        onFocus={() => onLight(word)}
        onBlur={() => onLight(null)}
      >
        {word}
      </button>
      <span className={styles.track} aria-hidden="true">
        <span style={{ width: `${100 * Math.max(0, Math.min(1, cosine))}%` }} />
      </span>
      <span className={styles.cosine}>{formatFixed(cosine, 2)}</span>
      <MarkOf mark={mark} />
    </li>
  );
}

function List({ list, ...props }: NeighbourListsProps & { readonly list: Nearest }) {
  const { info, lists, standing, selected, lit, onLight, onSelect, onToggle } = props;
  const text = useText(wordMapMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { word, nearest } = list;
  const count = info.counts[info.words.indexOf(word)];
  // A neighbour that has a list already must not lose it: it is selected.
  const look = (other: string) => {
    if (lists.some((each) => each.word === other)) onSelect(other);
    else onToggle(other);
  };
  return (
    <section
      className={styles.list}
      aria-label={word}
      data-list={word}
      data-selected={word === selected || undefined}
      data-lit={word === lit || undefined}
    >
      <div className={styles.head}>
        <button
          type="button"
          className={styles.name}
          aria-pressed={word === selected}
          title={text('map.select', { word })}
          onClick={() => onSelect(word)}
          onPointerEnter={() => onLight(word)}
          onPointerLeave={() => onLight(null)}
        >
          {word}
        </button>
        <span className={styles.count}>
          {count === undefined ? '' : text('map.count', { count: plain.format(count) })}
        </span>
        <button
          type="button"
          className={styles.remove}
          aria-label={text('map.remove', { word })}
          onClick={() => onToggle(word)}
        >
          ×
        </button>
      </div>
      {nearest === null ? (
        <p className={styles.count}>{text('map.no-vector')}</p>
      ) : (
        <ol className={styles.rows}>
          {nearest.map(({ id, cosine }, at) => (
            <Row
              key={id}
              word={info.words[id] ?? ''}
              cosine={cosine}
              mark={markOf(standing, word, id, at)}
              lit={lit}
              onLight={onLight}
              onLook={look}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

/** The nearest words of some words, with their cosines; a click on a neighbour looks it up too, or selects it where it is listed. */
export function NeighbourLists(props: NeighbourListsProps) {
  return (
    <div className={styles.lists}>
      {props.lists.map((list) => (
        <List key={list.word} list={list} {...props} />
      ))}
    </div>
  );
}
