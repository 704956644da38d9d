import { type RefObject, useState } from 'react';
import type { ExportFormat } from '../../components/controls/FigureToolbar.tsx';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { allUnitRows, layerRows } from '../../components/diagrams/traceRows.ts';
import { toCsv } from '../../components/interaction/csv.ts';
import { download } from '../../components/interaction/download.ts';
import { useText } from '../../components/text/useText.tsx';
import type { Run } from '../../store/run-state.ts';
import type { Table } from '../../url/fragment.ts';
import type { UnrolledSettings } from './settings.ts';
import { readFigureFile, shareLink, writeFigureFile } from './share.ts';
import type { Shown } from './useUnrolled.ts';

const FILE_NAME = 'unrolled-figure';

export interface ShareOptions {
  readonly figure: string;
  readonly table: Table<UnrolledSettings>;
  readonly settings: UnrolledSettings;
  readonly run: Run;
  readonly shown: Shown | null;
  readonly notation: Notation;
  readonly root: RefObject<HTMLElement | null>;
  /** A file was opened: these settings, and the checkpoint to go on from. */
  readonly onOpened: (settings: Partial<UnrolledSettings>, checkpoint: Uint8Array, name: string) => void;
}

export interface Share {
  /** What came of the last attempt; null: nothing to say. */
  readonly message: string | null;
  dismiss(): void;
  link(): Promise<void>;
  save(format: ExportFormat): Promise<void>;
  open(file: File): Promise<void>;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Link, SVG, PNG, CSV and figure file, out and in. */
export function useShare(options: ShareOptions): Share {
  const text = useText();
  const [message, setMessage] = useState<string | null>(null);
  const { run, settings, table } = options;

  const link = async () => {
    const { frame, choice } = run.store.getState();
    const parameters = run.parameters();
    const point = frame && choice && parameters && { step: frame.stats.step, tier: choice.tier, parameters };
    const shared = shareLink(table, options.figure, settings, point);
    if (!shared.ok) return setMessage(text(shared.code, { limit: shared.limit }));
    window.history.replaceState(window.history.state, '', shared.link.hash);
    const what = text(`share.${shared.link.carries}`, { seed: settings.seed, step: frame?.stats.step ?? 0 });
    setMessage(text((await copy(window.location.href)) ? 'share.copied' : 'share.copyFailed', { what }));
  };

  const saveDrawing = async (format: 'svg' | 'png') => {
    try {
      const { figureSvg, figurePng } = await import('../../components/interaction/figurePicture.ts');
      const root = options.root.current;
      if (format === 'svg') download(`${FILE_NAME}.svg`, figureSvg(root), 'image/svg+xml');
      else download(`${FILE_NAME}.png`, await figurePng(root));
    } catch (error) {
      setMessage(text('share.pngFailed', { detail: error instanceof Error ? error.message : String(error) }));
    }
  };

  const saveCsv = () => {
    const { shown, notation } = options;
    const traces = shown?.probe.layers.map((layer) => layer.trace) ?? [];
    const [first] = traces;
    if (!shown || !first) return;
    const { tokens } = shown.probe;
    const rows =
      traces.length > 1 ? layerRows(traces, tokens, notation) : allUnitRows(first, tokens, notation);
    download(`${FILE_NAME}.csv`, toCsv(rows), 'text/csv;charset=utf-8');
  };

  const saveFile = async () => {
    const checkpoint = await run.checkpoint();
    if (checkpoint) download(`${FILE_NAME}.json`, writeFigureFile(settings, checkpoint), 'application/json');
  };

  const savers = {
    svg: () => saveDrawing('svg'),
    png: () => saveDrawing('png'),
    csv: async () => saveCsv(),
    file: saveFile,
  };

  const open = async (file: File) => {
    setMessage(null);
    const read = readFigureFile(table, await file.text());
    if (read.ok) return options.onOpened(read.file.settings, read.file.checkpoint, file.name);
    const found = 'found' in read.problem ? read.problem.found : '';
    setMessage(text('share.badFile', { name: file.name, detail: text(read.problem.code, { found }) }));
  };

  return { message, dismiss: () => setMessage(null), link, save: (format) => savers[format](), open };
}
