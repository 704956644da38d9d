import { plainSymbol, roleSymbol } from '../../components/diagrams/symbols.ts';
import { useText } from '../../components/text/useText.tsx';
import { gateLabPanelMessages } from '../../i18n/messages/gate-lab-panels.ts';
import { NumberTable } from '../../instruments/tools/NumberTable.tsx';
import { type Block, cellBlocks, headBlocks, indexAt, placesIn } from './blocks.ts';
import { gradientText } from './gradientText.ts';
import type { LabView } from './view.ts';

function normOf(block: Block, gradients: Float64Array): number {
  const places = placesIn(block, { row: 0, column: 0 }, 'block');
  return Math.hypot(...places.map((place) => gradients[indexAt(block, place)] ?? 0));
}

/** How much of L reaches each block of the selected cell's weights, and of the read-out's. */
export function BlockNorms({ view }: { readonly view: LabView }) {
  const { lab, computed, at, notation } = view;
  const text = useText(gateLabPanelMessages);
  const { network } = lab.plan;
  const { parameters } = computed.gradients;
  const blocks = [...cellBlocks(network, at.layer, at.direction), ...headBlocks(network, parameters.length)];
  const gateOf = ({ gate }: Block): string =>
    gate === null ? '' : plainSymbol(roleSymbol(gate, notation, network.stack.cell.kind));
  const rows = blocks.map((block) => ({
    id: `${block.kind} ${block.gate}`,
    cells: [text(`gate.block.${block.kind}`), gateOf(block), gradientText(normOf(block, parameters))],
  }));
  return (
    <NumberTable
      caption={text('gate.back.norms')}
      heads={[text('gate.block.part'), text('gate.block.gate'), text('gate.back.norm')]}
      rows={rows}
    />
  );
}
