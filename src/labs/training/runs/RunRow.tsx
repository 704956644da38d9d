import { useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { formatFixed } from '../../../components/diagrams/formatNumber.ts';
import { roleStyle } from '../../../components/diagrams/Symbol.tsx';
import { LineSample } from '../../../components/plots/Marker.tsx';
import { useLocale, useText } from '../../../components/text/useText.tsx';
import { bestOf } from '../../../instruments/training-curves/curves.ts';
import { lookOf } from '../../../instruments/training-curves/looks.ts';
import type { KeptModel } from '../../../store/kept-model.ts';
import type { PlotChoice } from '../curves/usePlotChoice.ts';
import styles from '../lab.module.css';
import { trainingMessages } from '../messages.ts';
import type { TrainingView } from '../state/view.ts';
import { NameField } from './NameField.tsx';
import { States } from './States.tsx';

interface RowProps {
  readonly view: TrainingView;
  readonly model: KeptModel;
  readonly plot: PlotChoice;
}

/** What a run is, how far it came, how good it is. */
function Line({ view, model }: Omit<RowProps, 'plot'>) {
  const text = useText(trainingMessages);
  const locale = useLocale();
  const { config } = model;
  const open = view.open?.model.id === model.id ? view.open : null;
  const best = bestOf(open?.state.heldOut ?? model.heldOut);
  const step = new Intl.NumberFormat(locale).format(open?.step ?? model.step);
  return (
    <span className={styles.runLine}>
      {text('lab.run-line', {
        cell: text(`lab.cell-${config.cell.kind}`),
        layers: config.layers,
        hidden: config.hidden,
        step,
      })}
      {best && text('lab.run-dev', { loss: formatFixed(best.loss, 3) })}
    </span>
  );
}

function Actions({ view, model, onRename }: Omit<RowProps, 'plot'> & { readonly onRename: () => void }) {
  const text = useText(trainingMessages);
  return (
    <div className={styles.row}>
      <Button onClick={onRename}>{text('lab.rename')}</Button>
      <Button onClick={() => view.showSettings(model)}>{text('lab.same-settings')}</Button>
      <Button onClick={() => void view.bench.remove(model.id)}>{text('lab.delete')}</Button>
    </div>
  );
}

/** One run of the list. */
export function RunRow({ view, model, plot }: RowProps) {
  const text = useText(trainingMessages);
  const [naming, setNaming] = useState(false);
  const { id, name } = model;
  const isOpen = view.open?.model.id === id;
  const look = plot.lookOf(id);
  const rename = (wanted: string | null) => {
    setNaming(false);
    if (wanted !== null) void view.bench.rename(id, wanted);
  };
  return (
    <li className={styles.run} data-open={isOpen} data-run={id}>
      <div className={styles.runHead}>
        {naming ? (
          <NameField label={text('lab.rename-label', { name })} value={name} onDone={rename} />
        ) : (
          <button
            type="button"
            className={styles.runName}
            aria-current={isOpen}
            aria-label={isOpen ? undefined : text('lab.open', { name })}
            onClick={() => view.openModel(id)}
          >
            {name}
          </button>
        )}
        <label className={styles.onPlot} style={look === null ? undefined : roleStyle(lookOf(look).role)}>
          <input
            type="checkbox"
            checked={look !== null}
            disabled={isOpen}
            aria-label={text('lab.on-plot-label', { name })}
            onChange={() => plot.toggle(id)}
          />
          {look === null ? (
            text('lab.on-plot')
          ) : (
            <LineSample shape={lookOf(look).marker} dash={lookOf(look).dash} />
          )}
        </label>
      </div>
      <Line view={view} model={model} />
      <details className={styles.details} open={isOpen || undefined}>
        <summary aria-label={text('lab.actions', { name })}>
          {text('lab.states')} · {model.checkpoints.length}
        </summary>
        <States view={view} model={model} />
        <Actions view={view} model={model} onRename={() => setNaming(true)} />
      </details>
    </li>
  );
}
