/** Noise words of the question about the loss at the start. */
export const START = { negatives: 5 } as const;

/** Loss of a pair when every score is 0: each of the K + 1 answers is one half. */
export const startLoss = (START.negatives + 1) * Math.LN2;

/** Two words, one so many times as frequent as the other, and the exponent of word2vec. */
export const RATIO = { times: 10_000, exponent: 0.75 } as const;

/** How many times as often it is drawn. */
export const drawnTimes = Math.round(RATIO.times ** RATIO.exponent);
