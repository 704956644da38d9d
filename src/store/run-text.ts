import type { MessageCode } from '../i18n/messages/index.ts';
import type { MessageValues } from '../i18n/translate.ts';
import type { CheckpointFault, RunFailure, RunNotice, Tier, TierReason } from '../workers/protocol.ts';

/** A message and its values; a value that is itself a message is said first, in the same language. */
export interface RunMessage {
  readonly code: MessageCode;
  readonly values: Readonly<Record<string, string | number | RunMessage>>;
}

/** The catalogue's translation, as `useText` gives it. */
export type Say = (code: MessageCode, values?: MessageValues) => string;

/** The message in words. */
export function sayRun(say: Say, { code, values }: RunMessage): string {
  const said = Object.entries(values).map(([name, value]) => [
    name,
    typeof value === 'object' ? sayRun(say, value) : value,
  ]);
  return say(code, Object.fromEntries(said));
}

export function tierMessage(tier: Tier): RunMessage {
  return { code: `tier.${tier}`, values: {} };
}

/** One reason why `used` is the tier that runs. */
export function reasonMessage({ code, ...reason }: TierReason, used: Tier): RunMessage {
  const values = Object.entries({ used, ...reason }).map(([name, value]) => [name, reasonValue(name, value)]);
  return { code: `tier.why.${code}`, values: Object.fromEntries(values) };
}

const TIER_VALUES = ['used', 'tier', 'other'];
const TIME_VALUES = ['ms', 'otherMs'];

function reasonValue(name: string, value: string | number): string | number | RunMessage {
  if (TIER_VALUES.includes(name)) return tierMessage(value as Tier);
  // Two digits: a measurement of a quarter of a second knows no more.
  return TIME_VALUES.includes(name) ? String(Number(Number(value).toPrecision(2))) : value;
}

/** What happened, where, why, and what to do. `goodStep` is where a rewind would go. */
export function failureMessage(failure: RunFailure, goodStep: number): RunMessage {
  switch (failure.code) {
    case 'diverged': {
      const { step, what, value } = failure;
      return { code: `run.failure.diverged-${what}`, values: { step, value: numberText(value), goodStep } };
    }
    case 'bad-checkpoint':
      return { code: 'run.failure.bad-checkpoint', values: { detail: faultMessage(failure.detail) } };
    default: {
      const { code, ...values } = failure;
      return { code: `run.failure.${code}`, values };
    }
  }
}

export function noticeMessage(notice: RunNotice): RunMessage {
  switch (notice.code) {
    case 'tier-changed': {
      const { cause, from, to, step } = notice;
      const values = { from: tierMessage(from), to: tierMessage(to), step };
      return { code: `run.notice.tier-changed-${cause}`, values };
    }
    case 'not-saved':
      return { code: `run.notice.not-saved-${notice.cause}`, values: {} };
    case 'checkpoint-dropped':
      return { code: 'run.notice.checkpoint-dropped', values: { detail: faultMessage(notice.detail) } };
    default: {
      const { code, ...values } = notice;
      return { code: `run.notice.${code}`, values };
    }
  }
}

export function faultMessage(fault: CheckpointFault): RunMessage {
  return { code: `run.fault.${fault}`, values: {} };
}

/** As mathematics writes it: a formatter would say "not a number" in words of its own. */
function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : '−∞';
}
