import type { ReactNode } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { type NoticeItem, NoticeList } from '../../../instruments/unrolled/NoticeList.tsx';
import { failureMessage, noticeMessage, sayRun } from '../../../store/run-text.ts';
import { trainingMessages } from '../messages.ts';
import type { OpenView, TrainingView } from '../state/view.ts';

/** Where gradients are clipped after a run diverged. */
const RESCUE_CLIP = 1;

function FailureActions({ view, open }: { readonly view: TrainingView; readonly open: OpenView }): ReactNode {
  const text = useText();
  const { run, state } = open;
  const startOver = <Button onClick={() => run.reset()}>{text('train.startOver')}</Button>;
  if (state.failure?.code === 'text-too-short' || state.failure?.code === 'unavailable') return null;
  if (state.failure?.code !== 'diverged') return startOver;
  const rewind = () => {
    run.rewind({ clip: RESCUE_CLIP });
    if (open.isShown) view.figure.change({ clip: RESCUE_CLIP });
  };
  return (
    <>
      <Button primary onClick={rewind}>
        {text('train.rewind', { clip: RESCUE_CLIP })}
      </Button>
      {startOver}
    </>
  );
}

type Say = ReturnType<typeof useText<keyof typeof trainingMessages.en>>;

function openingItem({ opening, state }: TrainingView, text: Say): readonly NoticeItem[] {
  const { wanted, fault, retry } = opening;
  const name = state.models?.find(({ id }) => id === wanted)?.name;
  if (name === undefined) return [];
  if (!fault) return [{ id: 'opening', tone: 'info', message: text('lab.opening', { name }) }];
  if (fault.code !== 'not-fetched')
    return [{ id: 'opening', tone: 'warn', message: text('lab.text-gone', { name }) }];
  const message = text('lab.text-failed', { name, detail: fault.detail });
  const actions = <Button onClick={retry}>{text('lab.retry')}</Button>;
  return [{ id: 'opening', tone: 'warn', message, actions }];
}

function removedItem({ state, bench }: TrainingView, text: Say): readonly NoticeItem[] {
  if (!state.removed) return [];
  const message = text('lab.deleted', { name: state.removed.model.name });
  const actions = <Button onClick={() => void bench.putBack()}>{text('lab.undo')}</Button>;
  return [{ id: 'removed', tone: 'info', message, actions }];
}

function storageItem({ state }: TrainingView, text: Say): readonly NoticeItem[] {
  if (!state.unsaved) return [];
  return [{ id: 'unsaved', tone: 'warn', message: text(`run.notice.not-saved-${state.unsaved}`) }];
}

function failureItem(view: TrainingView, text: Say): readonly NoticeItem[] {
  const { open } = view;
  if (!open?.state.failure) return [];
  const message = sayRun(text, failureMessage(open.state.failure, open.state.goodStep));
  return [{ id: 'failure', tone: 'warn', message, actions: <FailureActions view={view} open={open} /> }];
}

/** What the reader should know now: of the run, of storage, of what was deleted. */
export function Notices({ view }: { readonly view: TrainingView }) {
  const text = useText(trainingMessages);
  const { open } = view;
  // Whether something was saved is said once, for all runs.
  const passing = (open?.state.notices ?? []).filter(({ code }) => code !== 'not-saved');
  const items = passing.map((notice) => ({
    id: notice.code,
    tone: 'info' as const,
    message: sayRun(text, noticeMessage(notice)),
  }));
  const dismiss = () => {
    for (const { code } of passing) open?.run.dismissNotice(code);
  };
  return (
    <>
      <NoticeList items={items} {...(items.length > 0 ? { onDismiss: dismiss } : {})} />
      <NoticeList
        items={[
          ...failureItem(view, text),
          ...openingItem(view, text),
          ...removedItem(view, text),
          ...storageItem(view, text),
        ]}
      />
    </>
  );
}
