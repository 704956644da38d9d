import type { Scheduler } from '../scheduler.ts';
import type { Answering, AnswerProgress, OpenAnySet, OpenedSet, OpenSet } from './open-set.ts';
import type {
  FromVectorWorker,
  OpenOrder,
  QuestionKind,
  ToVectorWorker,
  VectorAnswers,
  VectorQuestion,
} from './protocol.ts';

export interface VectorHostOptions {
  readonly post: (message: FromVectorWorker, transfer: readonly ArrayBuffer[]) => void;
  readonly scheduler: Scheduler;
  readonly open: OpenAnySet;
}

/** The worker's end: one set, and one question after another. */
export interface VectorHost {
  receive(message: ToVectorWorker): void;
}

/** Milliseconds of a long answer before the worker listens again. */
const SLICE_MS = 8;
/** Milliseconds between two reports. */
const REPORT_MS = 100;

interface Task {
  readonly id: number;
  readonly question: VectorQuestion;
  work: Answering | null;
  reported: number;
}

interface Desk extends VectorHostOptions {
  set: OpenSet | null;
  /** Whether no more rows will come. */
  isWhole: boolean;
  /** What is to be answered, by its number, in the order of asking. */
  readonly tasks: Map<number, Task>;
  isBusy: boolean;
}

/** Only these take longer than a reader's patience with a key. */
const isLong = ({ question }: Task): boolean => question.kind === 'score';

export function createVectorHost(options: VectorHostOptions): VectorHost {
  const desk: Desk = { ...options, set: null, isWhole: false, tasks: new Map(), isBusy: false };
  return {
    receive(message) {
      switch (message.type) {
        case 'open':
          void open(desk, message);
          return;
        case 'ask': {
          const { id, question } = message;
          desk.tasks.set(id, { id, question, work: null, reported: 0 });
          void answerAll(desk);
          return;
        }
        case 'forget':
          desk.tasks.delete(message.id);
          return;
        case 'keep':
          void keep(desk, message.id);
          return;
      }
    },
  };
}

const detailOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function open(desk: Desk, order: OpenOrder): Promise<void> {
  const { post, scheduler } = desk;
  const begun = scheduler.now();
  let reported = Number.NEGATIVE_INFINITY;
  const opened = await desk
    .open(order, {
      now: () => scheduler.now(),
      yield: () => scheduler.yield(),
      onProgress(progress) {
        const now = scheduler.now();
        if (now - reported < REPORT_MS) return;
        reported = now;
        post({ type: 'progress', ...progress, elapsed: now - begun }, []);
      },
      onEarly(set) {
        desk.set = set;
        post({ type: 'early', info: set.info() }, []);
        void answerAll(desk);
      },
    })
    .catch(
      (error: unknown): OpenedSet => ({
        ok: false,
        fault: { code: 'stopped', detail: detailOf(error) },
        flaws: [],
        good: null,
      }),
    );
  desk.set = opened.ok ? opened.set : opened.good;
  desk.isWhole = true;
  if (!opened.ok) {
    const { fault, flaws, good } = opened;
    post({ type: 'refused', fault, flaws, good: good?.info() ?? null }, []);
    return;
  }
  // What was begun on a part of the rows is begun anew.
  for (const task of desk.tasks.values()) task.work = null;
  post({ type: 'opened', info: opened.set.info() }, []);
  void answerAll(desk);
}

async function keep({ set, isWhole, post }: Desk, id: number): Promise<void> {
  // Rows that still come would move under the hand of whoever writes them down.
  if (!isWhole) {
    post({ type: 'kept', id, fault: 'unavailable' }, []);
    return;
  }
  const fault = (await set?.keep().catch(() => 'unavailable' as const)) ?? null;
  post({ type: 'kept', id, fault: set ? fault : 'unavailable' }, []);
}

/** Answers what was asked, and hears between two slices of work what is not wanted any more. */
async function answerAll(desk: Desk): Promise<void> {
  if (desk.isBusy) return;
  desk.isBusy = true;
  for (;;) {
    // What was forgotten meanwhile is known before it is begun.
    await desk.scheduler.yield();
    const task = nextTask(desk);
    if (!task || !desk.set) break;
    work(desk, desk.set, task);
  }
  desk.isBusy = false;
}

/** The first that is quickly answered; else the first. */
function nextTask({ tasks }: Desk): Task | null {
  let first: Task | null = null;
  for (const task of tasks.values()) {
    if (!isLong(task)) return task;
    first ??= task;
  }
  return first;
}

/** A slice of a task, or all of it. */
function work(desk: Desk, set: OpenSet, task: Task): void {
  const { post, tasks, scheduler } = desk;
  const { id } = task;
  try {
    task.work ??= set.answer(task.question);
    const until = isLong(task) ? scheduler.now() + SLICE_MS : Number.POSITIVE_INFINITY;
    const answer = advance(task.work, () => scheduler.now() < until);
    if ('value' in answer) {
      tasks.delete(id);
      post({ type: 'answer', id, answer: answer.value }, transferOf(answer.value));
    } else if (scheduler.now() - task.reported >= REPORT_MS) {
      task.reported = scheduler.now();
      post({ type: 'scoring', id, ...answer.progress }, []);
    }
  } catch (error) {
    tasks.delete(id);
    post({ type: 'failed', id, detail: detailOf(error) }, []);
  }
}

type Advanced = { readonly value: VectorAnswers[QuestionKind] } | { readonly progress: AnswerProgress };

function advance(work: Answering, mayGoOn: () => boolean): Advanced {
  for (;;) {
    const { done, value } = work.next();
    if (done) return { value };
    if (!mayGoOn()) return { progress: value };
  }
}

/** Large arrays change hands. */
function transferOf(answer: VectorAnswers[QuestionKind]): readonly ArrayBuffer[] {
  if ('vectors' in answer) return [answer.vectors.buffer];
  if ('coordinates' in answer) return [answer.coordinates.buffer];
  return [];
}
