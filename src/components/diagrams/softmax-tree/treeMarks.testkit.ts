import { softmaxTree } from '../../../layout/softmaxTree.ts';
import { softmaxTreeSums } from '../../../layout/softmaxTreeSums.ts';
import { balancedTree } from '../../../models/softmax/tree.ts';

/** Eight words in a balanced tree, one subtree of four words folded. */
export function foldedTree() {
  const tree = balancedTree(8);
  const counts = [8, 7, 6, 5, 4, 3, 2, 1];
  const sums = softmaxTreeSums(tree, counts);
  const fold = tree.right[tree.root] ?? 0;
  const words = counts.map((count) => `w${count}`);
  const folds = new Set([fold]);
  const layout = softmaxTree({ tree, sums, counts, words, folds, format: String, more: String });
  return { tree, sums, fold, layout };
}
