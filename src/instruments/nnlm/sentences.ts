/**
 * What the network reads if nobody gives it another text: made up, in the manner of Ng's example. No "glass of apple" is in it;
 * whether juice may follow must come from what oranges, grapes and apples have in common.
 */
export const SENTENCES = `I want a glass of orange juice
I want a glass of grape juice
I want a glass of cold water
I want a glass of warm milk
I want a cup of hot tea
I want a cup of hot coffee
he drinks a glass of orange juice
she drinks a glass of grape juice
she drinks a glass of cold milk
he drinks a glass of warm water
I eat a ripe orange
I eat a ripe apple
I eat a ripe grape
he eats a sweet orange
he eats a sweet apple
she eats a sweet grape
the orange is ripe
the apple is ripe
the grape is ripe
the orange grows on a tree
the apple grows on a tree
the grape grows on a vine
the water is cold
the milk is cold
the milk is warm
the tea is hot
the coffee is hot
the cup of tea is hot
a glass of water is cold
a glass of milk is cold
a glass of water is warm`;

/** Beginnings to try. */
export const BEGINNINGS = [
  'I want a glass of orange',
  'I want a glass of apple',
  'I want a glass of tea',
  'I want a cup of hot',
  'the apple grows on a',
] as const;
