import { formatFixed } from '../../components/diagrams/formatNumber.ts';

/** A share in percent: one decimal below ten, none above. */
export const percent = (share: number): string => `${formatFixed(100 * share, share < 0.0995 ? 1 : 0)} %`;
