import { useText } from '../../components/text/useText.tsx';
import { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import type { OpenModel } from '../language/open-model.ts';
import { useFileDrop } from '../network-files/useFileDrop.ts';
import { ExportPart } from './ExportPart.tsx';
import { fileStem } from './export-model.ts';
import { GatePart } from './GatePart.tsx';
import { ImportPart } from './ImportPart.tsx';
import styles from './model-files.module.css';
import type { ImportedModel, TrainedOn } from './model-files.ts';
import { ProgramPart } from './ProgramPart.tsx';
import type { ModelFilesSettings } from './settings.ts';
import { useImport } from './useImport.ts';

export interface ModelFilesPanelProps {
  /** What is saved and handed to the Gate lab; null: nothing is open, files can still be. */
  readonly model: OpenModel | null;
  /** What the reader calls it: the files' name. */
  readonly name: string;
  /** What it learnt from. `key` goes into the file as it is: it must not hold a text that the reader typed. */
  readonly text: TrainedOn | null;
  /** Its held-out loss, nats a token; null: not measured. */
  readonly devLoss: number | null;
  /** The state of its run, `run.checkpoint`; null where there is no run: files can then not go on exactly. */
  readonly checkpoint: (() => Promise<Uint8Array | null>) | null;
  /** A passage of its text: goes to the Gate lab, and begins the program for PyTorch. */
  readonly passage: string;
  /** Of `MODEL_FILES_TABLE`. */
  readonly settings: ModelFilesSettings;
  readonly change: (part: Partial<ModelFilesSettings>) => void;
  /** The reader wants the model of a file; until then nothing has changed. Its config has no text. */
  readonly onImport: (imported: ImportedModel) => void;
}

/** A language model into files, out of files, and over to the Gate lab. */
export function ModelFilesPanel(props: ModelFilesPanelProps) {
  const text = useText(modelFilesMessages);
  const opener = useImport();
  const isOver = useFileDrop((files) => {
    const ours = files.filter(({ name }) => !/\.(txt|md|zip)$/i.test(name));
    if (ours.length > 0) opener.take(ours);
  });
  const { model, name, passage } = props;
  return (
    <div className={styles.panel} data-over={isOver || undefined}>
      {model ? <ExportPart {...props} model={model} /> : <p>{text('model-files.none')}</p>}
      <div className={styles.column}>
        <ImportPart opener={opener} isOver={isOver} onImport={props.onImport} />
        {model && <GatePart model={model} name={name} passage={passage} />}
      </div>
      {model && <ProgramPart model={model} file={`${fileStem(name)}.safetensors`} passage={passage} />}
    </div>
  );
}
