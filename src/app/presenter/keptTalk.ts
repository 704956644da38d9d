import { type Clock, STOPPED } from './clock.ts';

/** What a reload of the stage must not lose: under which id its notes listen, and how long it has been going. */
export interface KeptTalk {
  readonly id: string;
  readonly clock: Clock;
}

const NAME = 'unrolled.talk';

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem'>;

/** The tab's own storage, or none where the browser forbids it. */
export function tabStorage(): Storage {
  try {
    return globalThis.sessionStorage;
  } catch {
    return { getItem: () => null, setItem: () => {} };
  }
}

const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

export function readKept(storage: Storage): KeptTalk | null {
  try {
    const { id, clock } = JSON.parse(storage.getItem(NAME) ?? '{}');
    if (typeof id !== 'string') return null;
    const isClock = isTime(clock?.before) && (clock.since === null || isTime(clock.since));
    return { id, clock: isClock ? { since: clock.since, before: clock.before } : STOPPED };
  } catch {
    return null;
  }
}

export function keepTalk(storage: Storage, talk: KeptTalk): void {
  try {
    storage.setItem(NAME, JSON.stringify(talk));
  } catch {
    // No room: a reload starts a new talk.
  }
}
