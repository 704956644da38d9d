import type { embeddingMessages } from '../../i18n/messages/embeddings.ts';
import type { MessageCode } from '../../i18n/messages/index.ts';
import type { MessageValues } from '../../i18n/translate.ts';
import { failureMessage, noticeMessage, sayRun } from '../../store/run-text.ts';
import type { EmbeddingFailure, EmbeddingNotice } from '../../workers/embeddings/protocol.ts';
import { rateText } from './numbers.ts';

type Say = (code: MessageCode | keyof typeof embeddingMessages.en, values?: MessageValues) => string;

/** What happened, what was found, and what to do. `goodStep` is where going back would lead. */
export function failureText(say: Say, failure: EmbeddingFailure, goodStep: number): string {
  switch (failure.code) {
    case 'diverged': {
      const { step, learningRate } = failure;
      return say('embeddings.failure-diverged', { step, rate: rateText(learningRate), good: goodStep });
    }
    case 'bad-checkpoint':
    case 'crashed':
    case 'unavailable':
      return sayRun(say, failureMessage(failure, goodStep));
    default: {
      const { code, ...values } = failure;
      return say(`embeddings.failure-${code}`, values);
    }
  }
}

export function noticeText(say: Say, notice: EmbeddingNotice): string {
  switch (notice.code) {
    case 'words-reduced':
    case 'threads-reduced': {
      const { code, ...values } = notice;
      return say(`embeddings.notice-${code}`, values);
    }
    case 'clamped': {
      const { what, asked, used } = notice;
      return say('embeddings.notice-clamped', { what, asked: rateText(asked), used: rateText(used) });
    }
    case 'too-large-to-keep':
      return say('embeddings.notice-too-large-to-keep', {
        bytes: megabytes(notice.bytes),
        most: megabytes(notice.most),
      });
    default:
      return sayRun(say, noticeMessage(notice));
  }
}

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`;
