import { Part } from '../../components/prose/Part.tsx';
import { findLesson } from '../../lessons/index.ts';
import type { Page } from '../routes.ts';
import { BenchPage } from './BenchPage.tsx';
import { GalleryPage } from './GalleryPage.tsx';
import { HomePage } from './HomePage.tsx';
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
    case 'present':
    case 'notes':
      return <TalkPage name={page.name} slug={page.slug} />;
  }
}

/** The two windows of a talk: code that only speakers need. */
function TalkPage({ name, slug }: { readonly name: 'present' | 'notes'; readonly slug: string }) {
  const lesson = findLesson(slug);
  if (!lesson) return <MissingPage />;
  if (name === 'notes')
    return <Part load={loadNotes}>{({ NotesPage }) => <NotesPage lesson={lesson} />}</Part>;
  return <Part load={loadStage}>{({ PresentPage }) => <PresentPage key={slug} lesson={lesson} />}</Part>;
}
