import { useCallback, useMemo } from 'react';
import { Part } from '../../components/prose/Part.tsx';
import { FigureActionProvider } from '../../components/prose/Stage.tsx';
import { useLocale } from '../../components/text/useText.tsx';
import { type Lab, loadLab } from '../../labs/index.ts';
import { PresentFigure } from '../presenter/PresentLinks.tsx';
import styles from './pages.module.css';

/** A lab: no prose, one instrument with everything open. */
export function LabPage({ lab }: { readonly lab: Lab }) {
  const { slug } = lab;
  const locale = useLocale();
  const load = useMemo(() => () => loadLab(slug), [slug]);
  const presentAction = useCallback(
    (figure: string) => <PresentFigure of="lab" slug={slug} figure={figure} />,
    [slug],
  );
  return (
    <article className={styles.lab}>
      <h1 tabIndex={-1}>{lab.title[locale]}</h1>
      <p className={styles.labSummary}>{lab.summary[locale]}</p>
      <FigureActionProvider value={presentAction}>
        <Part load={load}>{({ Page }) => <Page />}</Part>
      </FigureActionProvider>
    </article>
  );
}
