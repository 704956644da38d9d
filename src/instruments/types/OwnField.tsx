import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { typesMessages } from '../../i18n/messages/types.ts';
import type { SequenceTask } from '../../models/tasks/task.ts';
import type { Form } from './forms.ts';
import { MOST, type OwnText } from './own-text.ts';
import styles from './types.module.css';

/** The learner's own input, and what of it could not be read. */
export function OwnField(props: {
  readonly form: Form;
  readonly task: SequenceTask;
  readonly value: string;
  readonly own: OwnText;
  readonly isEmpty: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { form, task, own } = props;
  const text = useText(typesMessages);
  const error = own.unknown.length > 0 ? text('types.unknown', { tokens: own.unknown.join(', ') }) : null;
  const cut = own.cut > 0 ? text('types.cut', { most: MOST[form], count: own.cut }) : null;
  const shown = props.isEmpty ? text('types.empty') : (error ?? cut);
  return (
    <div className={styles.input}>
      <TextField
        label={text(`types.field-${form}`, { words: task.inputs.join(' ') })}
        value={props.value}
        rows={1}
        maxLength={80}
        error={shown}
        onChange={props.onChange}
      />
    </div>
  );
}
