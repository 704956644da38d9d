import { type RefObject, useCallback, useEffect, useMemo, useRef } from 'react';
import { Part } from '../../components/prose/Part.tsx';
import { FigureActionProvider } from '../../components/prose/Stage.tsx';
import { useLocale } from '../../components/text/useText.tsx';
import { type Lesson, loadPage } from '../../lessons/index.ts';
import { useProgress } from '../../store/progress.ts';
import { ComeBack } from '../presenter/ComeBack.tsx';
import { PresentFigure, PresentLesson } from '../presenter/PresentLinks.tsx';
import { LessonFacts } from './LessonFacts.tsx';
import { LessonNeighbours } from './LessonNeighbours.tsx';
import styles from './pages.module.css';

const NONE: readonly string[] = [];

/** Reports once that the reader has come to the end of the page. */
function useEnd(onEnd: () => void): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) onEnd();
    });
    if (ref.current) observer.observe(ref.current);
    return () => observer.disconnect();
  }, [onEnd]);
  return ref;
}

/** Below the lesson's text: seen only when the text is there. */
function LessonEnd({ lesson }: { readonly lesson: Lesson }) {
  const finish = useProgress((state) => state.finish);
  const end = useEnd(useCallback(() => finish(lesson.slug), [finish, lesson.slug]));
  return (
    <div ref={end}>
      <LessonNeighbours lesson={lesson} />
    </div>
  );
}

export function LessonPage({ lesson }: { readonly lesson: Lesson }) {
  const { slug } = lesson;
  const locale = useLocale();
  const visit = useProgress((state) => state.visit);
  const pass = useProgress((state) => state.pass);
  const passed = useProgress((state) => state.lessons[slug]?.passed) ?? NONE;
  useEffect(() => visit(slug), [visit, slug]);
  const onPass = useCallback((checkpoint: string) => pass(slug, checkpoint), [pass, slug]);
  const load = useMemo(
    () => () => Promise.all([import('./LessonBody.tsx'), loadPage(slug, locale)]),
    [slug, locale],
  );
  const presentAction = useCallback(
    (figure: string) => <PresentFigure of="lesson" slug={slug} figure={figure} />,
    [slug],
  );
  return (
    <article className={styles.lesson}>
      <h1 tabIndex={-1}>{lesson.title[locale]}</h1>
      <LessonFacts lesson={lesson} />
      <PresentLesson slug={slug} />
      <Part load={load}>
        {([{ LessonBody }, page]) => (
          <>
            <FigureActionProvider value={presentAction}>
              <LessonBody page={page} lesson={lesson} passed={passed} onPass={onPass} />
            </FigureActionProvider>
            <ComeBack />
            <LessonEnd lesson={lesson} />
          </>
        )}
      </Part>
    </article>
  );
}
