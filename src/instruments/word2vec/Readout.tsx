import { useLocale, useText } from '../../components/text/useText.tsx';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { word2vecMessages } from '../../i18n/messages/word2vec.ts';
import type { EmbeddingRunState } from '../../store/embedding-state.ts';
import tools from '../tools/tools.module.css';

/** What is learnt from. */
export function Readout(props: { readonly state: EmbeddingRunState | null; readonly minCount: number }) {
  const text = useText(word2vecMessages);
  const plain = new Intl.NumberFormat(LANGUAGE_TAG[useLocale()]);
  const { state, minCount } = props;
  const info = state?.info;
  if (!info) return null;
  const facts = {
    tokens: plain.format(info.tokens),
    types: plain.format(info.types),
    words: plain.format(info.words.length),
    kept: plain.format(info.kept),
    sentences: plain.format(info.sentences),
    parameters: plain.format(info.parameterCount),
    minCount,
  };
  return (
    <p className={tools.note} data-testid="readout">
      {text('w2v.facts', facts)}
    </p>
  );
}
