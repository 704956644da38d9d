import { type RefObject, useState } from 'react';
import type { ExportFormat } from '../../components/controls/FigureToolbar.tsx';
import { type CsvValue, toCsv } from '../../components/interaction/csv.ts';
import { download } from '../../components/interaction/download.ts';
import { useText } from '../../components/text/useText.tsx';
import { type Table, writeFragment } from '../../url/fragment.ts';

export type CsvRows = () => readonly (readonly CsvValue[])[];

export interface ExportOptions<T extends object> {
  readonly figure: string;
  readonly table: Table<T>;
  readonly settings: T;
  readonly csv: CsvRows;
  /** Holds the drawings (`data-export`). */
  readonly root: RefObject<HTMLElement | null>;
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Link, SVG, PNG and CSV of a figure without a run. */
export function useExports<T extends object>(options: ExportOptions<T>) {
  const text = useText();
  const [message, setMessage] = useState<string | null>(null);
  const { figure, table, settings } = options;
  const name = `unrolled-${figure}`;
  const picture = () => import('../../components/interaction/figurePicture.ts');
  const savers: Partial<Record<ExportFormat, () => Promise<void> | void>> = {
    svg: async () =>
      download(`${name}.svg`, (await picture()).figureSvg(options.root.current), 'image/svg+xml'),
    png: async () => download(`${name}.png`, await (await picture()).figurePng(options.root.current)),
    csv: () => download(`${name}.csv`, toCsv(options.csv()), 'text/csv;charset=utf-8'),
  };
  const save = async (format: ExportFormat) => {
    try {
      await savers[format]?.();
    } catch (error) {
      setMessage(text('share.pngFailed', { detail: error instanceof Error ? error.message : String(error) }));
    }
  };
  const link = async () => {
    const hash = writeFragment(table, figure, settings);
    window.history.replaceState(window.history.state, '', hash);
    setMessage(text((await copy(window.location.href)) ? 'link.copied' : 'share.copyFailed'));
  };
  return { message, dismiss: () => setMessage(null), save, link };
}
