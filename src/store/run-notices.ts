import type { RunNotice } from '../workers/protocol.ts';

/** The notices with another one; of each kind only the latest is kept. */
export function withNotice(notices: readonly RunNotice[], notice: RunNotice): readonly RunNotice[] {
  return [...notices.filter(({ code }) => code !== notice.code), notice];
}

export function withoutNotice(notices: readonly RunNotice[], code: RunNotice['code']): readonly RunNotice[] {
  return notices.some((notice) => notice.code === code)
    ? notices.filter((notice) => notice.code !== code)
    : notices;
}
