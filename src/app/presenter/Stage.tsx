import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { StageProvider } from '../../components/prose/Stage.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { presenterMessages } from '../../i18n/messages/presenter.ts';
import { FigureAddressProvider } from '../../instruments/link/FigureAddress.tsx';
import type { LessonStop } from '../../instruments/link/stops.ts';
import { readStop } from '../../url/stop.ts';
import { PageLink } from '../navigation.tsx';
import { pageOfSubject, type TalkSubject } from '../subjects.ts';
import { Blackout } from './Blackout.tsx';
import type { TalkState } from './channel.ts';
import { KeysDialog } from './KeysDialog.tsx';
import { readKept, tabStorage } from './keptTalk.ts';
import type { KeyAction } from './keys.ts';
import { LaserPointer } from './LaserPointer.tsx';
import { useLeave, useNotesPath } from './paths.ts';
import styles from './presenter.module.css';
import { StageBar } from './StageBar.tsx';
import { StageNotices } from './StageNotices.tsx';
import type { Stop } from './talk.ts';
import { useFullScreenPage } from './useFullScreenPage.ts';
import { useNotesWindow } from './useNotesWindow.ts';
import { usePresenterKeys } from './usePresenterKeys.ts';
import { useStageChannel } from './useStageChannel.ts';
import { useStageZoom } from './useStageZoom.ts';
import { useStageAddresses, useStopChange } from './useStopChange.ts';
import { type Talk, useTalk } from './useTalk.ts';

interface StageProps {
  readonly subject: TalkSubject;
  readonly prepared: readonly LessonStop[];
  /** The page of the lesson or lab. */
  readonly children: ReactNode;
}

/** Everything that both windows know, made anew only when it changes. */
function useTalkState(talk: Talk | null, slug: string, title: string): TalkState | null {
  const { stops, last, state } = talk ?? {};
  return useMemo(
    () => (stops && state && last !== undefined ? { ...state, slug, title, stops, last } : null),
    [stops, last, state, slug, title],
  );
}

/** Says which stop this is, to those who do not see it. */
function Announcer({ talk, stop }: { readonly talk: Talk; readonly stop: Stop }) {
  const text = useText(presenterMessages);
  const at = talk.state.index + 1;
  const said = stop.extra
    ? text('presenter.announce-extra', { at: at - talk.last - 1, title: stop.title })
    : text('presenter.announce', { at, count: talk.last + 1, title: stop.title });
  return (
    <p className="visually-hidden" role="status">
      {talk.state.blackout ? text('presenter.dark') : said}
    </p>
  );
}

/** One figure of a lesson or lab fills the screen; keys, a clicker or the window of notes step through the stops of the talk. */
export function Stage({ subject, prepared, children }: StageProps) {
  const locale = useLocale();
  const page = useRef<HTMLElement>(null);
  const [place] = useState(() => readStop(location.hash));
  const [kept] = useState(() => readKept(tabStorage()));
  const { talk, send, dismiss } = useTalk({ page, prepared, locale, place, clock: kept?.clock });
  const stop = talk?.stops[talk.state.index] ?? null;
  const current = useRef(stop);
  current.current = stop;
  const addresses = useStageAddresses(prepared, place, current);
  useStopChange(stop, talk?.state.index ?? 0, prepared, place, addresses);
  const id = useStageChannel(useTalkState(talk, subject.slug, subject.title[locale]), send, place.talk);

  const notes = useNotesWindow(useNotesPath(subject), id);
  const leave = useLeave(subject, stop);
  const [zoom, resize] = useStageZoom();
  const [fullScreen, toggleFullScreen] = useFullScreenPage();
  const [laser, setLaser] = useState(false);
  const [help, setHelp] = useState(false);
  const blackout = talk?.state.blackout ?? false;
  const act = (action: KeyAction): boolean => {
    const own: Partial<Record<KeyAction, () => void>> = {
      laser: () => setLaser(!laser),
      notes: notes.open,
      fullscreen: toggleFullScreen,
      help: () => setHelp(true),
      leave: blackout ? () => send({ kind: 'blackout' }) : leave,
      larger: () => resize('larger'),
      smaller: () => resize('smaller'),
      fitted: () => resize('fitted'),
    };
    const does = own[action] ?? (() => send({ kind: action as 'next' }));
    does();
    return true;
  };
  usePresenterKeys(act);
  useScrollUp(page, stop?.id);
  return (
    <div className={styles.stage} style={{ '--stage-zoom': zoom } as CSSProperties} data-laser={laser}>
      <div className={styles.lit} inert={blackout}>
        <StageBar
          talk={talk}
          stop={stop}
          fallback={subject.title[locale]}
          laser={laser}
          fullScreen={fullScreen}
          onAction={act}
        />
        <StageNotices
          notes={notes}
          missing={talk?.missing ?? null}
          byFigure={place.figure}
          onDismiss={dismiss}
        />
        <main className={styles.floor} id="main" tabIndex={-1} ref={page}>
          <StageProvider value={stop?.at ?? null}>
            <FigureAddressProvider of={addresses.of}>{children}</FigureAddressProvider>
          </StageProvider>
          {talk && !stop && <NothingToShow subject={subject} />}
        </main>
        <KeysDialog open={help} onClose={() => setHelp(false)} />
      </div>
      {talk && stop && <Announcer talk={talk} stop={stop} />}
      {laser && <LaserPointer />}
      {blackout && <Blackout onLight={() => send({ kind: 'blackout' })} />}
    </div>
  );
}

/** A new stop begins at its top. */
function useScrollUp(page: { readonly current: HTMLElement | null }, stop: string | undefined): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: at every stop
  useEffect(() => {
    page.current?.scrollTo(0, 0);
  }, [page, stop]);
}

function NothingToShow({ subject }: { readonly subject: TalkSubject }) {
  const text = useText(presenterMessages);
  const locale = useLocale();
  return (
    <p className={styles.nothing}>
      {text('presenter.nothing')}{' '}
      <PageLink to={pageOfSubject(subject)} locale={locale}>
        {text('presenter.nothing-back')}
      </PageLink>
    </p>
  );
}
