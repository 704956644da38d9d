import type { projectionMessages } from '../../i18n/messages/projection.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { ProjectionState } from '../../store/projection-state.ts';

export interface Part {
  readonly code: keyof typeof projectionMessages.en;
  readonly values?: MessageValues;
}

/** What there is to say of a map: how far, how good, how fast. */
export function statusParts(state: ProjectionState | null): readonly Part[] {
  if (!state) return [{ code: 'projection.waiting' }];
  const { phase, share, info, iteration, curve, rate } = state;
  switch (phase) {
    case 'idle':
      return [{ code: 'projection.idle' }];
    case 'failed':
      return [{ code: 'projection.failed' }];
    case 'neighbours':
      return [{ code: 'projection.neighbours', values: { share: `${Math.floor(100 * share)}%` } }];
    case 'affinities':
      return [{ code: 'projection.affinities' }];
  }
  if (info?.config.method.kind === 'pca') {
    return [{ code: 'projection.static', values: { count: info.points } }];
  }
  const parts: Part[] = [{ code: 'projection.iteration', values: { iteration } }];
  const last = curve.at(-1);
  if (last) parts.push({ code: 'projection.divergence', values: { value: last.divergence } });
  if (phase === 'running')
    parts.push(...(rate > 0 ? [{ code: 'projection.rate', values: { rate } } as const] : []));
  else parts.push({ code: phase === 'done' ? 'projection.done' : 'projection.paused' });
  return parts;
}
