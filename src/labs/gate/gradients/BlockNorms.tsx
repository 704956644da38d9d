import { SymbolText } from '../../../components/diagrams/Symbol.tsx';
import { roleSymbol } from '../../../components/diagrams/symbols.ts';
import { useText } from '../../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../../i18n/messages/gate-lab-panels.ts';
import { NumberTable } from '../../../instruments/tools/NumberTable.tsx';
import { gateRoles } from '../../../models/cells/roles.ts';
import styles from '../lab.module.css';
import type { LabView } from '../view.ts';
import { type Block, cellBlocks, headBlocks, indexAt, placesIn } from '../weights/blocks.ts';
import { gradientText } from './gradientText.ts';

function normOf(block: Block, gradients: Float64Array): number {
  const places = placesIn(block, { row: 0, column: 0 }, 'block');
  return Math.hypot(...places.map((place) => gradients[indexAt(block, place)] ?? 0));
}

/** How much of L reaches each block of the selected cell's weights, gate by gate, and the read-out's. */
export function BlockNorms({ view }: { readonly view: LabView }) {
  const { lab, computed, at, notation } = view;
  const text = useText(gateLabPanelMessages);
  const { network } = lab.plan;
  const { parameters } = computed.gradients;
  const { cell } = network.stack;
  const blocks = cellBlocks(network, at.layer, at.direction);
  const kinds = [...new Set(blocks.map(({ kind }) => kind))];
  const gates = gateRoles(cell);
  const rows = kinds.map((kind) => ({
    id: kind,
    cells: [
      text(`gate.block.${kind}`),
      ...gates.map((gate) => {
        const block = blocks.find((each) => each.kind === kind && each.gate === gate);
        return block ? gradientText(normOf(block, parameters)) : '–';
      }),
    ],
  }));
  const head = headBlocks(network, parameters.length).map((block) => ({
    id: block.kind,
    norm: `${text(`gate.block.${block.kind}`)} ${gradientText(normOf(block, parameters))}`,
  }));
  const heads = gates.map((gate) => (
    <SymbolText key={gate} symbol={roleSymbol(cell.kind === 'rnn' ? 'hidden' : gate, notation, cell.kind)} />
  ));
  return (
    <section>
      <NumberTable
        caption={text('gate.back.norms')}
        heads={[text('gate.block.part'), ...heads]}
        rows={rows}
      />
      <p className={styles.note}>{head.map(({ norm }) => norm).join(' · ')}</p>
    </section>
  );
}
