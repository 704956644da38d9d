import type { ReactNode } from 'react';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import { networkFilesMessages } from '../../../i18n/messages/network-files.ts';
import { LAB_LIMITS } from '../../../instruments/gate-lab/limits.ts';
import { moduleName } from '../../../instruments/network-files/fault-text.ts';
import type { WeightsFile } from '../../../instruments/network-files/read-file.ts';
import { TensorTable } from '../../../instruments/network-files/TensorTable.tsx';
import styles from './files.module.css';
import { networkText } from './network-text.ts';
import type { OpenChoices } from './open-file.ts';
import type { Opening } from './useOpening.ts';

interface OpenedProps {
  readonly opening: Extract<Opening, { state: 'opened' }>;
  readonly onChoose: (file: WeightsFile, choices: OpenChoices) => void;
}

interface ChoiceProps extends Pick<OpenedProps, 'opening'> {
  readonly choose: (part: OpenChoices) => void;
}

/** What was found in a file, what it leaves open, and what was not used. */
export function Opened({ opening, onChoose }: OpenedProps) {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  const { file, result } = opening;
  const { notes, model, offers } = result;
  const unused = notes.filter((note) => note.code === 'extra');
  const network = networkText(model.network);
  const from = offers.prefix === '' ? 'none' : moduleName(say, offers.prefix);
  return (
    <>
      <p>
        <strong>{text('files.opened', { name: file.name, network, from })}</strong>
      </p>
      <Choices opening={opening} onChoose={onChoose} />
      <Notes opening={opening} />
      {unused.length > 0 && (
        <TensorTable caption={text('files.unused', { count: unused.length })} tensors={unused} />
      )}
    </>
  );
}

/** The read-out: one of the linear layers that fit, or none. */
function HeadChoice({ opening, choose }: ChoiceProps) {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  const { heads, head } = opening.result.offers;
  const offers = heads.map(({ prefix, classes }) => ({
    value: prefix,
    label: text('files.head-offer', { prefix: moduleName(say, prefix), classes }),
  }));
  return (
    <Select
      label={text('files.head')}
      value={head ?? NO_HEAD}
      options={[{ value: NO_HEAD, label: text('files.head-none') }, ...offers]}
      onChange={(value) => choose({ head: value === NO_HEAD ? null : value })}
    />
  );
}

function NonlinearityChoice({ opening, choose }: ChoiceProps) {
  const text = useText(gateFilesMessages);
  return (
    <Explained label={text('files.nonlinearity')} why={text('files.nonlinearity-why')}>
      <SegmentedControl
        label={text('files.nonlinearity')}
        value={opening.result.offers.nonlinearity ?? 'tanh'}
        options={NONLINEARITIES}
        onChange={(nonlinearity) => choose({ nonlinearity })}
      />
    </Explained>
  );
}

function UpdateChoice({ opening, choose }: ChoiceProps) {
  const text = useText(gateFilesMessages);
  return (
    <Explained label={text('files.update')} why={text('files.update-why')}>
      <SegmentedControl
        label={text('files.update')}
        value={opening.result.offers.update ?? 'writes'}
        options={[
          { value: 'writes', label: text('files.update-writes') },
          { value: 'keeps', label: text('files.update-keeps') },
        ]}
        onChange={(update) => choose({ update })}
      />
    </Explained>
  );
}

/** What the file leaves open. */
function Choices({ opening, onChoose }: OpenedProps) {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  const { file, choices, result } = opening;
  const { prefixes, prefix, heads, nonlinearity, update } = result.offers;
  const choice = { opening, choose: (part: OpenChoices) => onChoose(file, { ...choices, ...part }) };
  return (
    <div className={styles.choices}>
      {prefixes.length > 1 && (
        <Select
          label={text('files.module')}
          value={prefix}
          options={prefixes.map((value) => ({ value, label: moduleName(say, value) }))}
          // Another module has other read-outs.
          onChange={(value) => onChoose(file, { prefix: value })}
        />
      )}
      {heads.length > 0 && <HeadChoice {...choice} />}
      {nonlinearity !== null && <NonlinearityChoice {...choice} />}
      {update !== null && <UpdateChoice {...choice} />}
    </div>
  );
}

/** No prefix of a tensor ends otherwise than with a dot, but for the empty one. */
const NO_HEAD = '-';
const NONLINEARITIES = [
  { value: 'tanh', label: 'tanh' },
  { value: 'relu', label: 'ReLU' },
] as const;

function Explained(props: { readonly label: string; readonly why: string; readonly children: ReactNode }) {
  const { label, why, children } = props;
  return (
    <div className={styles.explained}>
      <div className={styles.asked}>
        {label}
        {children}
      </div>
      <p className={styles.note}>{why}</p>
    </div>
  );
}

/** What a reader should know, though the file opens. */
function Notes({ opening: { result } }: Pick<OpenedProps, 'opening'>) {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  const { notes, offers, largeHeads } = result;
  const limit = LAB_LIMITS.classes;
  const sentences = [
    ...notes.flatMap((note) => {
      if (note.code === 'zero-bias' || note.code === 'spec-ignored') return [text(`files.note-${note.code}`)];
      return note.code === 'head-zero-bias' ? [text('files.note-head-zero-bias', { name: note.name })] : [];
    }),
    ...(offers.heads.length > 1 && offers.head === null ? [text('files.note-head-unclear')] : []),
    ...largeHeads.map(({ prefix, classes }) =>
      text('files.note-large-head', { prefix: moduleName(say, prefix), classes, limit }),
    ),
  ];
  if (sentences.length === 0) return null;
  return (
    <ul className={styles.notes}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
