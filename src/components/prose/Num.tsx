import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { formatFixed } from '../diagrams/formatNumber.ts';
import { useLocale } from '../text/useText.tsx';

interface NumProps {
  readonly value: number;
  /** Decimals; with `percent` and `bytes`, significant digits. */
  readonly digits?: number;
  readonly as?: 'plain' | 'percent' | 'bytes';
}

const UNITS = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Bytes with a decimal prefix: 40 kB, 4 MB, 200 GB. */
export function formatBytes(bytes: number, digits: number, tag: string): string {
  const power = bytes < 1000 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const style = { maximumSignificantDigits: digits } as const;
  return `${new Intl.NumberFormat(tag, style).format(bytes / 1000 ** power)} ${UNITS[power]}`;
}

/** Digits that count, however small the share: 73 %, 0.19 %, 0.000095 %. */
function formatShare(value: number, digits: number, tag: string): string {
  const style = { style: 'percent', maximumSignificantDigits: digits } as const;
  return new Intl.NumberFormat(tag, style).format(value);
}

/** A whole number, in groups of three, with a true minus. */
export function formatWhole(value: number, tag: string): string {
  return new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value).replace('-', '−');
}

/** A number that the page computes, in running text. */
export function Num({ value, digits = 2, as = 'plain' }: NumProps) {
  const tag = LANGUAGE_TAG[useLocale()];
  if (as === 'percent') return <>{formatShare(value, digits, tag)}</>;
  if (as === 'bytes') return <>{formatBytes(value, digits, tag)}</>;
  return <>{digits === 0 ? formatWhole(value, tag) : formatFixed(value, digits)}</>;
}
