import type { ProbeResult, RunNotice } from '../workers/protocol.ts';

interface Notice {
  readonly code: string;
  /** Of notices that may come several at a time: about what. */
  readonly what?: string;
}

/** The notices with another one; of each kind, and of what it is about, only the latest is kept. */
export function withNotice<T extends Notice>(notices: readonly T[], notice: T): readonly T[] {
  return [...notices.filter(({ code, what }) => code !== notice.code || what !== notice.what), notice];
}

export function withoutNotice<T extends Notice>(notices: readonly T[], code: T['code']): readonly T[] {
  return notices.some((notice) => notice.code === code)
    ? notices.filter((notice) => notice.code !== code)
    : notices;
}

/** What is still so once a run begins anew from its seed; what the new one changes, it says itself. */
export function lastingNotices<T extends Notice>(notices: readonly T[]): readonly T[] {
  return notices.filter(({ code }) => code === 'checkpoint-dropped' || code === 'not-saved');
}

/** The notices with what a probe sentence that was too long asks for, or without. */
export function aboutProbe(notices: readonly RunNotice[], probe: ProbeResult | null): readonly RunNotice[] {
  if (!probe || probe.asked <= probe.tokens.length) return withoutNotice(notices, 'probe-shortened');
  const known = notices.find(({ code }) => code === 'probe-shortened');
  const notice = { code: 'probe-shortened', asked: probe.asked, used: probe.tokens.length } as const;
  return known?.code === 'probe-shortened' && known.asked === probe.asked
    ? notices
    : withNotice(notices, notice);
}
