import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { useText } from '../../components/text/useText.tsx';
import { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import { conversionCode } from '../network-files/conversions.ts';
import { Refused, type RefusedFile } from '../network-files/Refused.tsx';
import { TensorTable } from '../network-files/TensorTable.tsx';
import { sourceName } from '../texts/source-name.ts';
import { cellName } from './cell-name.ts';
import { importFaultText, isNetworkFault } from './import-fault-text.ts';
import type { ImportChoices } from './import-model.ts';
import styles from './model-files.module.css';
import type { ImportedModel } from './model-files.ts';
import { noteText } from './note-text.ts';
import type { Importing, useImport } from './useImport.ts';

interface ImportPartProps {
  readonly opener: ReturnType<typeof useImport>;
  readonly isOver: boolean;
  readonly onImport: (imported: ImportedModel) => void;
}

/** Files into a model: what they hold is said before anything on the page changes. */
export function ImportPart({ opener, isOver, onImport }: ImportPartProps) {
  const text = useText(modelFilesMessages);
  const say = useText(networkFilesMessages);
  const { importing, add, dismiss } = opener;
  const isNews = importing !== null && importing.state !== 'refused';
  return (
    <section className={styles.part} aria-label={text('model-files.open')}>
      <h3>{text('model-files.open')}</h3>
      <div className={styles.bar}>
        <FileButton multiple accept=".safetensors,.json" onFile={add}>
          {text('model-files.open-file')}
        </FileButton>
        <span className={styles.note}>{isOver ? say('files.drop-now') : text('model-files.drop')}</span>
      </div>
      <p className={styles.note}>{text('model-files.about')}</p>
      <div role="status" className={styles.news} hidden={!isNews}>
        {importing && <News importing={importing} opener={opener} onImport={onImport} />}
      </div>
      <Refused refused={useRefused(importing)} onDismiss={dismiss} />
    </section>
  );
}

function useRefused(importing: Importing | null): RefusedFile | null {
  const text = useText(modelFilesMessages);
  const say = useText(networkFilesMessages);
  if (importing?.state !== 'refused') return null;
  const { name, fault } = importing;
  const code = isNetworkFault(fault) ? conversionCode(fault, name) : null;
  return { name, reason: importFaultText(text, say, fault), code };
}

interface NewsProps extends Pick<ImportPartProps, 'opener' | 'onImport'> {
  readonly importing: Importing;
}

function News({ importing, opener, onImport }: NewsProps) {
  const text = useText(modelFilesMessages);
  const say = useText(networkFilesMessages);
  switch (importing.state) {
    case 'reading':
      return <p>{say('files.reading', { name: importing.name })}</p>;
    case 'waiting': {
      const { name, tensors } = importing;
      return (
        <>
          <p>{text(`model-files.needs-${importing.for}`, { name, tensors })}</p>
          <div className={styles.bar}>
            <Button onClick={opener.dismiss}>{text('model-files.cancel')}</Button>
          </div>
        </>
      );
    }
    case 'opened': {
      const take = () => {
        onImport(importing.model);
        opener.dismiss();
      };
      return <Opened model={importing.model} opener={opener} choices={importing.choices} onTake={take} />;
    }
    case 'refused':
      return null;
  }
}

interface OpenedProps extends Pick<ImportPartProps, 'opener'> {
  readonly model: ImportedModel;
  readonly choices: ImportChoices;
  readonly onTake: () => void;
}

/** What is in the files, what they leave open, and the question whether it is wanted. */
function Opened({ model, opener, choices, onTake }: OpenedProps) {
  const text = useText(modelFilesMessages);
  const { name, shape, config, step, text: trainedOn, checkpoint } = model;
  const { level } = config.task;
  const { hidden, layers, vocabulary } = shape;
  const facts = { name, cell: cellName(shape.spec), hidden, layers, vocabulary, level, step };
  return (
    <>
      <p>
        <strong>{text('model-files.opened', facts)}</strong>
      </p>
      {trainedOn && (
        <p>
          {text('model-files.opened-text', {
            name: trainedOn.name === null ? 'none' : sourceName(text, { name: trainedOn.name }),
          })}
        </p>
      )}
      {checkpoint && <p>{text('model-files.resumable')}</p>}
      <Nonlinearity model={model} choices={choices} choose={opener.choose} />
      <Notes notes={model.notes} />
      <div className={styles.bar}>
        <Button primary onClick={onTake}>
          {text('model-files.use')}
        </Button>
        <Button onClick={opener.dismiss}>{text('model-files.cancel')}</Button>
        <span className={styles.note}>{text('model-files.use-why')}</span>
      </div>
    </>
  );
}

/** tanh or ReLU, where nothing in the file tells. */
function Nonlinearity(props: {
  readonly model: ImportedModel;
  readonly choices: ImportChoices;
  readonly choose: (choices: ImportChoices) => void;
}) {
  const text = useText(modelFilesMessages);
  const { model, choices, choose } = props;
  const { spec } = model.shape;
  if (model.origin === 'unrolled' || spec.kind !== 'rnn') return null;
  return (
    <div className={styles.asked}>
      {text('model-files.nonlinearity')}
      <SegmentedControl
        label={text('model-files.nonlinearity')}
        value={spec.activation === 'relu' ? 'relu' : 'tanh'}
        options={[
          { value: 'tanh', label: 'tanh' },
          { value: 'relu', label: 'ReLU' },
        ]}
        onChange={(nonlinearity) => choose({ ...choices, nonlinearity })}
      />
    </div>
  );
}

function Notes({ notes }: Pick<ImportedModel, 'notes'>) {
  const text = useText(modelFilesMessages);
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {notes.map((note) => (
        <li key={note.code}>
          {noteText(text, note)}
          {note.code === 'unused' && (
            <TensorTable caption={text('model-files.unused-list')} tensors={note.tensors} />
          )}
        </li>
      ))}
    </ul>
  );
}
