import type { ProbeResult, RunNotice } from '../workers/protocol.ts';

/** The notices with another one; of each kind only the latest is kept. */
export function withNotice(notices: readonly RunNotice[], notice: RunNotice): readonly RunNotice[] {
  return [...notices.filter(({ code }) => code !== notice.code), notice];
}

export function withoutNotice(notices: readonly RunNotice[], code: RunNotice['code']): readonly RunNotice[] {
  return notices.some((notice) => notice.code === code)
    ? notices.filter((notice) => notice.code !== code)
    : notices;
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
