import { useMemo } from 'react';
import { ProbabilityBars } from '../../components/plots/ProbabilityBars.tsx';
import { visibleSymbol } from '../../components/plots/visibleSymbol.ts';
import { useText } from '../../components/text/useText.tsx';
import { cellMessages } from '../../i18n/messages/cells.ts';
import { expectedAt } from '../../models/units/span.ts';
import styles from './cells.module.css';
import type { CellsView } from './view.ts';

const SHOWN = 6;

/** What the network expected where the pointed token stands, the token itself among it. */
export function Expected({ view, at }: { readonly view: CellsView; readonly at: number }) {
  const text = useText(cellMessages);
  const { search, tokens } = view;
  const { reading, model } = search.read;
  const expected = useMemo(() => expectedAt(model.shape, reading, at), [model.shape, reading, at]);
  const names = { step: at + 1, token: visibleSymbol(tokens[at]?.text ?? '') };
  return (
    <div className={styles.expected}>
      <p className={styles.subtitle}>{text('cells.expected', names)}</p>
      {expected ? (
        <ProbabilityBars
          probabilities={expected}
          vocabulary={model.vocabulary.tokens}
          count={SHOWN}
          target={reading.ids[at] ?? null}
          targetNote={text('cells.is-there')}
        />
      ) : (
        <p className={styles.note}>{text('cells.first', names)}</p>
      )}
    </div>
  );
}
