import { useMemo } from 'react';
import type { SoftmaxTreeLayout } from '../../../layout/softmaxTree.ts';
import type { SoftmaxTreeSums } from '../../../layout/softmaxTreeSums.ts';
import { HIDDEN } from '../hidden.ts';
import styles from './SoftmaxTreeView.module.css';
import { shownStrengths } from './shownStrengths.ts';
import type { TreeMoved } from './treeTypes.ts';

/** The weakest that still shows. */
const LEAST = 0.25;
/** How far a halo stands out, px. */
const HALO = { inner: 9, box: 5 } as const;

let flashes = 0;

/** Halos behind the nodes that moved. They fade; for whoever wants stillness they stay until the next ones. */
export function TreeFlashes(props: {
  readonly layout: SoftmaxTreeLayout;
  readonly sums: SoftmaxTreeSums;
  readonly moved: TreeMoved;
}) {
  const { layout, sums, moved } = props;
  const strengths = useMemo(() => shownStrengths(layout, sums, moved), [layout, sums, moved]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another movement begins another flash.
  const flash = useMemo(() => flashes++, [moved]);
  return (
    <g {...HIDDEN}>
      {[...strengths].map(([id, strength]) => {
        const node = layout.byId.get(id);
        if (!node) return null;
        const halo = node.kind === 'inner' ? HALO.inner : HALO.box;
        const [width, height] = [node.width + 2 * halo, node.height + 2 * halo];
        return (
          <rect
            key={`${id}:${flash}`}
            x={node.x - width / 2}
            y={node.y - height / 2}
            width={width}
            height={height}
            rx={node.kind === 'inner' ? width / 2 : 11}
            style={{ opacity: LEAST + (1 - LEAST) * strength }}
            data-moved={id}
            className={styles.flash}
          />
        );
      })}
    </g>
  );
}
