import { useState } from 'react';
import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useLocale, useText } from '../../components/text/useText.tsx';
import { modelFilesMessages } from '../../i18n/messages/model-files.ts';
import { createHandover } from '../../store/handover.ts';
import { HANDED, HANDED_ADDRESS, type HandedModel } from '../gate-lab/handed-model.ts';
import { sizesAboveLimits } from '../gate-lab/limits.ts';
import type { OpenModel } from '../language/open-model.ts';
import { stackOf } from './export-model.ts';
import styles from './model-files.module.css';

interface GatePartProps {
  readonly model: OpenModel;
  readonly name: string;
  readonly passage: string;
}

/** The model and what it is to read, as the Gate lab takes them. */
export function handedModel({ model, name, passage }: GatePartProps): HandedModel {
  const { shape, parameters, vocabulary, config } = model;
  const { level, ends = null } = config.task;
  return { name, stack: stackOf(shape), parameters, vocabulary: vocabulary.tokens, level, ends, passage };
}

type Handing = 'idle' | 'not-kept' | 'blocked';

/** A tab must be opened in the moment of the click; where it goes is known once the model has been stored. */
function useHandOver(props: GatePartProps, address: string) {
  const [state, setState] = useState<Handing>('idle');
  const handOver = async () => {
    const tab = window.open('', '_blank');
    const isKept = await createHandover<HandedModel>().leave(HANDED, handedModel(props));
    if (!isKept) tab?.close();
    else if (tab) tab.location.assign(address);
    setState(isKept ? (tab ? 'idle' : 'blocked') : 'not-kept');
  };
  return { state, handOver };
}

/** Over to the Gate lab, in a tab of its own: a run goes on here meanwhile. */
export function GatePart(props: GatePartProps) {
  const text = useText(modelFilesMessages);
  const locale = useLocale();
  const { model } = props;
  const [own, setOwn] = useState<string | null>(null);
  const passage = own ?? props.passage;
  const [path, fragment] = HANDED_ADDRESS.split('#');
  const address = `${import.meta.env.BASE_URL}${locale}/${path}${globalThis.location?.search ?? ''}#${fragment}`;
  const { state, handOver } = useHandOver({ ...props, passage }, address);
  const { vocabulary, hidden, layers } = model.shape;
  const parameters = model.parameters.length;
  const sizes = { inputs: vocabulary, hidden, layers, classes: vocabulary, parameters };
  // The vocabulary is read and said: one sentence is enough.
  const large = sizesAboveLimits(sizes).filter(({ size }) => size !== 'classes');
  return (
    <section className={styles.part} aria-label={text('model-files.gate')}>
      <h3>{text('model-files.gate')}</h3>
      {large.length > 0 ? (
        <p>
          {text('model-files.gate-too-large', {
            sizes: large
              .map(({ size, found, limit }) => text(`model-files.gate-size-${size}`, { found, limit }))
              .join(', '),
          })}
        </p>
      ) : (
        <>
          <p className={styles.note}>{text('model-files.gate-about')}</p>
          <TextField label={text('model-files.gate-passage')} value={passage} rows={2} onChange={setOwn} />
          <div className={styles.bar}>
            <Button disabled={passage === ''} onClick={() => void handOver()}>
              {text('model-files.gate-open')}
            </Button>
          </div>
          <p role="status" hidden={state === 'idle'}>
            {state === 'not-kept' && text('model-files.gate-not-kept')}
            {state === 'blocked' && (
              <>
                {text('model-files.gate-link')} <a href={address}>{text('model-files.gate-open')}</a>
              </>
            )}
          </p>
        </>
      )}
    </section>
  );
}
