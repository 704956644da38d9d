import { smallestDtype, writeSafetensors } from '../../../models/convert/safetensors-write.ts';
import type { TorchStateExport } from '../../../models/convert/torch-state.ts';
import { writeTorchState } from '../../../models/convert/torch-state-write.ts';
import { type LabModel, toStackModel } from '../model.ts';
import { type SavedWith, writeSavedWith } from './saved-with.ts';

/** A file ready to be handed out, and what is in it. */
export interface SavedFile extends TorchStateExport {
  /** F32 where that loses nothing, as PyTorch's own files; F64 where some number needs it. */
  readonly dtype: 'F32' | 'F64';
  /** Its bytes. */
  bytes(): Uint8Array<ArrayBuffer>;
}

/** The network as a safetensors file that opens here again equal, number for number. */
export function savedFile(model: LabModel, saved: SavedWith): SavedFile {
  const written = writeTorchState(toStackModel(model));
  const isRounded = [...written.tensors.values()].every((tensor) => smallestDtype(tensor) === 'F32');
  const dtype = isRounded ? 'F32' : 'F64';
  const metadata = { ...written.metadata, ...writeSavedWith(saved) };
  return {
    ...written,
    metadata,
    dtype,
    bytes: () => new Uint8Array(writeSafetensors(written.tensors, { dtype, metadata })),
  };
}
