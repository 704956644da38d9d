import type { LabNetwork } from '../model.ts';

/** What a file of the lab's own says beside its numbers. PyTorch keeps it and does not look at it. */
export interface SavedWith {
  /** Texts of the inputs by id; null: the inputs are numbers, or nobody said. */
  readonly vocabulary: readonly string[] | null;
  /** What else the lab wants back, in its own words. */
  readonly context: string | null;
}

const VOCABULARY_KEY = 'unrolled.vocabulary';
const CONTEXT_KEY = 'unrolled.context';

export function writeSavedWith({ vocabulary, context }: SavedWith): Readonly<Record<string, string>> {
  return {
    ...(vocabulary ? { [VOCABULARY_KEY]: JSON.stringify(vocabulary) } : {}),
    ...(context === null ? {} : { [CONTEXT_KEY]: context }),
  };
}

/** A vocabulary counts when it has a text for each input of the network. */
export function readSavedWith(metadata: ReadonlyMap<string, string>, { stack }: LabNetwork): SavedWith {
  const vocabulary = readTexts(metadata.get(VOCABULARY_KEY));
  return {
    vocabulary: vocabulary?.length === stack.inputs ? vocabulary : null,
    context: metadata.get(CONTEXT_KEY) ?? null,
  };
}

function readTexts(json: string | undefined): readonly string[] | null {
  if (json === undefined) return null;
  try {
    const value: unknown = JSON.parse(json);
    return Array.isArray(value) && value.every((each) => typeof each === 'string') ? value : null;
  } catch {
    return null;
  }
}
