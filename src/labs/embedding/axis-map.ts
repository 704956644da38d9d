import type { FilledSettings } from '../../instruments/vector-panels/examples.ts';
import type { EmbeddingSettings } from './state/settings.ts';

type Axes = Pick<FilledSettings, 'from' | 'to' | 'from2' | 'to2' | 'along'>;

/** The map's own axes, as the panel of axes has them, with its words on it. */
export const axisMap = ({ from, to, from2, to2, along }: Axes): Partial<EmbeddingSettings> => ({
  projection: 'axes',
  across: `${from} > ${to}`,
  up: `${from2} > ${to2}`,
  added: along,
});
