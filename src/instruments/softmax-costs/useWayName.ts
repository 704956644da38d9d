import { useText } from '../../components/text/useText.tsx';
import { softmaxCostMessages } from '../../i18n/messages/softmax-costs.ts';
import type { CostWay } from '../../store/costs.ts';
import { BATCH } from './useCosts.ts';

/** What the ways are called on screen. */
export function useWayName(negatives: number): (way: CostWay) => string {
  const text = useText(softmaxCostMessages);
  return (way) => text(`costs.${way}`, { batch: BATCH, negatives });
}
