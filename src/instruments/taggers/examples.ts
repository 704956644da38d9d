/** Pairs that begin alike and that the next word decides: one of training, two with words that training never puts together. */
export const EXAMPLES = [
  {
    word: 'Teddy',
    first: 'he said Teddy bears are on sale',
    second: 'he said Teddy Roosevelt was a great president',
  },
  {
    word: 'Olive',
    first: 'Harry says Olive cards are sold out',
    second: 'Harry says Olive Chen was a great doctor',
  },
  {
    word: 'Ruby',
    first: 'Hermione thinks Ruby boxes are very cheap',
    second: 'Hermione thinks Ruby Lopez was a great teacher',
  },
] as const;
