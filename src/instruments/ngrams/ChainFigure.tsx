import { type ReactNode, useMemo, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SurpriseBars } from '../../components/plots/SurpriseBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import { ngramsMessages } from '../../i18n/messages/ngrams.ts';
import { useFigure } from '../link/useFigure.ts';
import type { SourceText } from '../texts/useTextSource.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { ToolFigure } from '../tools/ToolFigure.tsx';
import tools from '../tools/tools.module.css';
import { ChainTable } from './ChainTable.tsx';
import { type ChainRow, chainRows, perplexityOf } from './chain.ts';
import type { CountedModel, CountedText } from './count-text.ts';
import { powers, significant } from './format.ts';
import { HowPanel } from './HowPanel.tsx';
import { ModelBar } from './ModelBar.tsx';
import styles from './ngrams.module.css';
import { SentenceField } from './SentenceField.tsx';
import { CHAIN_TABLE, type ChainSettings } from './settings.ts';
import { useModel } from './useModel.ts';

/** Sentences to begin with; each with the text that it is asked of. */
export interface ChainExample {
  readonly sentence: string;
  readonly settings: Partial<ChainSettings>;
}

/** What a lesson may look at for its checkpoints. */
export interface ChainView {
  readonly settings: ChainSettings;
  readonly rows: readonly ChainRow[];
}

export interface ChainFigureProps {
  readonly id: string;
  readonly caption?: ReactNode;
  readonly examples: readonly ChainExample[];
  readonly children?: (view: ChainView) => ReactNode;
}

/** Product, sum of logarithms, perplexity. */
function Headline({ rows }: { readonly rows: readonly ChainRow[] }) {
  const text = useText(ngramsMessages);
  const last = rows.at(-1);
  if (!last) return null;
  const count = rows.length;
  const impossible = rows.filter(({ probability }) => !(probability > 0)).length;
  return (
    <>
      <p className={styles.headline} role="status" data-testid="chain">
        <strong>{text('ngrams.product', { product: powers(last.product, 3) })}</strong>
        <span>{text('ngrams.logs', { sum: significant(last.sum, 5), count })}</span>
        <span>{text('ngrams.perplexity', { count, perplexity: significant(perplexityOf(rows), 4) })}</span>
      </p>
      {impossible > 0 && <p className={styles.warning}>{text('ngrams.impossible', { count: impossible })}</p>}
    </>
  );
}

interface BodyProps {
  readonly settings: ChainSettings;
  readonly change: (part: Partial<ChainSettings>) => void;
  readonly rows: readonly ChainRow[];
  readonly vocabulary: number;
}

function Body({ settings, change, rows, vocabulary }: BodyProps) {
  const text = useText(ngramsMessages);
  const selected = Math.min(settings.at, rows.length) - 1;
  const row = rows[selected];
  return (
    <>
      <Headline rows={rows} />
      <ChainTable rows={rows} selected={selected} onSelect={(index) => change({ at: index + 1 })} />
      {row && <HowPanel row={row} settings={settings} vocabulary={vocabulary} />}
      <SurpriseBars
        tokens={rows.map((each) => (each.known ? each.text : '⟨UNK⟩'))}
        values={rows.map(({ log }) => -log)}
        format={(value) => significant(value, 2)}
        reference={{ value: Math.log(vocabulary), label: text('ngrams.surprise-even') }}
        name={text('ngrams.surprise')}
        selected={selected}
      />
    </>
  );
}

const HEADS = ['token', 'history', 'kept', 'count', 'total', 'P', 'ln P', 'sum ln P', 'product'] as const;
const cellsOf = (row: ChainRow): readonly (string | number)[] => [
  row.text,
  row.history.join(' '),
  row.history.slice(row.history.length - row.kept).join(' '),
  row.count,
  row.total,
  row.probability,
  row.log,
  row.sum,
  row.product,
];

function useRows(found: { counted: CountedText; model: CountedModel } | null, sentence: string) {
  return useMemo(() => (found ? chainRows(found.counted, found.model, sentence) : []), [found, sentence]);
}

/** P(sentence) under an n-gram model, factor by factor. */
export function ChainFigure({ id, caption, examples, children }: ChainFigureProps) {
  const text = useText(ngramsMessages);
  const figure = useFigure(CHAIN_TABLE, id);
  const { settings, change } = figure;
  const [source, setSource] = useState<SourceText | null>(null);
  const found = useModel(source, settings);
  const rows = useRows(found, settings.sentence);
  return (
    <ToolFigure
      id={id}
      title={text('ngrams.chain-title')}
      caption={caption}
      table={CHAIN_TABLE}
      figure={figure}
      csv={() => [[...HEADS], ...rows.map(cellsOf)]}
      numbers={
        <NumberTable
          caption={text('ngrams.chain-table')}
          heads={HEADS}
          rows={rows.map((row, i) => ({ id: String(i), cells: cellsOf(row).map(String) }))}
        />
      }
    >
      <div className={tools.examples}>
        {examples.map((example) => (
          <Button
            key={example.sentence}
            pressed={example.sentence === settings.sentence}
            onClick={() => change({ ...example.settings, sentence: example.sentence })}
          >
            {example.sentence}
          </Button>
        ))}
      </div>
      <SentenceField
        sentence={settings.sentence}
        onSentence={(sentence) => change({ sentence })}
        counted={found?.counted ?? null}
        model={found?.model ?? null}
      />
      <ModelBar settings={settings} change={change} onText={setSource} />
      {found ? (
        <Body
          settings={settings}
          change={change}
          rows={rows}
          vocabulary={found.counted.vocabulary.tokens.length}
        />
      ) : (
        <p className={tools.waiting} role="status">
          {text('ngrams.counting')}
        </p>
      )}
      {children?.({ settings, rows })}
    </ToolFigure>
  );
}
