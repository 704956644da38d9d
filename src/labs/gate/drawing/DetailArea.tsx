import { useMemo } from 'react';
import { DetailPanel } from '../../../components/diagrams/DetailPanel.tsx';
import { selectOperands } from '../../../components/diagrams/selectOperands.ts';
import { ProbabilityBars } from '../../../components/plots/ProbabilityBars.tsx';
import { visibleSymbol } from '../../../components/plots/visibleSymbol.ts';
import { useNetTerm } from '../../../components/prose/TermProvider.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { valueIndex } from '../../../models/cells/operands.ts';
import type { Hold } from '../../../models/cells/types.ts';
import { withoutHold, withRule } from '../holds/holds.ts';
import styles from '../lab.module.css';
import { type LabInput, viewLab } from '../model.ts';
import type { LabView } from '../view.ts';
import { cellStart } from '../weights/blocks.ts';

/** What an input index stands for: a symbol, or its number. */
const inputName = (input: LabInput, index: number): string =>
  input.kind === 'symbols' ? (input.vocabulary[index] ?? String(index)) : String(index + 1);

function Arithmetic({ view }: { readonly view: LabView }) {
  const { lab, computed, at, notation } = view;
  const { model } = lab;
  const { network, input, tokens } = lab.plan;
  const term = useNetTerm();
  const { layer, direction } = at;
  const cell = useMemo(
    () => viewLab(model.network, model.parameters).layers[layer]?.[direction],
    [model, layer, direction],
  );
  const edited = useMemo(
    () => new Set(lab.settings.edits.map(([index = -1]) => index)),
    [lab.settings.edits],
  );
  const trace = computed.trace.layers[layer]?.[direction];
  const gradients = computed.gradients.layers[layer]?.[direction]?.values;
  if (!cell || !trace) return null;
  const { text = '', known = true } = tokens[at.step] ?? {};
  const inChain = <T extends object>(hold: T) => ({ ...hold, layer, direction });
  const onHold = (hold: Hold) => {
    const { step, ...rest } = hold;
    const about = `hold ${layer},${direction},${rest.role},${step},${rest.unit}`;
    lab.hold(withRule(lab.rules, inChain({ ...rest, from: step, to: step })), about);
  };
  const onEditWeight = (index: number, value: number) => {
    const parameters = model.parameters.slice();
    parameters[index] = value;
    lab.edit(parameters);
  };
  return (
    <DetailPanel
      trace={trace}
      parameters={cell}
      selection={at}
      token={{ text: visibleSymbol(text), known }}
      operands={selectOperands(trace, cell, at)}
      notation={notation}
      inputName={(index) => inputName(input, index)}
      gradient={gradients?.[at.role]?.[valueIndex(trace, { step: at.step, batch: 0, unit: at.unit })] ?? null}
      parameterOffset={cellStart(network, layer, direction)}
      {...(network.stack.layers > 1 ? { layer: layer + 1 } : {})}
      editedParameters={edited}
      highlightedTerm={term.active}
      onTermHover={term.set}
      onEditWeight={onEditWeight}
      onHold={onHold}
      onRelease={(place) => lab.hold(withoutHold(lab.rules, inChain(place)))}
    />
  );
}

/** ŷ after the selected step. */
function Predictions({ view }: { readonly view: LabView }) {
  const text = useText(gateLabMessages);
  const { lab, computed, at } = view;
  const { classes, tokens, targets } = lab.plan;
  if (!computed.probabilities) return null;
  const { length } = classes;
  const target = targets?.[at.step] ?? -1;
  return (
    <section>
      <h2 className={styles.subtitle}>
        {text('gate.predictions', { step: at.step + 1, symbol: visibleSymbol(tokens[at.step]?.text ?? '') })}
      </h2>
      <ProbabilityBars
        probabilities={computed.probabilities.subarray(at.step * length, (at.step + 1) * length)}
        vocabulary={classes}
        count={5}
        target={target < 0 ? null : target}
      />
    </section>
  );
}

/** How the selected number came about; its weights can be changed and itself held. */
export function DetailArea({ view }: { readonly view: LabView }) {
  return (
    <div className={styles.side}>
      <Arithmetic view={view} />
      <Predictions view={view} />
    </div>
  );
}
