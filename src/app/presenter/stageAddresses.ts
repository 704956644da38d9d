import type { AddressOf } from '../../instruments/link/FigureAddress.tsx';
import type { FieldTexts } from '../../store/figure.ts';

export interface StageAddresses {
  /** What a figure on the stage takes for the page's address. */
  readonly of: AddressOf;
  /** A stop sets a figure. */
  arrive(figure: string, fields: FieldTexts): void;
}

/**
 * Addresses for the figures of a talk: each starts from what the talk wants of it, hears when a stop sets it, and reports what
 * the speaker changed.
 */
export function createStageAddresses(options: {
  readonly opening: (figure: string) => string;
  readonly onChange: (figure: string, hash: string) => void;
}): StageAddresses {
  const listeners = new Map<string, Set<(fields: FieldTexts) => void>>();
  return {
    of: (figure) => ({
      get hash() {
        return options.opening(figure);
      },
      replace: (hash) => options.onChange(figure, hash),
      listen: (onArrival) => {
        const mine = listeners.get(figure) ?? new Set();
        listeners.set(figure, mine.add(onArrival));
        return () => mine.delete(onArrival);
      },
    }),
    arrive: (figure, fields) => {
      for (const onArrival of listeners.get(figure) ?? []) onArrival(fields);
    },
  };
}
