import { useState } from 'react';
import { Button } from '../components/controls/Button.tsx';
import { FigureToolbar } from '../components/controls/FigureToolbar.tsx';
import { HelpDialog } from '../components/controls/HelpDialog.tsx';
import { NumberField } from '../components/controls/NumberField.tsx';
import { SegmentedControl } from '../components/controls/SegmentedControl.tsx';
import { Select } from '../components/controls/Select.tsx';
import { Slider } from '../components/controls/Slider.tsx';
import { StepperBar } from '../components/controls/StepperBar.tsx';
import { TextField } from '../components/controls/TextField.tsx';
import { TierBadge } from '../components/controls/TierBadge.tsx';
import { Toggle } from '../components/controls/Toggle.tsx';
import styles from './gallery.module.css';
import type { GalleryState } from './galleryTypes.ts';

function Stepper({ atStart }: { readonly atStart: boolean }) {
  const [playing, setPlaying] = useState(!atStart);
  const [speed, setSpeed] = useState(0.5);
  const [place, setPlace] = useState(atStart ? 0 : 3);
  return (
    <>
      <StepperBar
        playing={playing}
        onPlayToggle={() => setPlaying(!playing)}
        onGate={(direction) => setPlace(place + direction)}
        onStep={(direction) => setPlace(place + direction)}
        onReset={() => setPlace(0)}
        canGoBack={place > 0}
        canGoForward={place < 8}
        speed={speed}
        onSpeed={setSpeed}
      />
      <p>{place}</p>
    </>
  );
}

function Toolbar() {
  const [table, setTable] = useState(false);
  const [full, setFull] = useState(false);
  const [help, setHelp] = useState(false);
  const [last, setLast] = useState('—');
  return (
    <>
      <FigureToolbar
        table={table}
        onTable={() => setTable(!table)}
        formats={['svg', 'png', 'csv', 'file']}
        onExport={setLast}
        onCode={() => setLast('code')}
        fullScreen={full}
        onFullScreen={() => setFull(!full)}
        onHelp={() => setHelp(true)}
        onLink={() => setLast('link')}
      />
      <p>{last}</p>
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </>
  );
}

function Fields() {
  const [kind, setKind] = useState<'lstm' | 'gru' | 'rnn'>('lstm');
  const [rate, setRate] = useState(0.01);
  const [peepholes, setPeepholes] = useState(false);
  const [level, setLevel] = useState<'character' | 'word'>('word');
  const kinds = (['lstm', 'gru', 'rnn'] as const).map((value) => ({ value, label: value.toUpperCase() }));
  const levels = (['character', 'word'] as const).map((value) => ({ value, label: value }));
  return (
    <div className={styles.stack}>
      <Select label="Cell" value={kind} options={kinds} onChange={setKind} />
      <SegmentedControl label="Level" value={level} options={levels} onChange={setLevel} />
      <Toggle label="Peepholes" checked={peepholes} onChange={setPeepholes} />
      <NumberField label="Learning rate" value={rate} min={0} max={1} onChange={setRate} />
      <Slider label="Rate" value={rate} min={0} max={1} step={0.01} onChange={setRate} />
    </div>
  );
}

function Sentence({ start, error }: { readonly start: string; readonly error?: string }) {
  const [value, setValue] = useState(start);
  return <TextField label="Sentence" value={value} onChange={setValue} error={error ?? null} hint="64" />;
}

function OpenHelp() {
  const [open, setOpen] = useState(true);
  return (
    <>
      <Button onClick={() => setOpen(true)} icon="help" label="Help" />
      <HelpDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}

export const CONTROL_STATES: readonly GalleryState[] = [
  { id: 'stepper', title: 'Stepper, playing', render: () => <Stepper atStart={false} /> },
  { id: 'stepper-start', title: 'Stepper at the start', render: () => <Stepper atStart /> },
  { id: 'toolbar', title: 'Figure toolbar', render: () => <Toolbar /> },
  { id: 'fields', title: 'Fields', render: () => <Fields /> },
  {
    id: 'text-rtl',
    title: 'Own text, right to left',
    render: () => <Sentence start="القطة التي أكلت السمكة" />,
  },
  {
    id: 'text-error',
    title: 'Own text with a message',
    render: () => <Sentence start="" error="Write a word." />,
  },
  { id: 'help', title: 'Keys', render: () => <OpenHelp /> },
  {
    id: 'tier',
    title: 'Where it is computed',
    render: () => (
      <div className={styles.stack}>
        <TierBadge tier="WebGPU" tone="good" speed="41 steps/s" why={<p>A hardware adapter was found.</p>} />
        <TierBadge tier="JS" tone="warn" speed="3.4 steps/s" why={<p>There is no WebGPU here.</p>} />
      </div>
    ),
  },
];
