import { useMemo } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { NumberField } from '../../../components/controls/NumberField.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Select } from '../../../components/controls/Select.tsx';
import { Toggle } from '../../../components/controls/Toggle.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { LAB_LIMITS } from '../../../instruments/gate-lab/limits.ts';
import type { Activation } from '../../../models/dense/activations.ts';
import styles from '../lab.module.css';
import { ACTIVATION_CHOICES, type GateSettings } from '../state/settings.ts';
import type { LabState } from '../state/useLab.ts';
import { isCarried } from '../weights/weights.ts';

interface SetupProps {
  readonly lab: LabState;
}

type Field = 'gate' | 'candidate' | 'output';

function ActivationSelect(props: SetupProps & { readonly field: Field; readonly label: string }) {
  const { lab, field, label } = props;
  return (
    <Select
      label={label}
      value={lab.settings[field]}
      options={ACTIVATION_CHOICES.map((value: Activation) => ({ value, label: value }))}
      onChange={(value) => lab.change({ [field]: value })}
    />
  );
}

function GruFields({ lab }: SetupProps) {
  const text = useText(gateLabMessages);
  const { settings, change } = lab;
  return (
    <>
      <Select
        label={text('gate.variant')}
        value={settings.variant}
        options={(['full', 'simplified'] as const).map((value) => ({
          value,
          label: text(`gate.variant.${value}`),
        }))}
        onChange={(variant) => change({ variant })}
      />
      {settings.variant === 'full' && (
        <Select
          label={text('gate.reset')}
          value={settings.reset}
          options={(['before', 'after'] as const).map((value) => ({
            value,
            label: text(`gate.reset.${value}`),
          }))}
          onChange={(reset) => change({ reset })}
        />
      )}
      <Select
        label={text('gate.update')}
        value={settings.update}
        options={(['writes', 'keeps'] as const).map((value) => ({
          value,
          label: text(`gate.update.${value}`),
        }))}
        onChange={(update) => change({ update })}
      />
    </>
  );
}

function LstmFields({ lab }: SetupProps) {
  const text = useText(gateLabMessages);
  const { settings, change } = lab;
  return (
    <>
      <Toggle
        label={text('gate.peepholes')}
        checked={settings.peepholes}
        onChange={(peepholes) => change({ peepholes })}
      />
      <ActivationSelect lab={lab} field="output" label={text('gate.activation.output')} />
      <NumberField
        label={text('gate.forgetBias')}
        value={settings.forgetBias}
        min={-10}
        max={10}
        onChange={(forgetBias) => change({ forgetBias })}
      />
    </>
  );
}

/** What few change: behind a summary. */
function Details({ lab }: SetupProps) {
  const text = useText(gateLabMessages);
  const { settings, change } = lab;
  const { cell, head, input } = settings;
  return (
    <details className={styles.details}>
      <summary>{text('gate.details')}</summary>
      <div className={styles.row}>
        {cell === 'gru' && <GruFields lab={lab} />}
        {cell === 'lstm' && <LstmFields lab={lab} />}
        {cell !== 'rnn' && <ActivationSelect lab={lab} field="gate" label={text('gate.activation.gate')} />}
        <ActivationSelect
          lab={lab}
          field="candidate"
          label={text(cell === 'rnn' ? 'gate.activation.rnn' : 'gate.activation.candidate')}
        />
        <Toggle label={text('gate.head')} checked={head} onChange={(on) => change({ head: on })} />
        {head && input === 'numbers' && (
          <NumberField
            label={text('gate.classes')}
            value={settings.classes}
            min={1}
            max={LAB_LIMITS.classes}
            integer
            onChange={(classes) => change({ classes })}
          />
        )}
        <NumberField
          label={text('gate.seed')}
          value={settings.seed}
          min={0}
          max={4294967295}
          integer
          onChange={(seed) => change({ seed })}
        />
      </div>
    </details>
  );
}

const LAYERS = Array.from({ length: LAB_LIMITS.layers }, (_, index) => String(index + 1));
const CELLS = ['rnn', 'gru', 'lstm'] as const satisfies readonly GateSettings['cell'][];
const DIRECTIONS = ['forward', 'concat', 'sum'] as const satisfies readonly GateSettings['directions'][];

/** Cell, sizes, layers, direction. */
function Shape({ lab }: SetupProps) {
  const text = useText(gateLabMessages);
  const { settings, change } = lab;
  return (
    <div className={styles.row}>
      <SegmentedControl
        label={text('gate.cell')}
        value={settings.cell}
        options={CELLS.map((value) => ({ value, label: text(`gate.cell.${value}`) }))}
        onChange={(cell) => change({ cell, holds: [] })}
      />
      <span className={styles.pair}>
        <NumberField
          label={text('gate.hidden')}
          value={settings.hidden}
          min={1}
          max={LAB_LIMITS.hidden}
          integer
          onChange={(hidden) => change({ hidden })}
        />
      </span>
      <span className={styles.pair}>
        <span className={styles.legend} aria-hidden="true">
          {text('gate.layers')}
        </span>
        <SegmentedControl
          label={text('gate.layers')}
          value={String(settings.layers)}
          options={LAYERS.map((value) => ({ value, label: value }))}
          onChange={(layers) => change({ layers: Number(layers) })}
        />
      </span>
      <Select
        label={text('gate.directions')}
        value={settings.directions}
        options={DIRECTIONS.map((value) => ({ value, label: text(`gate.directions.${value}`) }))}
        onChange={(directions) => change({ directions })}
      />
    </div>
  );
}

/** Where the weights came from, how many there are, and whether a link has them. */
function Origin({ lab }: SetupProps) {
  const text = useText(gateLabMessages);
  const { weights, plan, settings, isTraining } = lab;
  const { kind, ...values } = weights.origin;
  const { network } = plan;
  // While a run trains, the link is not kept up: it is made when training rests.
  const carried = useMemo(
    () => isTraining || isCarried(network, settings, weights),
    [isTraining, network, settings, weights],
  );
  const count = text('gate.parameters', { count: weights.parameters.length });
  const parts = [
    text(`gate.origin.${kind}`, values),
    ...(weights.edited ? [text('gate.origin.edited')] : []),
    count,
    ...(carried ? [] : [text('gate.not-in-link')]),
  ];
  return (
    <span className={styles.note} data-testid="origin" role="status">
      {parts.join(' · ')}
    </span>
  );
}

/** The network, and the way back. */
export function SetupBar({ lab }: SetupProps) {
  const text = useText(gateLabMessages);
  return (
    <section className={styles.setup} aria-label={text('gate.setup')}>
      <div className={styles.spread}>
        <Shape lab={lab} />
        <div className={styles.row}>
          <Button disabled={!lab.canUndo} onClick={lab.undo}>
            {text('gate.undo')}
          </Button>
          <Button disabled={!lab.canRedo} onClick={lab.redo}>
            {text('gate.redo')}
          </Button>
          <Button onClick={() => lab.change({ seed: (lab.settings.seed + 1) % 4294967296 })}>
            {text('gate.reseed')}
          </Button>
          <Button onClick={lab.startAnew}>{text('gate.anew')}</Button>
        </div>
      </div>
      <div className={styles.spread}>
        <Details lab={lab} />
        <Origin lab={lab} />
      </div>
    </section>
  );
}
