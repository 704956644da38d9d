import { TraceTable } from '../../../components/diagrams/TraceTable.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabMessages } from '../../../i18n/messages/gate-lab.ts';
import { useChainName } from '../drawing/useChainName.ts';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';

/** Every chain's values of the selected unit, step by step. */
export function Tables({ view }: { readonly view: LabView }) {
  const { lab, computed, at, notation } = view;
  const text = useText(gateLabMessages);
  const chain = useChainName(lab.plan.network.stack);
  return (
    <div className={styles.panel}>
      {computed.trace.layers.flatMap((cells, layer) =>
        cells.map((trace, direction) => (
          <TraceTable
            // biome-ignore lint/suspicious/noArrayIndexKey: a table is its chain.
            key={`${layer} ${direction}`}
            caption={text('gate.table', { chain: chain({ layer, direction }), unit: at.unit + 1 })}
            trace={trace}
            tokens={lab.plan.tokens}
            unit={at.unit}
            notation={notation}
          />
        )),
      )}
    </div>
  );
}
