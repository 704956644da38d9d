import { type CountedModel, type CountedText, countText, modelOf } from './count-text.ts';
import type { CountedSettings } from './settings.ts';

/** Three sentences, twice: "a b ." two times of three, "c b ." the third; each ends in ⟨EOS⟩. */
export const STORY = 'a b. a b. c b.\n'.repeat(2);

/** Counted by words; the tenth of a short text that is kept for measuring is put behind it. */
export async function countedStory(story = STORY): Promise<CountedText> {
  const text = `${story}${' '.repeat(Math.ceil(story.length / 9) + 1)}`;
  const request = {
    text,
    amount: story.length,
    tokenization: { level: 'word', ends: 'sentences' },
    vocabulary: 100,
  } as const;
  const counted = await countText(
    request,
    () => Promise.resolve(),
    () => true,
  );
  if (!counted) throw new Error('not counted');
  return counted;
}

export async function storyModel(
  settings: Partial<CountedSettings> = {},
): Promise<{ readonly counted: CountedText; readonly model: CountedModel }> {
  const counted = await countedStory();
  return { counted, model: modelOf(counted, { smoothing: 'none', order: 2, logK: 0, ...settings }) };
}
