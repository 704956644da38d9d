import type { ComponentType } from 'react';
import { ErrorBoundary } from '../../components/prose/ErrorBoundary.tsx';
import { Part } from '../../components/prose/Part.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { LABS } from '../../labs/index.ts';
import { LABS_TITLE } from '../../labs/schema.ts';
import { LESSONS_BY_PART, type Lesson } from '../../lessons/index.ts';
import { PARTS } from '../../lessons/schema.ts';
import { useProgress } from '../../store/progress.ts';
import { PageLink } from '../navigation.tsx';
import { ProgressDot } from '../shell/ProgressDot.tsx';
import styles from './HomePage.module.css';

interface HomeFigureModule {
  readonly HomeFigure: ComponentType;
}
const [loadFigure] = Object.values(
  import.meta.glob<HomeFigureModule>('../../instruments/home/HomeFigure.tsx'),
);

/** The small live figure under the headline; a chunk of its own, so that the words are there first. */
function LiveFigure() {
  if (!loadFigure) return null;
  return (
    <div className={styles.figure}>
      <ErrorBoundary scope="figure">
        <Part load={loadFigure}>{({ HomeFigure }) => <HomeFigure />}</Part>
      </ErrorBoundary>
    </div>
  );
}

/** How many of a lesson's checkpoints are passed; nothing before the lesson was opened. */
function Passed({ lesson }: { readonly lesson: Lesson }) {
  const text = useText();
  const progress = useProgress((state) => state.lessons[lesson.slug]);
  const { checkpoints } = lesson;
  if (!progress || checkpoints.length === 0) return null;
  const passed = checkpoints.filter((id) => progress.passed.includes(id)).length;
  return <p className={styles.passed}>{text('home.checkpoints', { passed, count: checkpoints.length })}</p>;
}

/** Where the progress is and what can be done with it; nothing before there is any. */
function ProgressLine() {
  const text = useText();
  const locale = useLocale();
  const any = useProgress((state) => Object.keys(state.lessons).length > 0);
  if (!any) return null;
  return (
    <p className={styles.progress}>
      {text('home.progress')}{' '}
      <PageLink to={{ name: 'settings' }} locale={locale}>
        {text('home.progress-link')}
      </PageLink>
    </p>
  );
}

function LessonEntry({ lesson }: { readonly lesson: Lesson }) {
  const text = useText();
  const locale = useLocale();
  return (
    <li className={styles.entry}>
      <ProgressDot lesson={lesson} />
      <div>
        <h4>
          <PageLink to={{ name: 'lesson', slug: lesson.slug }} locale={locale}>
            {lesson.title[locale]}
          </PageLink>
        </h4>
        <p>{lesson.summary[locale]}</p>
        <Passed lesson={lesson} />
      </div>
      <span className={styles.minutes}>{text('home.minutes', { minutes: lesson.minutes })}</span>
    </li>
  );
}

function LessonList() {
  const text = useText();
  const locale = useLocale();
  return (
    <section className={styles.lessons} aria-labelledby="home-lessons">
      <h2 id="home-lessons">{text('home.lessons')}</h2>
      {LESSONS_BY_PART.map(({ part, lessons }) => (
        <section key={part} aria-label={PARTS[part][locale]} className={styles.part}>
          <h3>{PARTS[part][locale]}</h3>
          <ol>
            {lessons.map((lesson) => (
              <LessonEntry key={lesson.slug} lesson={lesson} />
            ))}
          </ol>
        </section>
      ))}
      <section aria-label={LABS_TITLE[locale]} className={styles.part}>
        <h3>{LABS_TITLE[locale]}</h3>
        <ul>
          {LABS.map(({ slug, title, summary }) => (
            <li key={slug} className={styles.entry}>
              <span className={styles.noDot} />
              <div>
                <h4>
                  <PageLink to={{ name: 'lab', slug }} locale={locale}>
                    {title[locale]}
                  </PageLink>
                </h4>
                <p>{summary[locale]}</p>
              </div>
            </li>
          ))}
        </ul>
      </section>
      <ProgressLine />
    </section>
  );
}

const READERS = ['student', 'instructor', 'explorer'] as const;

function Readers() {
  const text = useText();
  return (
    <section className={styles.readers} aria-labelledby="home-for">
      <h2 id="home-for">{text('home.for')}</h2>
      <dl>
        {READERS.map((reader) => (
          <div key={reader}>
            <dt>{text(`home.${reader}`)}</dt>
            <dd>{text(`home.${reader}-text`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function HomePage() {
  const text = useText();
  return (
    <article className={styles.home}>
      <header className={styles.opening}>
        <h1 tabIndex={-1}>{text('home.headline')}</h1>
        <p>{text('home.lede')}</p>
      </header>
      <LiveFigure />
      <LessonList />
      <Readers />
    </article>
  );
}
