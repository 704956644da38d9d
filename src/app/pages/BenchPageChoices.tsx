import type { ReactNode } from 'react';
import { CONTESTANT_IDS, isOurs } from '../../../bench/browser/contestants.ts';
import { type BenchPlan, CELLS, SIZES } from '../../../bench/browser/plan.ts';
import { useText } from '../../components/text/useText.tsx';
import { benchMessages } from '../../i18n/messages/bench.ts';
import styles from './pages.module.css';
import { useBenchWords } from './useBenchWords.ts';

interface ChecksProps<T extends string | number> {
  readonly legend: string;
  readonly all: readonly T[];
  readonly chosen: readonly T[];
  readonly label: (value: T) => string;
  readonly disabled: boolean;
  readonly onChange: (chosen: readonly T[]) => void;
  readonly help?: ReactNode;
}

/** Any number of several. What is not shown here stays chosen or not, as it was. */
function Checks<T extends string | number>(props: ChecksProps<T>) {
  const { all, chosen, onChange } = props;
  const toggle = (value: T) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <fieldset className={styles.setting} disabled={props.disabled}>
      <legend>{props.legend}</legend>
      <div className={styles.options}>
        {all.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => toggle(value)} />
            <span>{props.label(value)}</span>
          </label>
        ))}
      </div>
      {props.help && <p className={styles.help}>{props.help}</p>}
    </fieldset>
  );
}

interface ChoicesProps {
  readonly plan: BenchPlan;
  readonly disabled: boolean;
  readonly onChange: (plan: BenchPlan) => void;
}

function Effort({ plan, disabled, onChange }: ChoicesProps) {
  const text = useText(benchMessages);
  return (
    <fieldset className={styles.setting} disabled={disabled}>
      <legend>{text('bench.effort')}</legend>
      <div className={styles.options}>
        {([false, true] as const).map((quick) => (
          <label key={String(quick)}>
            <input
              type="radio"
              name="effort"
              checked={plan.quick === quick}
              onChange={() => onChange({ ...plan, quick })}
            />
            <span>{text(quick ? 'bench.effort-quick' : 'bench.effort-full')}</span>
          </label>
        ))}
      </div>
      <p className={styles.help}>{text('bench.effort-help')}</p>
    </fieldset>
  );
}

/** What is to be measured. */
export function BenchPageChoices(props: ChoicesProps) {
  const { plan, disabled, onChange } = props;
  const text = useText(benchMessages);
  const words = useBenchWords();
  const contestants = (ours: boolean) => ({
    all: CONTESTANT_IDS.filter((id) => isOurs(id) === ours),
    chosen: plan.contestants,
    label: words.contestant,
    disabled,
    // In the order of the list, whatever was clicked first.
    onChange: (chosen: BenchPlan['contestants']) =>
      onChange({ ...plan, contestants: CONTESTANT_IDS.filter((id) => chosen.includes(id)) }),
  });
  return (
    <>
      <Effort {...props} />
      <Checks
        legend={text('bench.cells')}
        all={CELLS}
        chosen={plan.cells}
        label={(cell) => text(`bench.cell-${cell}`)}
        disabled={disabled}
        onChange={(cells) => onChange({ ...plan, cells: CELLS.filter((cell) => cells.includes(cell)) })}
      />
      <Checks
        legend={text('bench.sizes')}
        all={SIZES}
        chosen={plan.sizes}
        label={String}
        disabled={disabled || plan.quick}
        onChange={(sizes) => onChange({ ...plan, sizes: SIZES.filter((size) => sizes.includes(size)) })}
      />
      <Checks legend={text('bench.ours')} {...contestants(true)} />
      <Checks legend={text('bench.peers')} {...contestants(false)} help={text('bench.peers-help')} />
    </>
  );
}
