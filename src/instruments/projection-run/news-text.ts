import type { projectionMessages } from '../../i18n/messages/projection.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import type { ProjectionFailure, ProjectionNotice } from '../../store/projection-state.ts';

type Say = (code: keyof typeof projectionMessages.en, values?: MessageValues) => string;

/** A notice in words. */
export function noticeText(say: Say, { code, from, to, detail }: ProjectionNotice): string {
  switch (code) {
    case 'perplexity-clamped':
      return say(from < to ? 'projection.notice-perplexity-raised' : `projection.notice-${code}`, {
        from,
        to,
      });
    case 'duplicates':
    case 'rows-left-out':
      return say(`projection.notice-${code}`, { count: from - to });
    default:
      return say(`projection.notice-${code}`, { from, to, detail: detail.split(' ')[0] ?? '' });
  }
}

/** A failure in words. */
export function failureText(say: Say, failure: ProjectionFailure): string {
  const { code, ...values } = failure;
  return say(`projection.failure-${code}`, values);
}
