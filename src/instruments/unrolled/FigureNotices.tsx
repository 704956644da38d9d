import type { ReactNode } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { useText } from '../../components/text/useText.tsx';
import { failureMessage, noticeMessage, sayRun } from '../../store/run-text.ts';
import { type NoticeItem, NoticeList } from './NoticeList.tsx';
import { stepAhead, UNPOINTED } from './settings.ts';
import type { UnrolledView } from './view.ts';

/** Where gradients are clipped after a run diverged. */
const RESCUE_CLIP = 1;

/** What can be done about a run that stopped itself. */
function FailureActions({ view }: { readonly view: UnrolledView }): ReactNode {
  const text = useText();
  const { run, state, figure } = view;
  if (state.failure?.code !== 'diverged') return null;
  const rewind = () => {
    run.rewind({ clip: RESCUE_CLIP });
    figure.change({ clip: RESCUE_CLIP });
  };
  return (
    <>
      <Button primary onClick={rewind}>
        {text('train.rewind', { clip: RESCUE_CLIP })}
      </Button>
      <Button onClick={() => run.reset()}>{text('train.startOver')}</Button>
    </>
  );
}

function EditActions({ view }: { readonly view: UnrolledView }): ReactNode {
  const text = useText();
  const { figure, run, state } = view;
  const { edits } = figure.settings;
  const keep = () => {
    run.editParameters(edits.map(([index = -1, value = 0]) => ({ index, value })));
    figure.change({ edits: [] });
    if (state.phase === 'paused') view.toggleTraining();
  };
  return (
    <>
      {edits.length > 0 && <Button onClick={keep}>{text('edit.keep')}</Button>}
      <Button onClick={() => figure.change({ edits: [], holds: [] })}>{text('edit.drop')}</Button>
    </>
  );
}

type Text = ReturnType<typeof useText>;

function runItems(view: UnrolledView, text: Text): readonly NoticeItem[] {
  const { state } = view;
  const notices = state.notices.map((notice) => ({
    id: notice.code,
    tone: 'info' as const,
    message: sayRun(text, noticeMessage(notice)),
  }));
  if (!state.failure) return notices;
  const message = sayRun(text, failureMessage(state.failure, state.goodStep));
  return [...notices, { id: 'failure', tone: 'warn', message, actions: <FailureActions view={view} /> }];
}

/** The way to the step that a link points at. */
function catchingUp({ figure, state, run }: UnrolledView, text: Text): readonly NoticeItem[] {
  const step = state.frame?.stats.step ?? 0;
  const until = stepAhead(figure.settings, step);
  if (until === null || state.phase !== 'playing') return [];
  const stop = () => {
    run.pause();
    figure.change(UNPOINTED);
  };
  const message = text('train.catchingUp', { until, step });
  return [
    {
      id: 'catching-up',
      tone: 'info',
      message,
      actions: <Button onClick={stop}>{text('train.stopThere')}</Button>,
    },
  ];
}

/** Weights that came with a link: whose steps they stand for. */
function linkedWeights({ figure }: UnrolledView, text: Text): readonly NoticeItem[] {
  const { weights, trained } = figure.settings;
  if (!weights) return [];
  return [{ id: 'weights', tone: 'info', message: text('share.weightsFrom', { step: trained }) }];
}

function otherTier({ figure, state }: UnrolledView, text: Text): readonly NoticeItem[] {
  const { tier } = figure.settings;
  if (tier === '' || !state.choice || state.choice.tier === tier) return [];
  const message = text('share.otherTier', {
    asked: text(`tier.${tier}`),
    used: text(`tier.${state.choice.tier}`),
  });
  return [{ id: 'other-tier', tone: 'info', message }];
}

function editItems(view: UnrolledView, text: Text): readonly NoticeItem[] {
  const { edits, holds } = view.figure.settings;
  if (edits.length + holds.length === 0) return [];
  const both = edits.length > 0 && holds.length > 0 ? 'yes' : 'no';
  const message = text('edit.active', { edits: edits.length, holds: holds.length, both });
  return [{ id: 'edits', tone: 'info', message, actions: <EditActions view={view} /> }];
}

/** Everything that the reader of this figure should know now: link, run, edits, failure. */
export function FigureNotices({ view }: { readonly view: UnrolledView }) {
  const text = useText();
  const { figure, run, state } = view;
  const links = figure.notices.map(({ code, ...values }) => ({
    id: `${values.key} ${code}`,
    tone: 'info' as const,
    message: text(code, values),
  }));
  const passing = [...links, ...runItems(view, text)];
  const dismiss = () => {
    figure.dismissNotices();
    for (const { code } of state.notices) run.dismissNotice(code);
  };
  return (
    <>
      <NoticeList
        items={passing}
        {...(links.length + state.notices.length > 0 ? { onDismiss: dismiss } : {})}
      />
      <NoticeList
        items={[
          ...catchingUp(view, text),
          ...linkedWeights(view, text),
          ...otherTier(view, text),
          ...editItems(view, text),
        ]}
      />
      {figure.settings.walking && (
        <p style={{ margin: 0, color: 'var(--muted)' }} role="status">
          {text('walk.note')}
        </p>
      )}
    </>
  );
}
