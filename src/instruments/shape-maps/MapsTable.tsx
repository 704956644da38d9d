import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { shapeMapMessages } from '../../i18n/messages/shape-maps.ts';
import type { Projection, ProjectionState } from '../../store/projection-state.ts';
import { NumberTable } from '../tools/NumberTable.tsx';
import { useStates } from './useStates.ts';
import type { Trust } from './useTrust.ts';

export interface MapsData {
  /** The figure's. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly maps: readonly Projection[] | null;
  readonly trust: readonly (Trust | null)[];
}

const HEADS = ['map', 'perplexity', 'seed', 'iteration', 'kl', 'trust', 'continuity'] as const;

interface Row {
  readonly perplexity: number;
  readonly seed: number;
  readonly iteration: number;
  readonly divergence: number | null;
  readonly trust: Trust | null;
}

function rowOf({ info, iteration, curve }: ProjectionState, trust: Trust | null): Row | null {
  if (info?.config.method.kind !== 'tsne') return null;
  const { method, seed } = info.config;
  return {
    perplexity: method.perplexity,
    seed,
    iteration,
    divergence: curve.at(-1)?.divergence ?? null,
    trust,
  };
}

const or = (value: number | null | undefined, digits: number) =>
  value === null || value === undefined ? '–' : formatFixed(value, digits);

/** Every map in numbers. */
export function MapsTable({ title, labels, maps, trust }: MapsData) {
  const text = useText(shapeMapMessages);
  const whole = new Intl.NumberFormat(useLocale(), { maximumFractionDigits: 1 });
  const states = useStates(maps);
  return (
    <NumberTable
      caption={text('shapes.table', { title })}
      heads={HEADS.map((head) => text(`shapes.head-${head}`))}
      rows={labels.map((label, i) => {
        const state = states[i];
        const row = state ? rowOf(state, trust[i] ?? null) : null;
        const rest = row
          ? [
              whole.format(row.perplexity),
              String(row.seed),
              whole.format(row.iteration),
              or(row.divergence, 3),
              or(row.trust?.trustworthiness, 3),
              or(row.trust?.continuity, 3),
            ]
          : HEADS.slice(1).map(() => '–');
        return { id: `${i}`, cells: [label, ...rest] };
      })}
    />
  );
}

/** The same numbers, in full. */
export function csvOf({ labels, maps, trust }: MapsData): readonly (readonly (string | number)[])[] {
  const rows = labels.map((label, i) => {
    const state = maps?.[i]?.store.getState();
    const row = state ? rowOf(state, trust[i] ?? null) : null;
    if (!row) return [label];
    const { perplexity, seed, iteration, divergence } = row;
    const trusted = row.trust ? [row.trust.trustworthiness, row.trust.continuity] : ['', ''];
    return [label, perplexity, seed, iteration, divergence ?? '', ...trusted];
  });
  return [HEADS, ...rows];
}
