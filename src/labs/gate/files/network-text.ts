import { torchModule } from '../../../instruments/code/torch-model.ts';
import { outputWidth } from '../../../models/cells/stack.ts';
import { torchObstacles } from '../../../models/convert/torch-state-obstacles.ts';
import type { LabNetwork } from '../model.ts';

/** A network in one line of PyTorch; what PyTorch lacks goes without its `nn`. */
export function networkText({ stack, classes }: LabNetwork): string {
  const module = torchModule(stack);
  const own = torchObstacles(stack).length > 0;
  const both = own && stack.directions === 'sum' ? module.replace('=True', "='sum'") : module;
  const text = own ? both.replace(/^nn\./, '') : module;
  return classes === null ? text : `${text} → ${headText({ stack, classes })}`;
}

/** Its read-out. */
export function headText({ stack, classes }: LabNetwork): string {
  return `nn.Linear(${outputWidth(stack)}, ${classes ?? 0})`;
}
