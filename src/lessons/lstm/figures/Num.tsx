import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { useLocale } from '../../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../../i18n/locale.ts';

interface NumProps {
  readonly value: number;
  /** Decimals; with `percent`, significant digits. */
  readonly digits?: number;
  readonly as?: 'plain' | 'percent';
}

/** Two digits that count, however small the share: 73 %, 0.19 %, 0.000095 %. */
function formatShare(value: number, digits: number, tag: string): string {
  const style = { style: 'percent', maximumSignificantDigits: digits } as const;
  return new Intl.NumberFormat(tag, style).format(value);
}

/** A number that the page computes, in running text. */
export function Num({ value, digits = 2, as = 'plain' }: NumProps) {
  const tag = LANGUAGE_TAG[useLocale()];
  if (as === 'percent') return <>{formatShare(value, digits, tag)}</>;
  if (digits === 0) return <>{new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }).format(value)}</>;
  return <>{formatFixed(value, digits)}</>;
}
