import { CLOCK_CALLS, type Command, MOVES, type Presentation } from './presentation.ts';
import type { Stop } from './talk.ts';

/** Everything that the window of notes shows. */
export interface TalkState extends Presentation {
  /** The lesson's slug and title. */
  readonly slug: string;
  readonly title: string;
  readonly stops: readonly Stop[];
  /** Place of the last prepared stop. */
  readonly last: number;
}

/** What the windows of one talk tell each other. The stage owns the talk; the notes ask. */
export type Message =
  /** From the stage, whenever something changed or somebody asked. */
  | { readonly kind: 'state'; readonly state: TalkState }
  /** From the stage as it closes or reloads. */
  | { readonly kind: 'bye' }
  /** From notes that have just opened. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'command'; readonly command: Command }
  /** A stage takes this id; another one that has it already says so (a tab was duplicated). */
  | { readonly kind: 'claim'; readonly stage: string }
  | { readonly kind: 'taken'; readonly stage: string };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isOneOf = (list: readonly string[], value: unknown): boolean =>
  typeof value === 'string' && list.includes(value);

function isCommand(value: unknown): value is Command {
  if (!isRecord(value)) return false;
  if (value.kind === 'blackout' || isOneOf(MOVES, value.kind)) return true;
  if (value.kind === 'go') return Number.isInteger(value.index);
  return value.kind === 'clock' && isOneOf(CLOCK_CALLS, value.call) && Number.isFinite(value.now);
}

const isStop = (value: unknown): boolean =>
  isRecord(value) &&
  typeof value.id === 'string' &&
  typeof value.title === 'string' &&
  Array.isArray(value.notes) &&
  (value.minutes === null || typeof value.minutes === 'number');

const isState = (value: unknown): value is TalkState =>
  isRecord(value) &&
  typeof value.title === 'string' &&
  typeof value.slug === 'string' &&
  Number.isInteger(value.index) &&
  Number.isInteger(value.last) &&
  typeof value.blackout === 'boolean' &&
  isRecord(value.clock) &&
  Array.isArray(value.stops) &&
  value.stops.every(isStop);

const isNamed = ({ stage }: Readonly<Record<string, unknown>>): boolean => typeof stage === 'string';

/** Whether a record of this kind carries what the kind promises. */
const IS_WHOLE: { readonly [K in Message['kind']]: (data: Readonly<Record<string, unknown>>) => boolean } = {
  state: ({ state }) => isState(state),
  bye: () => true,
  hello: () => true,
  command: ({ command }) => isCommand(command),
  claim: isNamed,
  taken: isNamed,
};

/** A message out of anything: a window of another version of the notebook may be on the same channel. */
export function readMessage(data: unknown): Message | null {
  if (!isRecord(data) || typeof data.kind !== 'string' || !Object.hasOwn(IS_WHOLE, data.kind)) return null;
  return IS_WHOLE[data.kind as Message['kind']](data) ? (data as unknown as Message) : null;
}

export interface Channel {
  post(message: Message): void;
  close(): void;
}

/** The channel of one talk. A message sent to a closed channel is lost, not an error. */
export function openChannel(talk: string, onMessage: (message: Message) => void): Channel {
  const channel = new BroadcastChannel(`unrolled.talk.${talk}`);
  let open = true;
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = readMessage(data);
    if (message) onMessage(message);
  };
  return {
    post: (message) => {
      if (open) channel.postMessage(message);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}
