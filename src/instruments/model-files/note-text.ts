import type { SayModelFiles } from './import-fault-text.ts';
import type { ImportNote } from './model-files.ts';

/** What a reader should know of a model that opened, in a sentence. */
export function noteText(text: SayModelFiles, note: ImportNote): string {
  switch (note.code) {
    case 'no-training':
    case 'rounded':
    case 'settings-ours':
    case 'unknown-added':
    case 'zero-bias':
      return text(`model-files.note-${note.code}`);
    case 'training-dropped':
    case 'embedding':
    case 'head-zero-bias':
      return text(`model-files.note-${note.code}`, { ...note });
    case 'nonlinearity':
      return text('model-files.note-nonlinearity', { taken: note.taken === 'relu' ? 'ReLU' : 'tanh' });
    case 'renamed':
      return text('model-files.note-renamed', {
        unknown: note.unknown || 'none',
        end: note.end || 'none',
      }).trim();
    case 'unreachable': {
      const examples = note.examples.map((token) => `“${token}”`).join(' ');
      return text('model-files.note-unreachable', { count: note.count, examples });
    }
    case 'unused':
      return text('model-files.note-unused', { count: note.tensors.length });
  }
}
