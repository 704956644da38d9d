import type { ContestantId } from '../../../bench/browser/contestants.ts';
import type { Machine } from '../../../bench/browser/machine.ts';
import { reportJson, reportText } from '../../../bench/browser/report.ts';
import { columnsOf, digits, type Line, linesOf, type Result } from '../../../bench/browser/table.ts';
import { Button } from '../../components/controls/Button.tsx';
import { ScrollBox } from '../../components/prose/ScrollBox.tsx';
import { useCopy } from '../../components/prose/useCopy.ts';
import { useText } from '../../components/text/useText.tsx';
import { benchMessages } from '../../i18n/messages/bench.ts';
import styles from './BenchPage.module.css';
import { useBenchWords } from './useBenchWords.ts';

interface ResultsProps {
  readonly machine: Machine;
  readonly results: readonly Result[];
}

/** What was measured so far: where, a table a network, and the whole to copy. */
export function BenchPageResults({ machine, results }: ResultsProps) {
  const text = useText(benchMessages);
  const words = useBenchWords();
  const columns = columnsOf(results);
  return (
    <section className={styles.results} aria-labelledby="bench-results">
      <h2 id="bench-results">{text('bench.results')}</h2>
      <p className={styles.hint}>{words.machine(machine)}</p>
      {results.map((result) => (
        <ResultTable key={words.shape(result.shape)} result={result} columns={columns} />
      ))}
      <ul className={styles.legend}>
        <li>{text('bench.milliseconds-help')}</li>
        <li>{text('bench.spread-help')}</li>
        <li>{text('bench.gflops-help')}</li>
      </ul>
      <Report machine={machine} results={results} />
    </section>
  );
}

function ResultTable(props: { readonly result: Result; readonly columns: readonly ContestantId[] }) {
  const { result, columns } = props;
  const text = useText(benchMessages);
  const words = useBenchWords();
  const title = words.shape(result.shape);
  return (
    <ScrollBox label={title} className={styles.scroll ?? ''}>
      <table className={styles.table}>
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{text('bench.contestant')}</th>
            <th scope="col">{text('bench.milliseconds')}</th>
            <th scope="col">{text('bench.spread')}</th>
            <th scope="col">{text('bench.gflops')}</th>
            {columns.map((id) => (
              <th scope="col" key={id} title={text('bench.faster-help', { peer: words.contestant(id) })}>
                {text('bench.faster', { peer: words.contestant(id) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(result, columns).map((line) => (
            <ResultLine key={line.contestant} line={line} columns={columns} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function ResultLine({ line, columns }: { readonly line: Line; readonly columns: readonly ContestantId[] }) {
  const words = useBenchWords();
  const { median, spread, gflops, ratios, problem } = line;
  const number = (value: number | null) => (value === null ? '–' : digits(value));
  return (
    <>
      <tr data-contestant={line.contestant}>
        <th scope="row">{words.contestant(line.contestant)}</th>
        <td>
          {number(median)} {median !== null && <small>({line.runs})</small>}
        </td>
        <td>{spread === null ? '–' : `${Math.round(spread * 100)} %`}</td>
        <td>{number(gflops)}</td>
        {columns.map((id, i) => (
          <td key={id}>{number(ratios[i] ?? null)}</td>
        ))}
      </tr>
      {problem && (
        <tr data-problem={problem.code}>
          <td className={styles.problem} colSpan={4 + columns.length}>
            {words.problem(problem)}
          </td>
        </tr>
      )}
    </>
  );
}

function Report({ machine, results }: ResultsProps) {
  const text = useText(benchMessages);
  const words = useBenchWords();
  const [copyText, copiedText] = useCopy();
  const [copyJson, copiedJson] = useCopy();
  const written = reportText(machine, results, words);
  return (
    <>
      <div className={styles.actions}>
        <Button onClick={() => copyText(written)}>
          <span aria-live="polite">{text(copiedText ? 'prose.copied' : 'bench.copy-text')}</span>
        </Button>
        <Button onClick={() => copyJson(reportJson(machine, results))}>
          <span aria-live="polite">{text(copiedJson ? 'prose.copied' : 'bench.copy-json')}</span>
        </Button>
      </div>
      <details className={styles.report}>
        <summary>{text('bench.report')}</summary>
        <ScrollBox label={text('bench.report')} className={styles.scroll ?? ''}>
          <pre>{written}</pre>
        </ScrollBox>
      </details>
    </>
  );
}
