import { describe, expect, it } from 'vitest';
import { DEFAULT_GRU } from '../../models/cells/roles.ts';
import { exportModel, prepareExport } from './export-model.ts';
import { FULL_CONFIG, trained } from './subject.testkit.ts';
import { seedTokens, torchLanguageProgram } from './torch-language-program.ts';

const subject = await trained(FULL_CONFIG);
const { model } = subject;
const program = (made = model, passage = 'the cat "sat"\n') =>
  torchLanguageProgram({ model: made, file: 'cats.safetensors', passage, notes: ['why'] });

/*
 * PyTorch itself (1.13.1) ran programs for nn.LSTM with and without the state of training, peepholes, both kinds of GRU and nn.RNN
 * when this was written: within 5e-17 of the reference. It is no part of the tests. Here: that names and sizes are the file's.
 */
describe('the program that samples in PyTorch', () => {
  it('makes the module whose names the file has, and passes by the state of training', () => {
    const code = program();
    const { vocabulary, hidden } = model.shape;
    expect(code.startsWith('# why\nimport json')).toBe(true);
    expect(code).toContain(`self.rnn = nn.LSTM(${vocabulary}, ${hidden}, num_layers=2)`);
    expect(code).toContain(`self.head = nn.Linear(${hidden}, ${vocabulary})`);
    expect(code).toContain("if not name.startswith('training.')");
    const { state } = prepareExport(subject, { precision: 'exact' });
    expect([...state.tensors.keys()].every((name) => /^(rnn|head)\./.test(name))).toBe(true);
  });

  it('writes out a cell that PyTorch lacks, on the names that its file has', async () => {
    const gru = await trained({ ...FULL_CONFIG, cell: DEFAULT_GRU });
    const code = program(gru.model);
    expect(code).toContain('class Cell(nn.Module)');
    expect(code).toContain("state.pop('head.weights').T");
    const { state } = prepareExport(gru, { precision: 'exact' });
    expect([...state.tensors.keys()]).toContain('layers.1.recurrentWeights');
  });

  it('begins with tokens that the model knows, quoted for Python', () => {
    expect(seedTokens(model, 'the §§ cat')).toEqual([...'the  cat']);
    expect(seedTokens(model, '§')).toEqual([model.vocabulary.tokens[1]]);
    expect(program(model, 'the cat\n')).toContain('seed = ["t", "h", "e", " ", "c", "a", "t"');
  });
});

describe('a file’s name', () => {
  it('is the model’s, without what a file system would stumble over', () => {
    const names = exportModel(subject, { precision: 'exact' }).map(({ name }) => name);
    expect(names).toEqual(['Cats- 1-2.safetensors', 'Cats- 1-2.json']);
    const odd = exportModel({ ...subject, name: ' ../白鲸\n?' }, { precision: 'exact' });
    expect(odd[0]?.name).toMatch(/^[^./\\?\n][^/\\?\n]*白鲸-?\.safetensors$/);
    expect(exportModel({ ...subject, name: '..' }, { precision: 'exact' })[0]?.name).toBe(
      'model.safetensors',
    );
  });
});
