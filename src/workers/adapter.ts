/** What a WebGPU adapter says about itself. */
export interface AdapterFacts {
  /** For people: vendor, architecture, description; whatever is known. */
  readonly name: string;
  /** Computes on the CPU: slower than our own CPU tiers, so it does not count. */
  readonly isSoftware: boolean;
}

/** The part of GPUAdapter that is looked at; older browsers keep `isFallbackAdapter` on the adapter itself. */
export interface AdapterLike {
  readonly info?: Partial<GPUAdapterInfo> | undefined;
  readonly isFallbackAdapter?: boolean | undefined;
}

/** Names under which software renderers hide without calling themselves a fallback. */
const SOFTWARE = /swiftshader|llvmpipe|lavapipe|softpipe|basic render|\bwarp\b/i;

export function describeAdapter({ info = {}, isFallbackAdapter = false }: AdapterLike): AdapterFacts {
  const words = [info.vendor, info.architecture, info.description, info.device].filter(Boolean);
  const text = words.join(' ');
  const isFallback = isFallbackAdapter || info.isFallbackAdapter === true;
  return {
    name: info.description || [info.vendor, info.architecture].filter(Boolean).join(' ') || 'GPU',
    isSoftware: isFallback || SOFTWARE.test(text),
  };
}

/** The adapter that TF.js would get, or null where there is none. Asking may throw in locked-down browsers. */
export async function findAdapter(
  gpu: GPU | undefined = globalThis.navigator?.gpu,
): Promise<AdapterFacts | null> {
  try {
    const adapter = await gpu?.requestAdapter({ powerPreference: 'high-performance' });
    return adapter ? describeAdapter(adapter) : null;
  } catch {
    return null;
  }
}
