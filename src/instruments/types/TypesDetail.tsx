import { DetailPanel } from '../../components/diagrams/DetailPanel.tsx';
import { selectOperands } from '../../components/diagrams/selectOperands.ts';
import type { BoxPlace } from '../../components/diagrams/sequence/sequenceTypes.ts';
import { StateValues } from '../../components/diagrams/stack/StateValues.tsx';
import type { Notation } from '../../components/diagrams/symbols.ts';
import { ProbabilityBars } from '../../components/plots/ProbabilityBars.tsx';
import { useText } from '../../components/text/useText.tsx';
import { typesMessages } from '../../i18n/messages/types.ts';
import { viewNetwork } from '../../models/network/token-network.ts';
import { percentOf } from './percent.ts';
import type { FormModel, ReadStep } from './reading.ts';
import styles from './types.module.css';

export interface TypesDetailProps {
  readonly model: FormModel;
  readonly step: ReadStep;
  readonly place: BoxPlace;
  readonly unit: number;
  readonly notation: Notation;
  readonly onUnit: (unit: number) => void;
  /** Whether the state is handed on. */
  readonly recurrent: boolean;
}

const NOTHING: ReadonlySet<number> = new Set();
/** Classes listed one by one. */
const LISTED = 9;

function InputDetail({ model, step, place }: TypesDetailProps) {
  const text = useText(typesMessages);
  return (
    <section className={styles.card}>
      <p className={styles.cardTitle}>
        {text('types.input-title', { step: place.step + 1, token: step.token })}
      </p>
      <p>{text('types.input-detail', { count: model.task.inputs.length, place: step.id + 1 })}</p>
      {step.fed ? <p>{text('types.input-fed', { before: place.step })}</p> : null}
    </section>
  );
}

/** A hidden vector in figures, and how one of them came about: the same panel as in every unrolled net. */
function StateDetail({ model, step, place, unit, notation, onUnit }: TypesDetailProps) {
  const cell = viewNetwork(model.network, model.parameters).layers[0]?.[0];
  if (!cell) return null;
  const selection = { role: 'hidden', step: step.at, unit } as const;
  const letter = notation === 'ng' ? 'a' : 'h';
  return (
    <>
      <StateValues values={step.values} symbol={`${letter}⟨${place.step + 1}⟩`} unit={unit} onUnit={onUnit} />
      <DetailPanel
        trace={step.trace}
        parameters={cell}
        // The arithmetic's own step may be another: without a state, every step is a sequence of its own.
        selection={{ ...selection, step: place.step }}
        token={{ text: step.token, known: true }}
        operands={selectOperands(step.trace, cell, selection)}
        notation={notation}
        inputName={(index) => model.task.inputs[index] ?? String(index)}
        gradient={null}
        parameterOffset={0}
        editedParameters={NOTHING}
      />
    </>
  );
}

function OutputDetail({ model, step, place }: TypesDetailProps) {
  const text = useText(typesMessages);
  const { classes } = model.task;
  const target = step.answer === null ? -1 : classes.indexOf(step.answer);
  return (
    <section className={styles.card}>
      <p className={styles.cardTitle}>{text('types.output-title', { step: place.step + 1 })}</p>
      <p>{text('types.output-detail', { count: classes.length })}</p>
      <ProbabilityBars
        probabilities={step.probabilities}
        vocabulary={classes}
        count={Math.min(LISTED, classes.length)}
        target={target < 0 ? null : target}
        targetNote={text('types.right-answer')}
      />
    </section>
  );
}

/** The numbers of the selected box. */
export function TypesDetail(props: TypesDetailProps) {
  const text = useText(typesMessages);
  const { step, place } = props;
  if (place.kind === 'input') return <InputDetail {...props} />;
  if (place.kind === 'output') return <OutputDetail {...props} />;
  const percent = percentOf(Math.max(...step.probabilities));
  return (
    <>
      <StateDetail {...props} />
      {props.recurrent ? null : (
        <p className={styles.note} data-testid="no-state">
          {text('types.no-state')}
        </p>
      )}
      {step.asked ? null : (
        <p className={styles.note} data-testid="unasked">
          {text('types.unasked', { said: step.said, percent })}
        </p>
      )}
    </>
  );
}
