import { createStore, type StoreApi } from 'zustand/vanilla';
import {
  listKept,
  openVectorLine,
  removeKept,
  type VectorLine,
  type VectorLineListener,
} from '../workers/vectors/client.ts';
import type { KeepOptions, OpenOrder, VectorOrigin, VectorSetInfo } from '../workers/vectors/protocol.ts';
import type { Asked, OpenFault, VectorSet, Vectors, VectorsState } from './vectors-state.ts';

/** Bytes that rows may take unless the reader says otherwise. */
export const DEFAULT_MEMORY = 256e6;

/** Bytes of a text file that are read before it answers: a moment's work at 100 MB/s. */
const EARLY_BYTES = 8e6;

export interface VectorsOptions {
  readonly openLine?: (order: OpenOrder, listener: VectorLineListener) => VectorLine;
  readonly shelf?: { list: typeof listKept; remove: typeof removeKept };
}

/** What is asked for, and what came of it so far. */
interface Attempt {
  readonly order: OpenOrder;
  readonly name: string;
  line: VectorLine | null;
}

/** A worker with the set that it holds. */
interface Held {
  /** Null: it cannot be opened once more. */
  readonly order: OpenOrder | null;
  readonly line: VectorLine;
  readonly set: VectorSet;
}

interface Room {
  readonly store: StoreApi<VectorsState>;
  readonly openLine: NonNullable<VectorsOptions['openLine']>;
  readonly shelf: NonNullable<VectorsOptions['shelf']>;
  attempt: Attempt | null;
  /** The whole set that was opened last; it is there until the next one is whole. */
  held: Held | null;
  /** What was good in the source of the present fault. */
  good: Held | null;
  last: OpenOrder | null;
}

const EMPTY: VectorsState = { set: null, opening: null, fault: null, kept: null };

/** One set of vectors at a time, each in a worker of its own, which ends with it. */
export function createVectors(options: VectorsOptions = {}): Vectors {
  const { openLine = openVectorLine, shelf = { list: listKept, remove: removeKept } } = options;
  const store = createStore<VectorsState>(() => EMPTY);
  const room: Room = { store, openLine, shelf, attempt: null, held: null, good: null, last: null };
  const open = (origin: VectorOrigin, keep: Partial<KeepOptions> = {}) =>
    begin(room, { type: 'open', origin, keep: keepOf(keep), early: EARLY_BYTES });
  return {
    store,
    open,
    again(keep) {
      if (room.last) open(room.last.origin, { ...room.last.keep, ...keep });
    },
    cancel: () => giveUp(room, null),
    close: () => close(room),
    takeGood: () => takeGood(room),
    forgetFault: () => forgetFault(room),
    refreshKept: () => refreshKept(room),
    async removeKept(id) {
      await shelf.remove(id);
      await refreshKept(room);
    },
    dispose() {
      room.last = null;
      close(room);
      store.setState(EMPTY);
    },
  };
}

const keepOf = (keep: Partial<KeepOptions>): KeepOptions => ({
  most: null,
  only: null,
  precision: null,
  memory: DEFAULT_MEMORY,
  ...keep,
});

/** What an origin is called before it is open. */
export function originName(origin: VectorOrigin): string {
  switch (origin.kind) {
    case 'built-in':
    case 'kept':
      return origin.id;
    case 'files':
      return origin.files.map(({ name }) => name).join(' + ');
    case 'url':
      return origin.url;
    case 'learnt':
      return origin.name;
  }
}

const builtInOf = (origin: VectorOrigin) => (origin.kind === 'built-in' ? origin.id : null);

function begin(room: Room, order: OpenOrder): void {
  giveUp(room, null);
  forgetFault(room);
  const kept = room.store.getState().kept;
  const { origin } = order;
  const found = origin.kind === 'kept' ? kept?.find(({ id }) => id === origin.id) : null;
  const attempt: Attempt = { order, name: found?.name ?? originName(origin), line: null };
  room.attempt = attempt;
  room.last = order;
  const opening = { name: attempt.name, builtIn: builtInOf(origin), progress: null };
  room.store.setState({ opening });
  try {
    attempt.line = room.openLine(order, listenerOf(room, attempt));
  } catch (error) {
    giveUp(room, stopped(attempt, error instanceof Error ? error.message : String(error)));
  }
}

const faultOf = (
  { name, order }: Attempt,
  fault: OpenFault['fault'],
  flaws: OpenFault['flaws'],
): OpenFault => ({ name, builtIn: builtInOf(order.origin), fault, flaws, good: null });

const stopped = (attempt: Attempt, detail: string): OpenFault =>
  faultOf(attempt, { code: 'stopped', detail }, []);

function listenerOf(room: Room, attempt: Attempt): VectorLineListener {
  const { store } = room;
  const isPresent = () => room.attempt === attempt;
  return {
    onProgress(progress) {
      const { opening } = store.getState();
      if (isPresent() && opening) store.setState({ opening: { ...opening, progress } });
    },
    onEarly(info) {
      if (isPresent() && attempt.line) store.setState({ set: setOf(room, attempt, attempt.line, info) });
    },
    onOpened(info) {
      if (!isPresent() || !attempt.line) return;
      const set = { ...setOf(room, attempt, attempt.line, info), isPartial: false };
      settle(room, { order: reopening(attempt.order), line: attempt.line, set });
    },
    onRefused(fault, flaws, good) {
      const { line } = attempt;
      if (!isPresent()) return;
      if (good && line) {
        room.good = {
          order: attempt.order,
          line,
          set: { ...setOf(room, attempt, line, good), isPartial: false },
        };
      }
      giveUp(room, { ...faultOf(attempt, fault, flaws), good });
    },
    onCrash(detail) {
      if (isPresent()) giveUp(room, stopped(attempt, detail));
      else if (room.good && room.good.line === attempt.line) forgetFault(room);
      else if (room.held && room.held.line === attempt.line) lose(room, stopped(attempt, detail));
    },
  };
}

/** A set is whole: the one before is closed. */
function settle(room: Room, held: Held): void {
  room.held?.line.end();
  room.held = held;
  room.last = held.order;
  room.attempt = null;
  room.store.setState({ set: held.set, opening: null });
}

function takeGood(room: Room): void {
  const { good } = room;
  if (!good) return;
  giveUp(room, null);
  room.good = null;
  room.store.setState({ fault: null });
  settle(room, good);
}

function forgetFault(room: Room): void {
  // What is open is what can be opened once more.
  if (room.store.getState().fault && room.held) room.last = room.held.order;
  room.good?.line.end();
  room.good = null;
  room.store.setState({ fault: null });
}

/** Ends what is being opened; the set that was open before is there again. */
function giveUp(room: Room, fault: OpenFault | null): void {
  if (!room.attempt) return;
  const { line } = room.attempt;
  // What was good in it may still be wanted.
  if (line !== room.good?.line) line?.end();
  room.attempt = null;
  if (!fault && room.held) room.last = room.held.order;
  room.store.setState({ set: room.held?.set ?? null, opening: null, fault });
}

/** The worker of the open set has died. */
function lose(room: Room, fault: OpenFault): void {
  const { set } = room.held ?? {};
  room.held = null;
  // A set that is on its way may be shown already.
  const shown = room.store.getState().set;
  room.store.setState({ set: shown === set ? null : shown, fault });
}

function close(room: Room): void {
  giveUp(room, null);
  forgetFault(room);
  room.held?.line.end();
  room.held = null;
  room.store.setState({ set: null });
}

async function refreshKept({ store, shelf }: Room): Promise<void> {
  store.setState({ kept: await shelf.list() });
}

const namedOf = (origin: VectorOrigin): VectorSet['origin'] =>
  origin.kind === 'files' || origin.kind === 'learnt' ? null : origin;

/** Learnt vectors are not held a second time once they are open. */
const reopening = (order: OpenOrder): OpenOrder | null => (order.origin.kind === 'learnt' ? null : order);

function setOf(room: Room, { order }: Attempt, line: VectorLine, info: VectorSetInfo): VectorSet {
  return {
    info,
    isPartial: true,
    origin: namedOf(order.origin),
    // The worker answers a question of one kind with that kind's answer (`VectorAnswers`).
    ask: (question, onProgress) => line.ask(question, onProgress) as Asked<never>,
    async keep() {
      const result = await line.keep();
      await refreshKept(room);
      return result === 'kept' ? { ok: true } : { ok: false, cause: result };
    },
  };
}
