import { useMemo } from 'react';
import { LANGUAGE_TAG } from '../../../i18n/locale.ts';
import { useLocale } from '../../text/useText.tsx';

/** Counts in the reader's language, and in few letters where there is little room: 12,345 and 12K. */
export function useCountText() {
  const tag = LANGUAGE_TAG[useLocale()];
  return useMemo(() => {
    const whole = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
    // In letters that are as narrow as digits, whatever the language: 万 would need a wider circle.
    const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 });
    const short = (count: number) => (count < 10_000 ? whole.format(count) : compact.format(count));
    return { whole: (count: number) => whole.format(count), short };
  }, [tag]);
}
