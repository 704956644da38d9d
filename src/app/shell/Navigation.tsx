import { useId } from 'react';
import { useLocale } from '../../components/text/useText.tsx';
import { LABS } from '../../labs/index.ts';
import { LABS_TITLE } from '../../labs/schema.ts';
import { LESSONS_BY_PART, type Lesson } from '../../lessons/index.ts';
import { PARTS, type PartId, PLANNED_SLUGS } from '../../lessons/schema.ts';
import { PageLink, useCurrentPage } from '../navigation.tsx';
import styles from './Navigation.module.css';
import { ProgressDot } from './ProgressDot.tsx';

function LessonLink({ lesson }: { readonly lesson: Lesson }) {
  const locale = useLocale();
  const page = useCurrentPage();
  const current = page.name === 'lesson' && page.slug === lesson.slug;
  return (
    <li>
      <PageLink
        className={styles.link}
        to={{ name: 'lesson', slug: lesson.slug }}
        locale={locale}
        aria-current={current ? 'page' : undefined}
      >
        <ProgressDot lesson={lesson} />
        {PLANNED_SLUGS[lesson.slug].title[locale]}
      </PageLink>
    </li>
  );
}

function PartLinks(props: { readonly part: PartId; readonly lessons: readonly Lesson[] }) {
  const locale = useLocale();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{PARTS[props.part][locale]}</h2>
      <ol>
        {props.lessons.map((lesson) => (
          <LessonLink key={lesson.slug} lesson={lesson} />
        ))}
      </ol>
    </section>
  );
}

function LabLinks() {
  const locale = useLocale();
  const page = useCurrentPage();
  const id = useId();
  return (
    <section className={styles.part} aria-labelledby={id}>
      <h2 id={id}>{LABS_TITLE[locale]}</h2>
      <ul>
        {LABS.map(({ slug, title }) => (
          <li key={slug}>
            <PageLink
              className={styles.link}
              to={{ name: 'lab', slug }}
              locale={locale}
              aria-current={page.name === 'lab' && page.slug === slug ? 'page' : undefined}
            >
              {title[locale]}
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The lessons that exist, by part, and the labs. */
export const Navigation = () => (
  <>
    {LESSONS_BY_PART.map((entry) => (
      <PartLinks key={entry.part} {...entry} />
    ))}
    <LabLinks />
  </>
);
