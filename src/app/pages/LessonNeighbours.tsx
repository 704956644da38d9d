import { useLocale, useText } from '../../components/text/useText.tsx';
import { LESSONS, type Lesson } from '../../lessons/index.ts';
import { PageLink } from '../navigation.tsx';
import styles from './pages.module.css';

function Neighbour(props: {
  readonly lesson: Lesson | undefined;
  readonly code: 'lesson.previous' | 'lesson.next';
}) {
  const text = useText();
  const locale = useLocale();
  const { lesson } = props;
  if (!lesson) return <span />;
  return (
    <PageLink to={{ name: 'lesson', slug: lesson.slug }} locale={locale} className={styles.neighbour}>
      <small>{text(props.code)}</small>
      {lesson.title[locale]}
    </PageLink>
  );
}

/** The lessons before and after, in reading order. */
export function LessonNeighbours({ lesson }: { readonly lesson: Lesson }) {
  const text = useText();
  const place = LESSONS.findIndex(({ slug }) => slug === lesson.slug);
  if (LESSONS.length < 2) return null;
  return (
    <nav className={styles.neighbours} aria-label={text('lesson.neighbours')}>
      <Neighbour lesson={LESSONS[place - 1]} code="lesson.previous" />
      <Neighbour lesson={LESSONS[place + 1]} code="lesson.next" />
    </nav>
  );
}
