import { SegmentedControl } from '../../components/controls/SegmentedControl.tsx';
import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { useNetTerm } from '../../components/prose/TermProvider.tsx';
import { useText } from '../../components/text/useText.tsx';
import { holdMessages } from '../../i18n/messages/hold-bit.ts';
import { gateRoles } from '../../models/cells/roles.ts';
import type { LaneRole } from '../../models/cells/types.ts';
import { type TokenNetwork, viewNetwork } from '../../models/network/token-network.ts';
import { createHoldBit } from '../../models/tasks/hold-bit.ts';
import styles from './hold-bit.module.css';
import { holdSteps, releaseSteps } from './holds.ts';
import type { BothReadings } from './reading.ts';
import type { HoldBitSettings, HoldLane } from './settings.ts';
import { figureToken } from './useLanes.ts';

interface DetailProps {
  readonly network: TokenNetwork;
  readonly parameters: Float64Array;
  readonly readings: BothReadings;
  readonly step: number;
  readonly unit: number;
  readonly lane: HoldLane;
  readonly notation: Notation;
  readonly holds: HoldBitSettings['holds'];
  readonly change: (part: Partial<HoldBitSettings>) => void;
}

const { inputs: INPUTS } = createHoldBit({ steps: 2 });
const UNEDITED: ReadonlySet<number> = new Set();

/** Lanes with an arithmetic of their own: an RNN's only one is its state. */
const openable = ({ spec }: TokenNetwork): readonly LaneRole[] =>
  spec.kind === 'rnn' ? ['hidden'] : [...gateRoles(spec), 'hidden'];

/** How the selected value comes about; a gate can be taken into the hand here too. */
export function Detail(props: DetailProps) {
  const { network, parameters, readings, step, unit, lane, notation, holds, change } = props;
  const text = useText(holdMessages);
  const term = useNetTerm();
  const roles = openable(network);
  const role = roles.find((one) => one === lane) ?? 'hidden';
  const cell = viewNetwork(network, parameters).layers[0]?.[0];
  if (!cell) return null;
  const { trace } = readings.held;
  const selection = { role, step, unit };
  const hand = {
    onHold: ({ value }: { readonly value: number }) =>
      change({ holds: holdSteps(holds, [step], unit, value) }),
    onRelease: () => change({ holds: releaseSteps(holds, [step], unit) }),
  };
  return (
    <div className={styles.detail}>
      {roles.length > 1 ? (
        <SegmentedControl
          label={text('hold.open')}
          value={role}
          options={roles.map((value) => ({
            value,
            label: text(value === 'hidden' ? 'hold.memory' : `figure.lane.${value}`),
          }))}
          onChange={(value) => change({ lane: value as HoldLane })}
        />
      ) : null}
      <DetailPanel
        trace={trace}
        parameters={cell}
        selection={selection}
        token={figureToken(readings.ids[step] ?? 0, text)}
        operands={selectOperands(trace, cell, selection)}
        notation={notation}
        inputName={(index) => INPUTS[index] ?? String(index)}
        name={text('hold.detail')}
        gradient={null}
        parameterOffset={0}
        editedParameters={UNEDITED}
        highlightedTerm={term.active}
        onTermHover={term.set}
        {...(role === 'update' ? hand : {})}
      />
    </div>
  );
}
