/** One stage of a transform: so many branches, and for each p < part the powers w^p … w^(p(radix−1)) of e^(−2πi/length). */
export interface FftStage {
  readonly radix: number;
  readonly part: number;
  readonly length: number;
}

const RADICES = [5, 3, 4, 2];

/** Stages of a transform of `size` elements. Throws a RangeError for a size with a prime factor above 5. */
export function fftStages(size: number): readonly FftStage[] {
  const stages: FftStage[] = [];
  let length = size;
  while (length > 1) {
    const radix = RADICES.find((candidate) => length % candidate === 0);
    if (radix === undefined) throw new RangeError(`${size} has a prime factor above 5`);
    stages.push({ radix, part: length / radix, length });
    length /= radix;
  }
  return stages;
}

const twiddleCount = ({ radix, part }: FftStage) => 2 * (radix - 1) * part;

/** Numbers of 32 bits that a plan takes. */
export function fftPlanNumbers(size: number): number {
  return fftStages(size).reduce((sum, stage) => sum + 2 + twiddleCount(stage), 2);
}

/** Writes what assembly/fft.ts reads. */
export function writeFftPlan(memory: WebAssembly.Memory, at: number, size: number): void {
  const stages = fftStages(size);
  const head = new Int32Array(memory.buffer, at, 2 + 2 * stages.length);
  head.set([size, stages.length]);
  let end = at + head.byteLength;
  stages.forEach((stage, i) => {
    head.set([stage.radix, end], 2 + 2 * i);
    const twiddles = new Float32Array(memory.buffer, end, twiddleCount(stage));
    fillTwiddles(twiddles, stage);
    end += twiddles.byteLength;
  });
}

function fillTwiddles(to: Float32Array, { radix, part, length }: FftStage): void {
  let at = 0;
  for (let p = 0; p < part; p++) {
    for (let j = 1; j < radix; j++) {
      const angle = (-2 * Math.PI * p * j) / length;
      to[at++] = Math.cos(angle);
      to[at++] = Math.sin(angle);
    }
  }
}
