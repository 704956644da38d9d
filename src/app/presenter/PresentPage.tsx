import { useMemo } from 'react';
import { Part } from '../../components/prose/Part.tsx';
import { useLocale } from '../../components/text/useText.tsx';
import { type Lesson, loadPage, loadStops } from '../../lessons/index.ts';
import { Stage } from './Stage.tsx';

/** A lesson on the stage: its own page, its prepared stops, and the code of both. */
export function PresentPage({ lesson }: { readonly lesson: Lesson }) {
  const { slug } = lesson;
  const locale = useLocale();
  const load = useMemo(
    () => () => Promise.all([import('../pages/LessonBody.tsx'), loadPage(slug, locale), loadStops(slug)]),
    [slug, locale],
  );
  return (
    <Part load={load}>
      {([{ LessonBody }, page, stops]) => (
        <Stage lesson={lesson} prepared={stops}>
          <LessonBody page={page} passed={NONE} onPass={ignore} />
        </Stage>
      )}
    </Part>
  );
}

/** A checkpoint on the stage is put to the class anew, and its answer is nobody's progress. */
const NONE: readonly string[] = [];
const ignore = () => {};
