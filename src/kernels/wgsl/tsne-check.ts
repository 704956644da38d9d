import { denseAffinities } from '../../models/projection/affinities.ts';
import { createTsne, tsneDefaults } from '../../models/projection/tsne.ts';
import { randomStart } from '../../models/projection/tsne-start.ts';
import { createRandom } from '../../models/random.ts';
import { createTsneOnDevice } from './tsne.ts';

/** More than a tile of points, few enough that the reference takes no time. */
const POINTS = 80;
const ITERATIONS = 8;
/** ‖difference‖ / ‖map‖ of single precision after that many iterations, with room. */
const TOLERANCE = 1e-2;

/** How far the device's map is from the reference's after a few iterations, relative; NaN: it has no numbers. */
export async function tsneError(device: GPUDevice): Promise<number> {
  const random = createRandom(7);
  const vectors = Float32Array.from({ length: POINTS * 4 }, () => random.normal());
  const settings = { ...tsneDefaults, perplexity: 8, exaggerationUntil: 4 };
  const P = denseAffinities(vectors, 4, settings.perplexity);
  const start = randomStart(POINTS, 2, random);
  const reference = createTsne(P, settings, start);
  const ours = await createTsneOnDevice(device, P, settings, start);
  try {
    await reference.step(ITERATIONS);
    await ours.step(ITERATIONS);
    const wanted = reference.positions();
    const found = ours.positions();
    const square = (values: Float32Array) => values.reduce((sum, x) => sum + x * x, 0);
    return Math.sqrt(square(wanted.map((x, i) => x - found[i]!)) / square(wanted));
  } finally {
    ours.dispose();
  }
}

/** Whether the device computes what the reference does: some return zeros, and no error. */
export const isTsneSound = async (device: GPUDevice): Promise<boolean> =>
  (await tsneError(device)) <= TOLERANCE;
