// @ts-check
import { recurrentBench } from './recurrent.mjs';

export const { name, about, run } = recurrentBench('lstm');
