import { type ReactNode, useMemo } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { OneHotColumns } from '../../components/diagrams/OneHotColumns.tsx';
import { SymbolText } from '../../components/diagrams/Symbol.tsx';
import { UnknownCurve } from '../../components/plots/UnknownCurve.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { notationMessages } from '../../i18n/messages/notation.ts';
import type { Vocabulary } from '../../models/text/vocabulary.ts';
import type { FigureState } from '../../store/figure.ts';
import { useFigure } from '../link/useFigure.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { tokenize } from './count-text.ts';
import {
  type Lexicon,
  largestSize,
  openLexicon,
  type TokenColumn,
  tokenColumns,
  unknownShares,
} from './lexicon.ts';
import { MOST_TOKENS, readTags, TOKEN_TABLE, type TokenSettings, turnTag } from './settings.ts';
import { SentenceControls, SizeControls, SourceControls } from './TokenControls.tsx';
import styles from './tokens.module.css';
import { type Counted, useVocabulary } from './useVocabulary.ts';
import { VectorDetail } from './VectorDetail.tsx';

/** What a lesson may look at for its checkpoints. */
export interface TokensView {
  readonly settings: TokenSettings;
  /** Columns on show; none while the vocabulary is being counted. */
  readonly columns: readonly TokenColumn[];
  readonly tags: readonly boolean[];
  /** V; 0 while it is being counted. */
  readonly size: number;
}

interface Read {
  readonly full: Vocabulary;
  readonly lexicon: Lexicon;
  readonly columns: readonly TokenColumn[];
  /** Tokens of the whole sentence. */
  readonly tokens: number;
}

/** The sentence read with the vocabulary; null until it is counted. */
function useRead(settings: TokenSettings, counted: Counted): Read | null {
  const { sentence, level, size, order, end } = settings;
  const full = counted.state === 'ready' ? counted.vocabulary : null;
  const lexicon = useMemo(() => full && openLexicon(full, { size, order, end }), [full, size, order, end]);
  const tokens = useMemo(() => tokenize(level, sentence), [level, sentence]);
  return useMemo(() => {
    if (!full || !lexicon) return null;
    const most = MOST_TOKENS - Number(end);
    return {
      full,
      lexicon,
      columns: tokenColumns(tokens.slice(0, most), lexicon, end),
      tokens: tokens.length,
    };
  }, [full, lexicon, tokens, end]);
}

function Waiting({ counted }: { readonly counted: Counted }) {
  const text = useText(notationMessages);
  if (counted.state === 'failed') {
    return (
      <p role="alert">
        {text('tokens.failed', { detail: counted.detail })}{' '}
        <Button onClick={counted.retry}>{text('train.retry')}</Button>
      </p>
    );
  }
  return (
    <p className={styles.waiting} role="status">
      {text('tokens.counting')}
    </p>
  );
}

interface ReadProps {
  readonly read: Read;
  readonly settings: TokenSettings;
  readonly change: FigureState<TokenSettings>['change'];
}

/** How long the sentence is, and how much of it the vocabulary does not know. */
function Length({ read, end }: { readonly read: Read; readonly end: boolean }) {
  const text = useText(notationMessages);
  const unknown = read.columns.filter(({ known }) => !known).length;
  const isWhole = read.tokens + Number(end) === read.columns.length;
  return (
    <p className={tools.note} data-testid="length">
      <SymbolText symbol={{ base: 'T', sub: 'x' }} />
      {` = ${read.tokens + Number(end)}`}
      {isWhole && ` · ${text('tokens.unknown', { count: unknown })}`}
    </p>
  );
}

/** The columns, and beside them the selected vector. */
function Columns({ read, settings, change }: ReadProps) {
  const text = useText(notationMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { columns, lexicon } = read;
  const at = Math.min(settings.at, columns.length) - 1;
  const column = columns[at];
  if (!column) return <p className={tools.note}>{text('tokens.none')}</p>;
  const tags = readTags(settings.tags, columns.length);
  const tokens = columns.map((each, t) => {
    const shown = visibleSymbol(each.text);
    const values = { step: t + 1, word: shown, id: each.id, size: lexicon.size };
    return {
      ...each,
      text: shown,
      tag: tags[t] ?? false,
      name: text(each.known ? 'tokens.cell' : 'tokens.cell-unknown', values),
      tagName: text('tokens.tag-cell', { step: t + 1, word: shown, tag: Number(tags[t]) }),
    };
  });
  return (
    <div className={styles.sides}>
      <div className={styles.drawn}>
        <Length read={read} end={settings.end} />
        <ScrollBox label={text('tokens.drawing')} className={tools.scroller ?? ''}>
          <OneHotColumns
            tokens={tokens}
            size={lexicon.size}
            name={text('tokens.drawing')}
            labels={{
              word: text('tokens.row-word'),
              received: text('tokens.row-received'),
              index: text('tokens.row-index'),
              tag: text('tokens.row-tag'),
            }}
            selected={at}
            format={(index) => plain.format(index)}
            onSelect={(to) => change({ at: to + 1 })}
            onTag={(to) => change({ at: to + 1, tags: turnTag(settings.tags, columns.length, to) })}
          />
        </ScrollBox>
      </div>
      <VectorDetail column={column} at={at} lexicon={lexicon} />
    </div>
  );
}

/** How much of the text itself the vocabulary leaves out. */
function Outside({ read, settings }: Omit<ReadProps, 'change'>) {
  const text = useText(notationMessages);
  const tag = LANGUAGE_TAG[useLocale()];
  const plain = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumSignificantDigits: 3 });
  const { full, lexicon } = read;
  const shares = unknownShares(full);
  const total = full.counts.reduce((sum, count) => sum + count, 0);
  const facts = text('tokens.outside', {
    total,
    words: full.tokens.length - 1,
    size: lexicon.size,
    share: percent.format(lexicon.unknown),
    count: Math.round(lexicon.unknown * total),
  });
  return (
    <section>
      <p className={tools.note} role="status">
        {facts}
      </p>
      <UnknownCurve
        shares={shares}
        kept={lexicon.size - 1 - Number(settings.end)}
        name={`${text('tokens.curve')}. ${facts}`}
        xLabel={text('tokens.curve-x')}
        yLabel={text('tokens.curve-y')}
        format={(count) => plain.format(count)}
        formatShare={(share) => percent.format(share)}
      />
    </section>
  );
}

const HEADS = ['t', 'word', 'received', 'index', 'y'] as const;

const rowsOf = (columns: readonly TokenColumn[], tags: readonly boolean[]) =>
  columns.map(({ text, received, id }, t) => [t + 1, text, received, id, Number(tags[t])] as const);

/** Any sentence as a network receives it: tokens, numbers, one-hot vectors, tags. */
export function TokensFigure(props: {
  /** Names the figure in links. */
  readonly id: string;
  readonly caption?: ReactNode;
  /** A lesson's own part; it may watch what is on show. */
  readonly children?: (view: TokensView) => ReactNode;
}) {
  const text = useText(notationMessages);
  const figure = useFigure(TOKEN_TABLE, props.id);
  const { settings, change } = figure;
  const counted = useVocabulary(settings);
  const read = useRead(settings, counted);
  const columns = read?.columns ?? [];
  const tags = readTags(settings.tags, columns.length);
  const rows = rowsOf(columns, tags);
  const numbers = (
    <NumberTable
      caption={text('tokens.table', { size: read?.lexicon.size ?? 0 })}
      heads={HEADS.map((head) => text(`tokens.head-${head}`))}
      rows={rows.map((row) => ({
        id: String(row[0]),
        cells: row.map((cell) => (typeof cell === 'string' ? visibleSymbol(cell) : cell)),
      }))}
    />
  );
  return (
    <ToolFigure
      id={props.id}
      title={text('tokens.title')}
      caption={props.caption}
      table={TOKEN_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...rows]}
      numbers={numbers}
    >
      <SentenceControls settings={settings} change={change} tokens={read?.tokens ?? 0} />
      <SourceControls settings={settings} change={change} />
      {read ? (
        <>
          <SizeControls
            settings={settings}
            change={change}
            most={Math.max(3, largestSize(read.full, settings.end))}
          />
          <Columns read={read} settings={settings} change={change} />
          <Outside read={read} settings={settings} />
        </>
      ) : (
        <Waiting counted={counted} />
      )}
      {props.children?.({ settings, columns, tags, size: read?.lexicon.size ?? 0 })}
    </ToolFigure>
  );
}
