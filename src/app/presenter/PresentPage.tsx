import { useMemo } from 'react';
import { Part } from '../../components/prose/Part.tsx';
import { useLocale } from '../../components/text/useText.tsx';
import { loadLab, loadLabStops } from '../../labs/index.ts';
import { findLesson, loadPage, loadStops } from '../../lessons/index.ts';
import type { TalkSubject } from '../subjects.ts';
import { Stage } from './Stage.tsx';

interface PresentProps {
  readonly subject: TalkSubject;
}

/** A lesson on the stage: its own page, its prepared stops, and the code of both. */
function PresentLesson({ subject }: PresentProps) {
  const { slug } = subject;
  const locale = useLocale();
  const load = useMemo(
    () => () => Promise.all([import('../pages/LessonBody.tsx'), loadPage(slug, locale), loadStops(slug)]),
    [slug, locale],
  );
  return (
    <Part load={load}>
      {([{ LessonBody }, page, stops]) => (
        <Stage subject={subject} prepared={stops}>
          <LessonBody page={page} lesson={findLesson(slug)} passed={NONE} onPass={ignore} />
        </Stage>
      )}
    </Part>
  );
}

/** A lab on the stage. */
function PresentLab({ subject }: PresentProps) {
  const { slug } = subject;
  const load = useMemo(() => () => Promise.all([loadLab(slug), loadLabStops(slug)]), [slug]);
  return (
    <Part load={load}>
      {([{ Page }, stops]) => (
        <Stage subject={subject} prepared={stops}>
          <Page />
        </Stage>
      )}
    </Part>
  );
}

/** What a talk is about, on the stage. */
export function PresentPage({ subject }: PresentProps) {
  return subject.of === 'lab' ? <PresentLab subject={subject} /> : <PresentLesson subject={subject} />;
}

/** A checkpoint on the stage is put to the class anew, and its answer is nobody's progress. */
const NONE: readonly string[] = [];
const ignore = () => {};
