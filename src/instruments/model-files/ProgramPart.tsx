import { useState } from 'react';
import { CodeBlock } from '../../components/prose/CodeBlock.tsx';
import { useText } from '../../components/text/useText.tsx';
import { codeMessages } from '../../i18n/messages/code.ts';
import { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import { joinSentences, torchNotes } from '../code/notes.ts';
import type { OpenModel } from '../language/open-model.ts';
import { stackOf } from './export-model.ts';
import styles from './model-files.module.css';
import { torchLanguageProgram } from './torch-language-program.ts';

interface ProgramProps {
  readonly model: OpenModel;
  /** The file that it reads. */
  readonly file: string;
  readonly passage: string;
}

/** The program that reads a saved model into PyTorch, folded away. */
export function ProgramPart({ model, file, passage }: ProgramProps) {
  const text = useText(modelFilesMessages);
  const say = useText(codeMessages);
  const [isOpen, setOpen] = useState(false);
  const notes = isOpen ? torchNotes(say, stackOf(model.shape)) : [];
  return (
    <details className={styles.fold} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{text('model-files.program')}</summary>
      {isOpen && (
        <>
          <p className={styles.note}>
            {joinSentences([text('model-files.program-about', { weights: file })])}
          </p>
          <CodeBlock>
            <code>{torchLanguageProgram({ model, file, passage, notes })}</code>
          </CodeBlock>
        </>
      )}
    </details>
  );
}
