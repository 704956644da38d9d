import { CELL_STATES } from './cellStates.tsx';
import { CONTROL_STATES } from './controlStates.tsx';
import { EMBEDDING_STATES } from './embeddingStates.tsx';
import { FIGURE_STATES } from './figureStates.tsx';
import { FILE_STATES } from './fileStates.tsx';
import type { GalleryState } from './galleryTypes.ts';
import { GRADIENT_STATES } from './gradientStates.tsx';
import { MAP_STATES } from './mapStates.tsx';
import { MEMORY_STATES } from './memoryStates.tsx';
import { NGRAM_STATES } from './ngramStates.tsx';
import { PLOT_STATES } from './plotStates.tsx';
import { SAMPLING_STATES } from './samplingStates.tsx';
import { SEQUENCE_STATES } from './sequenceStates.tsx';
import { SEQUENCE_TYPE_STATES } from './sequenceTypeStates.tsx';
import { SOFTMAX_TREE_STATES } from './softmaxTreeStates.tsx';
import { STACK_STATES } from './stackStates.tsx';
import { TAG_STATES } from './tagStates.tsx';
import { TEXT_STATES } from './textStates.tsx';
import { THROUGH_TIME_STATES } from './throughTimeStates.tsx';
import { TRAINING_STATES } from './trainingStates.tsx';
import { VECTOR_STATES } from './vectorStates.tsx';
import { WORD_TEXT_STATES } from './wordTextStates.tsx';

/** Every named state of every component; what the gallery lists and the browser tests walk. */
export const STATES: readonly GalleryState[] = [
  ...FIGURE_STATES,
  ...STACK_STATES,
  ...TAG_STATES,
  ...PLOT_STATES,
  ...SEQUENCE_STATES,
  ...SEQUENCE_TYPE_STATES,
  ...CONTROL_STATES,
  ...TEXT_STATES,
  ...WORD_TEXT_STATES,
  ...THROUGH_TIME_STATES,
  ...MEMORY_STATES,
  ...GRADIENT_STATES,
  ...NGRAM_STATES,
  ...SAMPLING_STATES,
  ...CELL_STATES,
  ...FILE_STATES,
  ...TRAINING_STATES,
  ...EMBEDDING_STATES,
  ...SOFTMAX_TREE_STATES,
  ...MAP_STATES,
  ...VECTOR_STATES,
];
