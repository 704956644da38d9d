import { Button } from '../../components/controls/Button.tsx';
import { TextField } from '../../components/controls/TextField.tsx';
import { useText } from '../../components/text/useText.tsx';
import { taggerMessages } from '../../i18n/messages/taggers.ts';
import { AMBIGUOUS_NAMES } from '../../models/tasks/names.ts';
import tools from '../tools/tools.module.css';
import { EXAMPLES } from './examples.ts';
import { SENTENCES } from './figure-settings.ts';
import type { TaggerSettings } from './tagger-settings.ts';
import styles from './taggers.module.css';
import { ambiguousStep, isTrainedCombination, MOST_WORDS, type ReadSentence, TASK } from './task.ts';
import type { TaggersView } from './useTaggers.ts';

/** What the reader should know about a sentence. */
function useHint({ words, unknown, asked, ids }: ReadSentence): {
  readonly hint: string;
  readonly error: string | null;
} {
  const text = useText(taggerMessages);
  if (asked === 0) return { hint: '', error: text('tag.empty') };
  if (!ids) return { hint: '', error: text('tag.unknown', { words: unknown.slice(0, 6).join(', ') }) };
  if (asked > words.length) return { hint: text('tag.cut', { asked, most: MOST_WORDS }), error: null };
  if (ambiguousStep(words) < 0) return { hint: text('tag.no-ambiguous'), error: null };
  const isTrained = isTrainedCombination(words);
  return { hint: text(isTrained ? 'tag.trained-combination' : 'tag.held-out-combination'), error: null };
}

function Field<T extends TaggerSettings>(props: { readonly view: TaggersView<T>; readonly index: 0 | 1 }) {
  const { view, index } = props;
  const text = useText(taggerMessages);
  const name = SENTENCES[index];
  const { hint, error } = useHint(view.sentences[index]);
  return (
    <TextField
      label={text(`tag.${name}`)}
      value={view.figure.settings[name]}
      hint={hint}
      error={error}
      rows={2}
      maxLength={120}
      onChange={(sentence) => view.figure.change({ [name]: sentence } as Partial<T>)}
    />
  );
}

/** Every word that the networks know. */
function Words() {
  const text = useText(taggerMessages);
  const others = TASK.inputs.filter((word) => !AMBIGUOUS_NAMES.includes(word));
  return (
    <details className={styles.words}>
      <summary>{text('tag.words', { count: TASK.inputs.length })}</summary>
      <p>
        <b>{text('tag.words-both')}:</b> {AMBIGUOUS_NAMES.join(' · ')}
      </p>
      <p>
        <b>{text('tag.words-others')}:</b> {others.join(' · ')}
      </p>
    </details>
  );
}

/** The learner's pair of sentences, with pairs to try. */
export function PairFields<T extends TaggerSettings>({ view }: { readonly view: TaggersView<T> }) {
  const text = useText(taggerMessages);
  const { settings, change } = view.figure;
  return (
    <>
      <div className={styles.pair}>
        <Field view={view} index={0} />
        <Field view={view} index={1} />
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would need a visible legend. */}
      <div className={tools.examples} role="group" aria-label={text('tag.examples')}>
        {EXAMPLES.map(({ word, first, second }) => (
          <Button
            key={first}
            pressed={settings.first === first && settings.second === second}
            onClick={() => change({ first, second } as Partial<T>)}
          >
            {text('tag.example', {
              word,
              first: first.split(' ')[3] ?? '',
              second: second.split(' ')[3] ?? '',
            })}
          </Button>
        ))}
      </div>
      <Words />
    </>
  );
}
