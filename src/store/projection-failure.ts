import type { ProjectionClientOptions } from '../workers/projection/client.ts';
import type { ProjectionFailure } from '../workers/projection/protocol.ts';

type Told = Parameters<ProjectionClientOptions['onFailure']>[0];

/** What ended a map, as a page tells it: workers come and go, and that is none of a reader's business. */
export function failureOf(told: Told, points: number): ProjectionFailure {
  switch (told.code) {
    case 'out-of-memory':
      return { code: 'memory', points };
    case 'crashed':
    case 'device-lost':
    case 'unavailable':
      return { code: 'stopped', detail: told.detail };
    default:
      return told;
  }
}
