/** Pairs that differ in gender and, as far as words do, in nothing else. The first is to the left. */
export const ONE_PAIR = 'he she';
export const TEN_PAIRS =
  'he she, his her, himself herself, man woman, boy girl, son daughter, father mother, male female, uncle aunt, king queen';

export const PAIRS = { one: ONE_PAIR, ten: TEN_PAIRS } as const;

/** Occupations and a few adjectives: none of them says by definition whether a man or a woman is meant. */
export const OCCUPATIONS =
  'nurse dancer nanny teacher librarian designer chef psychologist writer student doctor surgeon pilot lawyer scientist programmer physician carpenter engineer architect captain coach boss';

/**
 * Words that do say it. They are no evidence of bias, and stay out of the test of what is left. First names stay in: most say
 * it by custom, and the reader should see that they are there.
 */
export const GENDERED: ReadonlySet<string> = new Set(
  (
    'he she his her him hers himself herself man woman men women boy girl boys girls male female males females son daughter sons ' +
    'daughters father mother fathers mothers dad mom mum mama papa parents king queen kings queens prince princess princes princesses ' +
    'uncle aunt nephew niece brother sister brothers sisters husband wife husbands wives actor actress actors actresses gentleman lady ' +
    'gentlemen ladies grandfather grandmother guy guys girlfriend boyfriend mr mrs ms sir madam bride groom widow widowed pregnant ' +
    'pregnancy maternal paternal motherhood feminine masculine bishop pope monk nun duke duchess emperor empress god goddess hero ' +
    'heroine waiter waitress policeman policemen businessman businessmen spokesman spokeswoman chairman chairwoman congressman ' +
    'congresswoman stepfather stepmother lesbian lesbians stepson stepdaughter stepbrother stepsister grandson grandsons granddaughter ' +
    'granddaughters grandma grandpa moms dads housewife housewives widower maid mistress baroness countess fiancee policewoman ' +
    'policewomen boyfriends girlfriends congressmen chairmen spokesmen spokeswomen maternity paternity girlhood boyhood womanhood manhood'
  ).split(' '),
);
