import { useId, useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import controls from '../../components/controls/controls.module.css';
import { useText } from '../../components/text/useText.tsx';
import { vectorsMessages } from '../../i18n/messages/vectors.ts';
import { maybeAddress } from './address.ts';
import styles from './vector-source.module.css';

/** A field for the address of a file. */
export function AddressField({ onOpen }: { readonly onOpen: (url: string) => void }) {
  const text = useText(vectorsMessages);
  const id = useId();
  const [draft, setDraft] = useState('');
  const [isBad, setBad] = useState(false);
  const submit = () => {
    const url = maybeAddress(draft);
    setBad(!url);
    if (url) onOpen(url.href);
  };
  return (
    <form
      noValidate
      className={styles.address}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <label htmlFor={id} className={controls.label}>
        {text('vectors.url')}
      </label>
      <input
        id={id}
        type="url"
        className={controls.input}
        placeholder="https://"
        autoComplete="off"
        value={draft}
        aria-invalid={isBad}
        aria-describedby={isBad ? `${id}-error` : undefined}
        onChange={(event) => {
          setDraft(event.target.value);
          setBad(false);
        }}
      />
      <Button onClick={submit}>{text('vectors.url-open')}</Button>
      {isBad && (
        <p id={`${id}-error`} className={controls.error} role="alert">
          {text('vectors.url-bad')}
        </p>
      )}
    </form>
  );
}

export interface AddressConsentProps {
  readonly url: URL;
  /** The address stood in the link of the page. */
  readonly isLinked: boolean;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/** Asks before anything is fetched from an address that the reader did not type. */
export function AddressConsent({ url, isLinked, onYes, onNo }: AddressConsentProps) {
  const text = useText(vectorsMessages);
  return (
    <div className={styles.news} role="alertdialog" aria-label={text('vectors.ask-yes')}>
      <p>
        {isLinked && `${text('vectors.ask-link')} `}
        {text('vectors.ask', { host: url.host, url: url.href })}
      </p>
      <Button primary onClick={onYes}>
        {text('vectors.ask-yes')}
      </Button>
      <Button onClick={onNo}>{text('vectors.ask-no')}</Button>
    </div>
  );
}
