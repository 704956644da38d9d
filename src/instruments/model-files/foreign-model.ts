import { foreignVocabulary, type TokensFault } from '../../models/convert/foreign-vocabulary.ts';
import { renumbered } from '../../models/convert/renumber.ts';
import {
  type LanguageFault,
  readTorchLanguage,
  type TorchLanguage,
} from '../../models/convert/torch-language.ts';
import type { NamedTensors, TorchStateNote } from '../../models/convert/torch-state.ts';
import { readVocabularyJson, type VocabularyFault } from '../../models/convert/vocabulary-json.ts';
import { vocabularyOf } from '../../models/text/vocabulary.ts';
import type { ImportChoices } from './import-model.ts';
import type { ImportedModel, ImportNote, LanguageConfig } from './model-files.ts';

export type ForeignFault = LanguageFault | VocabularyFault | TokensFault;

export type ForeignResult =
  | { readonly ok: true; readonly model: ImportedModel }
  | { readonly ok: false; readonly fault: ForeignFault };

/** What a file that says nothing of training is trained on with: the figures that the Training lab begins with. */
const TRAINING = {
  batch: 32,
  steps: 50,
  optimizer: { kind: 'adam', learningRate: 0.002, beta1: 0.9, beta2: 0.999, epsilon: 1e-8 },
  clip: 5,
  biases: {},
  seed: 1,
} as const satisfies Partial<LanguageConfig>;

const EXAMPLES = 6;

/** A language model that somebody else wrote, with the list of its tokens. */
export function foreignModel(
  file: NamedTensors,
  vocabularyJson: unknown,
  name: string,
  choices: ImportChoices,
): ForeignResult {
  const listed = readVocabularyJson(vocabularyJson);
  if (!listed.ok) return listed;
  const read = foreignVocabulary(listed.tokens);
  if (!read.ok) return read;
  const language = readTorchLanguage(file, listed.tokens.length, choices);
  if (!language.ok) return language;
  const { vocabulary: known } = read;
  const { tokens, level, ends, from, unknown, end, unreachable } = known;
  const { shape, parameters } = renumbered(language.language.shape, language.language.parameters, from);
  const task = {
    kind: 'next-symbol',
    text: '',
    level,
    ...(ends ? { ends } : {}),
    vocabulary: tokens.length,
  } as const;
  const { spec: cell, hidden, layers } = shape;
  const renames = unknown !== null || end !== null;
  return {
    ok: true,
    model: {
      name,
      origin: 'other',
      config: { ...TRAINING, task, cell, hidden, layers, directions: 'forward' },
      shape,
      vocabulary: vocabularyOf(tokens),
      parameters,
      step: 0,
      devLoss: null,
      text: null,
      checkpoint: null,
      notes: [
        ...tensorNotes(language.language, shape.vocabulary - (unknown === null ? 1 : 0)),
        ...(unknown === null ? [{ code: 'unknown-added' } as const] : []),
        ...(renames ? [{ code: 'renamed', unknown: unknown ?? '', end: end ?? '' } as const] : []),
        ...(unreachable.length > 0
          ? [
              {
                code: 'unreachable',
                count: unreachable.length,
                examples: unreachable.slice(0, EXAMPLES),
              } as const,
            ]
          : []),
        { code: 'settings-ours' },
      ],
    },
  };
}

function tensorNotes({ embedding, notes }: TorchLanguage, inputs: number): readonly ImportNote[] {
  const unused = notes.flatMap((note) => (note.code === 'extra' ? [note] : []));
  return [
    ...(embedding === null ? [] : [{ code: 'embedding', name: embedding, inputs } as const]),
    ...notes.flatMap(plainNote),
    ...(unused.length > 0 ? [{ code: 'unused', tensors: unused } as const] : []),
  ];
}

/** Notes of the tensors that are this page's as well. */
export function plainNote(note: TorchStateNote): readonly ImportNote[] {
  switch (note.code) {
    case 'zero-bias':
    case 'head-zero-bias':
    case 'nonlinearity':
      return [note];
    default:
      return [];
  }
}
