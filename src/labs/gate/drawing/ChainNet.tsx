import { useCallback, useMemo } from 'react';
import type { FigureSelection, FigureToken, LaneFrame } from '../../../components/diagrams/figureTypes.ts';
import { GradientLane, type GradientSeries } from '../../../components/diagrams/GradientLane.tsx';
import { gradientMagnitudes } from '../../../components/diagrams/gradientBars.ts';
import { plainSymbol, roleSymbol } from '../../../components/diagrams/symbols.ts';
import { UnrolledNet } from '../../../components/diagrams/UnrolledNet.tsx';
import { visibleSymbol } from '../../../components/plots/visibleSymbol.ts';
import { useNetTerm } from '../../../components/prose/TermProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { laneRoles } from '../../../models/cells/roles.ts';
import type { LabView } from '../view.ts';
import { cellBlocks, gatesOf } from '../weights/blocks.ts';
import { mirrorTrace, turnedLanes } from './mirror.ts';
import { lookAt } from './place.ts';
import { useChainName } from './useChainName.ts';
import { chainCursor } from './walk.ts';

/** Words under the columns; above the first layer, what the layer below says. In the order of the columns. */
function useTokens({ lab, at, notation }: LabView, isBackward: boolean): readonly FigureToken[] {
  const { tokens } = lab.plan;
  const { layer } = at;
  return useMemo(() => {
    const below = `${notation === 'ng' ? 'a' : 'h'}[${layer}]`;
    const inTime = tokens.map(({ text, known }, step) => ({
      text: layer > 0 ? below : visibleSymbol(text),
      known: known || layer > 0,
      ...(isBackward ? { time: step + 1 } : {}),
    }));
    return isBackward ? inTime.toReversed() : inTime;
  }, [tokens, notation, layer, isBackward]);
}

/** |∂L/∂| of the memory, or of every lane while gradients are what the reader looks at. */
function useSeries({ lab, at, computed, notation }: LabView): readonly GradientSeries[] {
  const { allUnits, panel } = lab.settings;
  const { stack } = lab.plan.network;
  const { layer, direction, unit } = at;
  return useMemo(() => {
    const trace = computed.trace.layers[layer]?.[direction];
    const gradients = computed.gradients.layers[layer]?.[direction]?.values;
    if (!trace || !gradients) return [];
    const { steps } = trace.size;
    const inOrder = direction === 1 ? turnedLanes(gradients, steps) : gradients;
    const memory = laneRoles(stack.cell).filter((role) => role === 'cell' || role === 'hidden');
    const roles = panel === 'gradients' ? laneRoles(stack.cell) : memory;
    return roles.flatMap((role) => {
      const values = inOrder[role];
      if (!values) return [];
      const letters = plainSymbol(roleSymbol(role, notation, stack.cell.kind));
      const magnitudes = gradientMagnitudes(values, trace.size, stack.hidden, allUnits ? 'norm' : unit);
      return [{ id: role, role, label: `|∂L/∂${letters}|`, shortLabel: `∂${letters}`, values: magnitudes }];
    });
  }, [computed, layer, direction, unit, allUnits, panel, stack, notation]);
}

function GradientNote({ lab, at }: LabView) {
  const text = useText(gateLabPanelMessages);
  const chain = useChainName(lab.plan.network.stack);
  const which = lab.settings.allUnits
    ? text('gate.back.norm-of-all')
    : text('gate.back.one-unit', { unit: at.unit + 1 });
  return <p data-note="">{text('gate.back.lanes', { chain: chain(at), which })}</p>;
}

/** Step whose answer is asked last, where ŷ can be drawn: above the top chain that reads forward. */
function lossStepOf({ lab, at, computed }: LabView): number | null {
  const { objective } = computed;
  const isTop = at.layer === lab.plan.network.stack.layers - 1 && at.direction === 0;
  if (objective.kind !== 'loss' || !isTop) return null;
  const step = objective.targets.findLastIndex((target) => target >= 0);
  return step < 0 ? null : step;
}

/** Lanes whose weights were changed by hand. */
function useEditedRoles({ lab, at }: LabView) {
  const { network } = lab.plan;
  const { edits } = lab.settings;
  const { layer, direction } = at;
  return useMemo(
    () => gatesOf(cellBlocks(network, layer, direction), new Set(edits.map(([index = -1]) => index))),
    [network, edits, layer, direction],
  );
}

/** One chain with all its gates: a column a step, in the order in which the chain computes them. */
export function ChainNet({ view, onHelp }: { readonly view: LabView; readonly onHelp: () => void }) {
  const { lab, computed, at, walk, notation } = view;
  const { settings, plan } = lab;
  const text = useText(gateLabMessages);
  const term = useNetTerm();
  const isBackward = at.direction === 1;
  const found = computed.trace.layers[at.layer]?.[at.direction];
  const trace = useMemo(() => found && (isBackward ? mirrorTrace(found) : found), [found, isBackward]);
  const tokens = useTokens(view, isBackward);
  const series = useSeries(view);
  const editedRoles = useEditedRoles(view);
  const last = plan.tokens.length - 1;
  const columnOf = useCallback((step: number) => (isBackward ? last - step : step), [isBackward, last]);
  const { role, step, unit } = at;
  const selected = useMemo(() => ({ role, step: columnOf(step), unit }), [role, step, unit, columnOf]);
  const { look } = lab;
  const onSelect = useCallback(
    (to: FigureSelection) => look(lookAt({ ...to, step: columnOf(to.step) })),
    [look, columnOf],
  );
  const onSelectStep = useCallback((to: number) => look(lookAt({ step: columnOf(to) })), [look, columnOf]);
  if (!trace) return null;
  const reached = chainCursor(walk.order, at, at);
  const cursor = settings.walking
    ? { ...reached, step: reached.step < 0 ? -1 : columnOf(reached.step) }
    : null;
  const below = (frame: LaneFrame) => (
    <GradientLane
      frame={frame}
      series={series}
      scale={settings.logScale ? 'log' : 'linear'}
      selectedStep={selected.step}
      onSelectStep={onSelectStep}
    />
  );
  return (
    <>
      <UnrolledNet
        trace={trace}
        tokens={tokens}
        view={settings.allUnits ? { kind: 'all' } : { kind: 'one', unit }}
        selected={selected}
        onSelect={onSelect}
        cursor={cursor}
        notation={notation}
        editedRoles={editedRoles}
        lossStep={lossStepOf(view)}
        name={text('gate.net-name', {
          cell: text(`gate.cell.${settings.cell}`),
          sequence: tokens.map((token) => token.text).join(' '),
        })}
        highlightedTerm={term.active}
        onTermHover={term.set}
        onPlayToggle={walk.toggle}
        onHelp={onHelp}
        {...(settings.bars ? { below } : {})}
      />
      {settings.bars && <GradientNote {...view} />}
    </>
  );
}
