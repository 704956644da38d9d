import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import type { OpenModel } from '../language/open-model.ts';
import { Controls } from './Controls.tsx';
import styles from './cells.module.css';
import { Expected } from './Expected.tsx';
import { PassageBox } from './PassageBox.tsx';
import { PassageField } from './PassageField.tsx';
import { Rankings } from './Rankings.tsx';
import { type CutPassage, cutPassage, type Read } from './reader.ts';
import { SpanFigure } from './SpanFigure.tsx';
import type { CellsSettings } from './settings.ts';
import { type ReadingState, useLive, useReading } from './useReading.ts';
import { useSearch } from './useSearch.ts';
import { ValueTable } from './ValueTable.tsx';
import { type CellsView, pointedAt, useView } from './view.ts';

export interface CellsPanelProps {
  readonly id: string;
  readonly settings: CellsSettings;
  readonly change: (part: Partial<CellsSettings>) => void;
  readonly model: OpenModel | null;
  /** `Run.read`: computed in the run's worker by the reference. */
  readonly read: Read;
  /** What is read until the reader gives a passage of their own. */
  readonly passage: string;
}

const NO_PASSAGE: CutPassage = { text: '', asked: 0 };

/** The same function whatever is handed in: parts that nothing happened to are not drawn anew. */
function useStable(change: CellsPanelProps['change']): CellsPanelProps['change'] {
  const latest = useRef(change);
  useEffect(() => {
    latest.current = change;
  });
  return useCallback((part) => latest.current(part), []);
}

/** The passage, cut to what is read of it: the same object as long as text and kind of token are the same. */
function usePassage({ settings, passage, model }: CellsPanelProps): CutPassage {
  const text = settings.cellPassage || passage;
  const level = model?.config.task.level;
  const ends = model?.config.task.ends;
  return useMemo(
    () => (level ? cutPassage(text, { level, ...(ends ? { ends } : {}) }) : NO_PASSAGE),
    [text, level, ends],
  );
}

/** What is on show, of which moment of training, and how to get a newer one. */
function Status(props: {
  readonly panel: CellsPanelProps;
  readonly reading: ReadingState;
  readonly view: CellsView;
}) {
  const { panel, reading, view } = props;
  const text = useText(cellMessages);
  const { read } = view.search;
  const now = panel.model?.step ?? read.reading.step;
  const values = { step: read.reading.step, now, tokens: view.tokens.length, asked: read.passage.asked };
  const isStale = now !== read.reading.step;
  const isCut = read.passage.asked > view.tokens.length;
  return (
    <div className={styles.status}>
      <p role="status" className={styles.note}>
        {text('cells.read-at', values)} {isStale && text('cells.stale', values)}{' '}
        {isCut && text('cells.cut', values)} {reading.phase === 'failed' && text('cells.failed')}
      </p>
      <div className={styles.bar}>
        <Button disabled={reading.phase === 'reading'} onClick={reading.again}>
          {text(reading.phase === 'reading' ? 'cells.reading' : 'cells.again')}
        </Button>
        <Toggle
          label={text('cells.live')}
          checked={panel.settings.cellLive}
          onChange={(cellLive) => panel.change({ cellLive })}
        />
      </div>
    </div>
  );
}

/** Nothing to show yet, and why. */
function Waiting({ panel, reading }: { readonly panel: CellsPanelProps; readonly reading: ReadingState }) {
  const text = useText(cellMessages);
  if (!panel.model) return <p className={styles.waiting}>{text('cells.no-model')}</p>;
  if (reading.phase === 'failed') {
    return (
      <div className={styles.waiting}>
        <p>{text('cells.failed')}</p>
        <Button onClick={reading.again}>{text('cells.again')}</Button>
      </div>
    );
  }
  const isEmpty = (panel.settings.cellPassage || panel.passage).trim() === '';
  return (
    <p className={styles.waiting} role="status">
      {text(isEmpty ? 'cells.no-text' : 'cells.reading')}
    </p>
  );
}

/** Texts and tables that are asked for. */
function More({ panel, view }: { readonly panel: CellsPanelProps; readonly view: CellsView | null }) {
  const text = useText(cellMessages);
  const [open, setOpen] = useState<'text' | 'table' | null>(null);
  const toggle = (what: 'text' | 'table') => setOpen(open === what ? null : what);
  const current = panel.settings.cellPassage || panel.passage;
  return (
    <>
      <div className={styles.bar}>
        <Button expanded={open === 'text'} onClick={() => toggle('text')}>
          {text('cells.edit')}
        </Button>
        {view && (
          <Button icon="table" expanded={open === 'table'} onClick={() => toggle('table')}>
            {text('cells.show-table')}
          </Button>
        )}
      </div>
      {open === 'text' && (
        <PassageField
          key={current}
          passage={current}
          given={panel.passage}
          onPassage={(cellPassage) =>
            panel.change({ cellPassage, cellAt: 0, spanFrom: 0, spanTo: 0, spanStep: 1 })
          }
        />
      )}
      {open === 'table' && view && <ValueTable view={view} at={pointedAt(view, panel.settings)} />}
    </>
  );
}

/**
 * Cell search (Karpathy, Johnson & Fei-Fei 2016): what every hidden unit does over a long passage, which of them follow
 * quotations, words or lines better than chance, and the gates behind any stretch of it.
 */
export function CellsPanel(panel: CellsPanelProps) {
  const { id, settings, model, read } = panel;
  const text = useText(cellMessages);
  const passage = usePassage(panel);
  const reading = useReading(model, read, passage);
  const search = useSearch(reading.shown, settings.cellLane);
  useLive(reading, model?.step ?? null, settings.cellLive && search?.read === reading.shown);
  const view = useView(reading.shown ? search : null, settings, useStable(panel.change));
  const at = view ? pointedAt(view, settings) : 0;
  return (
    <section id={id} className={styles.root} aria-label={text('cells.title')} data-cells="">
      {view ? (
        <>
          <Status panel={panel} reading={reading} view={view} />
          <Controls view={view} />
          <div className={styles.main}>
            <PassageBox view={view} at={at} />
            {view.mode === 'unit' ? <Rankings view={view} /> : <Expected view={view} at={at} />}
          </div>
          <More panel={panel} view={view} />
          <SpanFigure view={view} step={settings.spanStep} lane={settings.spanLane} />
        </>
      ) : (
        <>
          <Waiting panel={panel} reading={reading} />
          <More panel={panel} view={null} />
        </>
      )}
    </section>
  );
}
