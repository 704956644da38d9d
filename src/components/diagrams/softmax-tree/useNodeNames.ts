import { useMemo } from 'react';
import { softmaxTreeMessages } from '../../../i18n/messages/softmax-tree.ts';
import type { SoftmaxTreeLayout, SoftmaxTreeNode } from '../../../layout/softmaxTree.ts';
import { useText } from '../../text/useText.tsx';
import { useCountText } from './useCountText.ts';

/** What each node is called when it is read out. */
export function useNodeNames(
  { nodes }: SoftmaxTreeLayout,
  words: readonly string[],
): ReadonlyMap<number, string> {
  const text = useText(softmaxTreeMessages);
  const { whole } = useCountText();
  return useMemo(() => {
    const nameOf = ({ id, kind, ...node }: SoftmaxTreeNode): string => {
      const values = { count: whole(node.count), words: node.leaves, depth: node.depth };
      if (kind === 'leaf') return text('tree.leaf-name', { ...values, word: words[~id] ?? '' });
      return text(kind === 'inner' ? 'tree.inner-name' : 'tree.folded-name', values);
    };
    return new Map(nodes.map((node) => [node.id, nameOf(node)]));
  }, [nodes, words, text, whole]);
}
