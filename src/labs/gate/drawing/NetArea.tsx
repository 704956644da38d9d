import { useState } from 'react';
import { Button } from '../../../components/controls/Button.tsx';
import { HelpDialog } from '../../../components/controls/HelpDialog.tsx';
import { SegmentedControl } from '../../../components/controls/SegmentedControl.tsx';
import { Slider } from '../../../components/controls/Slider.tsx';
import { StepperBar } from '../../../components/controls/StepperBar.tsx';
import { Toggle } from '../../../components/controls/Toggle.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { QuickHolds } from '../holds/QuickHolds.tsx';
import styles from '../lab.module.css';
import { Panels } from '../Panels.tsx';
import type { LabView } from '../view.ts';
import { ChainChoice } from './ChainChoice.tsx';
import { ChainNet } from './ChainNet.tsx';
import { DetailArea } from './DetailArea.tsx';
import { isSingle, lookAt } from './place.ts';
import { StackDrawing } from './StackDrawing.tsx';
import { useChainName } from './useChainName.ts';

/** The walk through the computation. */
function WalkBar({ view }: { readonly view: LabView }) {
  const text = useText();
  const { walk, lab } = view;
  return (
    <div className={styles.row}>
      <StepperBar
        playing={walk.walk.playing}
        playLabel={text(walk.walk.playing ? 'walk.pause' : 'walk.start')}
        onPlayToggle={walk.toggle}
        onGate={(direction) => walk.move(direction > 0 ? 'next-gate' : 'previous-gate')}
        onStep={(direction) => walk.move(direction > 0 ? 'next-step' : 'previous-step')}
        onReset={() => walk.move('start')}
        canGoBack={walk.canGoBack}
        canGoForward={walk.canGoForward}
        speed={walk.walk.speed}
        onSpeed={walk.walk.setSpeed}
      />
      {lab.settings.walking && <Button onClick={walk.showAll}>{text('walk.all')}</Button>}
    </div>
  );
}

/** From all chains to one chain's gates, and back. */
function Level({ view }: { readonly view: LabView }) {
  const text = useText(gateLabMessages);
  const { lab, at } = view;
  const { opened } = lab.settings;
  const chain = useChainName(lab.plan.network.stack);
  return (
    <div className={styles.row}>
      <Button expanded={opened} onClick={() => lab.look({ opened: !opened })}>
        {opened ? text('gate.close') : text('gate.open', { chain: chain(at) })}
      </Button>
      {opened && <ChainChoice view={view} />}
      {opened && at.direction === 1 && <span className={styles.note}>{text('gate.reads-backward')}</span>}
    </div>
  );
}

/** Which unit, and on which axis the gradients stand. */
function Sight({ view }: { readonly view: LabView }) {
  const text = useText(gateLabMessages);
  const { lab, at } = view;
  const { settings, look } = lab;
  const { hidden } = lab.plan.network.stack;
  return (
    <div className={styles.row}>
      <Toggle
        label={text('gate.all-units')}
        checked={settings.allUnits}
        onChange={(allUnits) => look({ allUnits })}
      />
      {hidden > 1 && (
        <Slider
          label={text('gate.unit')}
          value={at.unit + 1}
          min={1}
          max={hidden}
          step={1}
          onChange={(unit) => look(lookAt({ unit: unit - 1 }))}
        />
      )}
      <Toggle label={text('gate.bars')} checked={settings.bars} onChange={(bars) => look({ bars })} />
      {settings.bars && (
        <SegmentedControl
          label={text('view.scale')}
          value={settings.logScale ? 'log' : 'linear'}
          options={[
            { value: 'linear', label: text('figure.scale.linear') },
            { value: 'log', label: text('figure.scale.log') },
          ]}
          onChange={(scale) => look({ logScale: scale === 'log' })}
        />
      )}
    </div>
  );
}

/** The drawing, beside it the arithmetic of the selected number, under it what changes them. */
export function NetArea({ view }: { readonly view: LabView }) {
  const [help, setHelp] = useState(false);
  const { lab } = view;
  const single = isSingle(lab.plan.network.stack);
  const onHelp = () => setHelp(true);
  const Drawing = single || lab.settings.opened ? ChainNet : StackDrawing;
  return (
    <div className={styles.main}>
      <div className={styles.net}>
        <WalkBar view={view} />
        {!single && <Level view={view} />}
        {lab.settings.panel === 'holds' && <QuickHolds view={view} />}
        <Drawing view={view} onHelp={onHelp} />
        <Sight view={view} />
      </div>
      <DetailArea view={view} />
      <Panels view={view} />
      <HelpDialog open={help} onClose={() => setHelp(false)} />
    </div>
  );
}
