import { useText } from '../../../components/text/useText.tsx';
import type { PlotChoice } from '../curves/usePlotChoice.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import type { TrainingView } from '../state/view.ts';
import { RunRow } from './RunRow.tsx';
import { StorageNote } from './StorageNote.tsx';

/** All runs of this browser: open, compare, rename, delete. */
export function RunList({ view, plot }: { readonly view: TrainingView; readonly plot: PlotChoice }) {
  const text = useText(trainingMessages);
  const { models } = view.state;
  return (
    <section className={styles.block} aria-label={text('lab.runs')}>
      <h2 className={styles.heading}>{text('lab.runs')}</h2>
      {models?.length === 0 && <p className={styles.note}>{text('lab.no-runs')}</p>}
      <ul className={styles.runs}>
        {models?.map((model) => (
          <RunRow key={model.id} view={view} model={model} plot={plot} />
        ))}
      </ul>
      <StorageNote models={models ?? []} />
    </section>
  );
}
