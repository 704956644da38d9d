import { findLesson } from '../../lessons/index.ts';
import type { Page } from '../routes.ts';
import { BenchPage } from './BenchPage.tsx';
import { GalleryPage } from './GalleryPage.tsx';
import { HomePage } from './HomePage.tsx';
import { LessonPage } from './LessonPage.tsx';
import { MissingPage } from './MissingPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

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
  }
}
