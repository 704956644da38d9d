/** Inputs that the figure must bear, given as they are; everything computed from them is computed. */
export const CAT = ['the', 'cat', 'which', 'already', 'ate', 'the', 'fish', 'was'] as const;
export const CHINESE = ['那只', '已经', '吃过', '鱼', '的', '猫', '吃饱了'] as const;
export const ARABIC = ['القطة', 'التي', 'أكلت', 'السمكة', 'كانت', 'شبعانة'] as const;
export const EMOJI = ['👩‍👩‍👧‍👦', 'ate', '🐟', '❤️', 'e\u0301te\u0301', '⟨UNK⟩'] as const;
export const LONG_TOKEN = [
  'the',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz',
  'characteristically',
  'was',
] as const;
export const HOSTILE = ['<script>', 'alert(1)', '</script>', '<img src=x>', '=1+1'] as const;
const FORTY_WORDS =
  'the cats which already ate the fish that the old man had caught in the river before the sun was up and the village woke were full and slept by the warm stove until the evening bell rang out again';
export const FORTY: readonly string[] = FORTY_WORDS.split(' ').slice(0, 40);
