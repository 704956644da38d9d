import type { ComponentType } from 'react';
import { useText } from '../../components/text/useText.tsx';
import { MissingPage } from './MissingPage.tsx';
import { Part } from './Part.tsx';
import styles from './pages.module.css';

interface GalleryModule {
  readonly Gallery: ComponentType<{ readonly id: string | null }>;
}
const [load] = Object.values(import.meta.glob<GalleryModule>('../../gallery/Gallery.tsx'));

/** Every component in each of its named states: for those who build, and for the screenshot tests. */
export function GalleryPage({ id }: { readonly id: string | null }) {
  const text = useText();
  if (!load) return <MissingPage />;
  return (
    <article className={styles.wide}>
      <h1 tabIndex={-1}>{text('shell.gallery')}</h1>
      <Part load={load}>{({ Gallery }) => <Gallery id={id} />}</Part>
    </article>
  );
}
