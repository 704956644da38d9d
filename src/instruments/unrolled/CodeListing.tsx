import { CodeBlock } from '../../components/prose/CodeBlock.tsx';
import { type CodeFacts, tfjsCode, torchCode } from './code.ts';
import type { UnrolledView } from './view.ts';

function codeFacts({ state, shown, figure }: UnrolledView): CodeFacts {
  const { config, info } = state;
  return {
    cell: config.cell,
    vocabulary: shown?.shape.vocabulary ?? figure.settings.vocabulary,
    hidden: config.hidden,
    layers: config.layers,
    steps: info?.steps ?? config.steps,
    batch: info?.batch ?? config.batch,
    optimizer: config.optimizer,
    clip: config.clip,
    forgetBias: config.biases.forget ?? 0,
  };
}

/** The same model in PyTorch and in TensorFlow.js. */
export function CodeListing({ view }: { readonly view: UnrolledView }) {
  const facts = codeFacts(view);
  return (
    <>
      <h3>PyTorch</h3>
      <CodeBlock>
        <code>{torchCode(facts)}</code>
      </CodeBlock>
      <h3>TensorFlow.js</h3>
      <CodeBlock>
        <code>{tfjsCode(facts)}</code>
      </CodeBlock>
    </>
  );
}
