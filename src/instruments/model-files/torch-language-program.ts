import type { NextSymbolShape } from '../../models/language/next-symbol.ts';
import { tokenize } from '../../models/text/tokenize.ts';
import { UNKNOWN_TOKEN } from '../../models/text/vocabulary.ts';
import { commentLines, indent, type Lines } from '../code/network.ts';
import { torchLoad } from '../code/torch-load.ts';
import { torchModel } from '../code/torch-model.ts';
import type { OpenModel } from '../language/open-model.ts';
import { stackOf } from './export-model.ts';
import { MODEL_KEY, TRAINING_PREFIX } from './model-files.ts';

/** Tokens that the program reads before it says something. */
const SEED_TOKENS = 12;

/** What the program is of. */
export interface LanguageProgram {
  readonly model: Pick<OpenModel, 'shape' | 'vocabulary' | 'config'>;
  /** The safetensors file beside it. */
  readonly file: string;
  /** Its first tokens are read. */
  readonly passage: string;
  /** Comments above it. */
  readonly notes: readonly string[];
}

/** Python's way to write a text: JSON's, whose escapes Python has as well. */
const quoted = (text: string): string => JSON.stringify(text);

/** The first tokens of the passage that the model knows; its most frequent token where there are none. */
export function seedTokens(
  { config, vocabulary }: LanguageProgram['model'],
  passage: string,
): readonly string[] {
  const known = tokenize(passage.slice(0, 400), config.task)
    .filter((token) => vocabulary.ids.has(token))
    .slice(0, SEED_TOKENS);
  return known.length > 0 ? known : [vocabulary.tokens[1] ?? UNKNOWN_TOKEN];
}

function networkOf(shape: NextSymbolShape) {
  return { stack: stackOf(shape), classes: shape.vocabulary };
}

const readLines = (vocabulary: number): Lines => [
  'def read(tokens, state=None):',
  '    """Logits of the next token, and the state behind the last one."""',
  '    numbers = torch.tensor([ids.get(token, 0) for token in tokens])  # 0 is ⟨UNK⟩',
  `    x = nn.functional.one_hot(numbers, ${vocabulary}).double()`,
  '    with torch.no_grad():',
  '        logits, state = model(x, state)',
  '    return logits[-1], state',
  '',
  'def sample(seed, length, temperature=1.0):',
  '    logits, state = read(seed)',
  '    said = []',
  '    for _ in range(length):',
  '        chosen = torch.multinomial((logits / temperature).softmax(-1), 1).item()',
  '        said.append(tokens[chosen])',
  '        logits, state = read([tokens[chosen]], state)',
  '    return said',
];

/**
 * A complete program: reads NAME.safetensors with its vocabulary, prints the most probable next tokens after the seed, then what
 * it samples.
 */
export function torchLanguageProgram({ model, file, passage, notes }: LanguageProgram): string {
  const { shape, config } = model;
  const network = networkOf(shape);
  const { lines, isNative } = torchModel(network, 'file');
  const joint = config.task.level === 'word' ? "' '" : "''";
  const seed = seedTokens(model, passage).map(quoted).join(', ');
  return [
    ...commentLines(notes, '#'),
    'import json',
    'import torch',
    'from safetensors import safe_open',
    'from torch import nn',
    '',
    'torch.set_default_dtype(torch.float64)',
    '',
    `with safe_open(${quoted(file)}, 'pt') as file:`,
    ...indent(
      [
        `about = json.loads(file.metadata()['${MODEL_KEY}'])`,
        `names = [name for name in file.keys() if not name.startswith('${TRAINING_PREFIX}')]`,
        'tensors = {name: file.get_tensor(name).double() for name in names}',
      ],
      '    ',
    ),
    "tokens = about['vocabulary']",
    'ids = {token: number for number, token in enumerate(tokens)}',
    '',
    ...lines,
    ...torchLoad(network, isNative, 'tensors'),
    '',
    ...readLines(shape.vocabulary),
    '',
    `seed = [${seed}]`,
    'logits, _ = read(seed)',
    'for probability, number in zip(*logits.softmax(-1).topk(min(5, len(tokens)))):',
    "    print(f'{probability.item():.6f}', repr(tokens[number]))",
    `print(${joint}.join(seed + sample(seed, 200)))`,
    '',
  ].join('\n');
}
