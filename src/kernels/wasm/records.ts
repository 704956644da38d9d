/*
 * The records that the two sides share: fields of 32 bits, in the order in which the classes in assembly/ declare them (a
 * test compares the two).
 */

export const LAYER_FIELDS = [
  'kind',
  'gateCount',
  'firstGates',
  'gate',
  'candidate',
  'output',
  'reset',
  'keeps',
  'peephole',
  'inputs',
  'hidden',
  'padded',
  'steps',
  'batch',
  'dense',
  'masked',
  'gateStride',
  'stateStride',
  'inputStride',
  'inputGradientStride',
  'parameters',
  'gradients',
  'packedFirst',
  'packedFirstBack',
  'packedSecond',
  'packedSecondBack',
  'packedInput',
  'packedInputBack',
  'bias',
  'recurrentBias',
  'peepholes',
  'ids',
  'input',
  'mask',
  'hiddenStates',
  'cellStates',
  'shown',
  'gates',
  'pre',
  'operand',
  'above',
  'hiddenGradient',
  'cellGradient',
  'operandGradient',
  'inputGradient',
] as const;

export const MODEL_FIELDS = [
  'directions',
  'sideBySide',
  'thins',
  'thinKey',
  'thinLimit',
  'thinKept',
  'layerCount',
  'layers',
  'layerBytes',
  'rows',
  'batch',
  'output',
  'outputGradient',
  'outputStride',
  'width',
  'padded',
  'classes',
  'columns',
  'headWeights',
  'headBias',
  'headWeightsGradient',
  'headBiasGradient',
  'packedHead',
  'packedHeadBack',
  'biasPadded',
  'targets',
  'asked',
  'askedCount',
  'chunk',
  'logits',
  'gathered',
  'gatheredGradient',
  'rowLoss',
  'rowRight',
  'scratch',
  'scratchBytes',
  'threads',
  'barrier',
  'parameters',
  'gradients',
  'moments',
  'parameterCount',
  'tail',
  'blockSums',
  'results',
  'optimizer',
  'coefficients',
] as const;

/** Addresses and sizes in bytes, counts, and codes. */
export type LayerRecord = Readonly<Record<(typeof LAYER_FIELDS)[number], number>>;
export type ModelRecord = Readonly<Record<(typeof MODEL_FIELDS)[number], number>>;

export const LAYER_BYTES = 4 * LAYER_FIELDS.length;
export const MODEL_BYTES = 4 * MODEL_FIELDS.length;

export function writeLayer(memory: WebAssembly.Memory, at: number, record: LayerRecord): void {
  const words = new Uint32Array(memory.buffer, at, LAYER_FIELDS.length);
  LAYER_FIELDS.forEach((field, i) => {
    words[i] = record[field];
  });
}

export function writeModel(memory: WebAssembly.Memory, at: number, record: ModelRecord): void {
  const words = new Uint32Array(memory.buffer, at, MODEL_FIELDS.length);
  MODEL_FIELDS.forEach((field, i) => {
    words[i] = record[field];
  });
}
