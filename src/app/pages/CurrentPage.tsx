import { Part } from '../../components/prose/Part.tsx';
import { findLab } from '../../labs/index.ts';
import { findLesson } from '../../lessons/index.ts';
import type { Page } from '../routes.ts';
import { subjectOf } from '../subjects.ts';
import { BenchPage } from './BenchPage.tsx';
import { GalleryPage } from './GalleryPage.tsx';
import { HomePage } from './HomePage.tsx';
import { LabPage } from './LabPage.tsx';
import { LessonPage } from './LessonPage.tsx';
import { MissingPage } from './MissingPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

const loadStage = () => import('../presenter/PresentPage.tsx');
const loadNotes = () => import('../presenter/NotesPage.tsx');

/** The page that an address names. */
export function CurrentPage({ page }: { readonly page: Page }) {
  switch (page.name) {
    case 'home':
      return <HomePage />;
    case 'settings':
      return <SettingsPage />;
    case 'bench':
      return <BenchPage />;
    case 'gallery':
      return <GalleryPage id={page.id} />;
    case 'missing':
      return <MissingPage />;
    case 'lesson': {
      const lesson = findLesson(page.slug);
      return lesson ? <LessonPage key={lesson.slug} lesson={lesson} /> : <MissingPage />;
    }
    case 'lab': {
      const lab = findLab(page.slug);
      return lab ? <LabPage key={lab.slug} lab={lab} /> : <MissingPage />;
    }
    case 'present':
    case 'notes':
      return <TalkPage page={page} />;
  }
}

/** The two windows of a talk: code that only speakers need. */
function TalkPage({ page }: { readonly page: Page & { readonly name: 'present' | 'notes' } }) {
  const subject = subjectOf(page);
  if (!subject) return <MissingPage />;
  if (page.name === 'notes')
    return <Part load={loadNotes}>{({ NotesPage }) => <NotesPage subject={subject} />}</Part>;
  return (
    <Part load={loadStage}>
      {({ PresentPage }) => <PresentPage key={`${subject.of} ${subject.slug}`} subject={subject} />}
    </Part>
  );
}
