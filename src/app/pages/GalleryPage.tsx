import type { ComponentType, ReactNode } from 'react';
import { Part } from '../../components/prose/Part.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { PageLink } from '../navigation.tsx';
import { MissingPage } from './MissingPage.tsx';
import styles from './pages.module.css';

interface GalleryModule {
  readonly Gallery: ComponentType<{
    readonly id: string | null;
    readonly link: (id: string, title: string) => ReactNode;
  }>;
}
const [load] = Object.values(import.meta.glob<GalleryModule>('../../gallery/Gallery.tsx'));

/** Every component in each of its named states: for those who build, and for the screenshot tests. */
export function GalleryPage({ id }: { readonly id: string | null }) {
  const text = useText();
  const locale = useLocale();
  const link = (state: string, title: string) => (
    <PageLink to={{ name: 'gallery', id: state }} locale={locale}>
      {title}
    </PageLink>
  );
  if (!load) return <MissingPage />;
  return (
    <article className={styles.wide}>
      <h1 tabIndex={-1}>{text('shell.gallery')}</h1>
      <Part load={load}>{({ Gallery }) => <Gallery id={id} link={link} />}</Part>
    </article>
  );
}
