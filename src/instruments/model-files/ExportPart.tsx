import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { Toggle } from '../../components/controls/Toggle.tsx';
import { formatFixed } from '../../components/diagrams/formatNumber.ts';
import { download } from '../../components/interaction/download.ts';
import { useText } from '../../components/text/useText.tsx';
import { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import { readCheckpoint } from '../../store/checkpoint-bytes.ts';
import type { OpenModel } from '../language/open-model.ts';
import { cellName } from './cell-name.ts';
import { exportModel, fileStem } from './export-model.ts';
import type { ModelFilesPanelProps } from './ModelFilesPanel.tsx';
import styles from './model-files.module.css';
import type { ExportSubject } from './model-files.ts';
import { PRECISIONS } from './settings.ts';
import { fileSize, looksFloat32, sizeText } from './size.ts';

type PartProps = ModelFilesPanelProps & { readonly model: OpenModel };

/** What goes into the files; null: the run had no state to give. */
async function subjectOf(props: PartProps, withTraining: boolean): Promise<ExportSubject | null> {
  const { model, name, devLoss, text, checkpoint } = props;
  if (!withTraining || !checkpoint) return { model, name, devLoss, text, checkpoint: null };
  const bytes = await checkpoint();
  const read = bytes && readCheckpoint(bytes);
  return read?.ok ? { model, name, devLoss, text, checkpoint: read.checkpoint } : null;
}

/** Writes the files; `which` of them is handed out: 0 the weights, 1 the JSON. */
function useSave(props: PartProps, withTraining: boolean) {
  const [state, setState] = useState<'idle' | 'writing' | 'failed'>('idle');
  const save = async (which: 0 | 1) => {
    setState('writing');
    try {
      const subject = await subjectOf(props, withTraining && which === 0);
      const file = subject && exportModel(subject, { precision: props.settings.precision })[which];
      if (file) download(file.name, new Blob([file.bytes]));
      setState(file ? 'idle' : 'failed');
    } catch {
      // The file is put together in memory, which a large model may not find.
      setState('failed');
    }
  };
  return { state, save };
}

/** The model on show as files. */
export function ExportPart(props: PartProps) {
  const text = useText(modelFilesMessages);
  const { model, settings, change, checkpoint, devLoss } = props;
  const { shape, parameters, step } = model;
  const withTraining = settings.withTraining && checkpoint !== null;
  const isFloat32 = looksFloat32(parameters);
  const isRounded = !isFloat32 && !withTraining && settings.precision === 'float32';
  const dtype = isFloat32 ? 'F32' : isRounded ? 'rounded' : 'F64';
  const { state, save } = useSave(props, withTraining);
  const size = sizeText(fileSize(model, { dtype: dtype === 'F64' ? 'F64' : 'F32', withTraining }));
  const { layers, hidden, vocabulary } = shape;
  const facts = {
    cell: cellName(shape.spec),
    layers,
    hidden,
    vocabulary,
    parameters: parameters.length,
    step,
  };
  return (
    <section className={styles.part} aria-label={text('model-files.save')}>
      <h3>{text('model-files.save')}</h3>
      <p>
        {text('model-files.saves', facts)}{' '}
        {devLoss !== null && text('model-files.dev-loss', { loss: formatFixed(devLoss, 4) })}
      </p>
      <div className={styles.choice}>
        <Toggle
          label={text('model-files.training')}
          checked={withTraining}
          disabled={checkpoint === null}
          onChange={(next) => change({ withTraining: next })}
        />
        <p className={styles.note}>
          {text(checkpoint ? 'model-files.training-why' : 'model-files.training-none')}
        </p>
      </div>
      {!isFloat32 && !withTraining && (
        <div className={styles.asked}>
          {text('model-files.precision')}
          <SegmentedControl
            label={text('model-files.precision')}
            value={settings.precision}
            options={PRECISIONS.map((value) => ({ value, label: text(`model-files.precision-${value}`) }))}
            onChange={(precision) => change({ precision })}
          />
        </div>
      )}
      <div className={styles.bar}>
        <Button primary icon="export" disabled={state === 'writing'} onClick={() => void save(0)}>
          {text('model-files.save-weights', { size })}
        </Button>
        <Button disabled={state === 'writing'} onClick={() => void save(1)}>
          {text('model-files.save-json')}
        </Button>
        <span className={styles.name}>{fileStem(props.name)}.safetensors</span>
      </div>
      <p className={styles.note}>
        {text(`model-files.dtype-${dtype}`)} {text('model-files.alone')}
      </p>
      <p role="status" hidden={state === 'idle'}>
        {state === 'writing' && text('model-files.saving')}
        {state === 'failed' && text('model-files.not-saved')}
      </p>
    </section>
  );
}
