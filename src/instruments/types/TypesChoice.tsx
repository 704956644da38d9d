import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useText } from '../../components/text/useText.tsx';
import { typesMessages } from '../../i18n/messages/types.ts';
import { FORM_FACTS, type Form, formOf, RECURRENCES, type Recurrence, TYPES } from './forms.ts';
import styles from './types.module.css';

/** The same drawings by two orders: by lengths, and by what is handed on. */
export function TypesChoice(props: { readonly form: Form; readonly onForm: (form: Form) => void }) {
  const { form, onForm } = props;
  const text = useText(typesMessages);
  const { type, recurrence } = FORM_FACTS[form];
  return (
    <div className={styles.choices}>
      <div className={styles.choice}>
        <span className={styles.legend}>{text('types.by-length')}</span>
        <ScrollBox label={text('types.by-length')} className={styles.row ?? ''}>
          <SegmentedControl
            label={text('types.by-length')}
            value={type}
            options={TYPES.map((value) => ({ value, label: text(`types.${value}`) }))}
            onChange={onForm}
          />
        </ScrollBox>
      </div>
      <div className={styles.choice}>
        <span className={styles.legend}>{text('types.by-recurrence')}</span>
        <ScrollBox label={text('types.by-recurrence')} className={styles.row ?? ''}>
          <SegmentedControl<Recurrence | 'none'>
            label={text('types.by-recurrence')}
            value={recurrence ?? 'none'}
            options={RECURRENCES.map((value) => ({ value, label: text(`types.${value}`) }))}
            onChange={(value) => value !== 'none' && onForm(formOf(value, form))}
          />
        </ScrollBox>
      </div>
    </div>
  );
}
