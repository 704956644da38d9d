import { Fragment } from 'react';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { findLesson, type Lesson } from '../../lessons/index.ts';
import { PLANNED_SLUGS, type PlannedSlug } from '../../lessons/schema.ts';
import { PageLink } from '../navigation.tsx';
import styles from './pages.module.css';

/** A prerequisite: a link when the lesson is written, its name while it is only planned. */
function Prerequisite({ slug }: { readonly slug: PlannedSlug }) {
  const locale = useLocale();
  const title = PLANNED_SLUGS[slug].title[locale];
  if (!findLesson(slug)) return <>{title}</>;
  return (
    <PageLink to={{ name: 'lesson', slug }} locale={locale}>
      {title}
    </PageLink>
  );
}

function Prerequisites({ slugs }: { readonly slugs: readonly PlannedSlug[] }) {
  const text = useText();
  return (
    <span>
      {text('lesson.prerequisites')}
      {slugs.map((slug, index) => (
        <Fragment key={slug}>
          {index > 0 && text('lesson.separator')}
          <Prerequisite slug={slug} />
        </Fragment>
      ))}
    </span>
  );
}

/** "18 min · 4 figures · 3 checkpoints · prerequisites: GRU, vanishing gradients"; what there is none of is left out. */
export function LessonFacts({ lesson }: { readonly lesson: Lesson }) {
  const text = useText();
  const { minutes, figures, checkpoints, prerequisites } = lesson;
  return (
    <p className={styles.facts}>
      <span>{text('lesson.minutes', { minutes })}</span>
      {figures > 0 && <span>{text('lesson.figures', { count: figures })}</span>}
      {checkpoints.length > 0 && <span>{text('lesson.checkpoints', { count: checkpoints.length })}</span>}
      {prerequisites.length > 0 && <Prerequisites slugs={prerequisites} />}
    </p>
  );
}
