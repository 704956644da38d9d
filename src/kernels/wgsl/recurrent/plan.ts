/** What of a device the shape of a workgroup depends on. */
export interface WorkgroupLimits {
  readonly maxComputeInvocationsPerWorkgroup: number;
  readonly maxComputeWorkgroupSizeX: number;
  readonly maxComputeWorkgroupStorageSize: number;
}

/** How a workgroup goes about a recurrence. */
export interface WorkgroupPlan {
  /** Batch rows of one workgroup: 4, 2 or 1, the lanes of one vector. Each weight that is read serves all of them. */
  readonly rows: 1 | 2 | 4;
  /** Invocations side by side, each with a hidden unit of its own. */
  readonly units: number;
  /** Invocations that share a unit, each with a slice of its sums. */
  readonly slices: number;
  /** Units that an invocation takes one after the other. */
  readonly rounds: number;
}

/** Invocations of a workgroup: what every device allows. See docs/decisions/wgsl-kernels.md. */
const INVOCATIONS = 256;
const MOST_SLICES = 8;
/** A slice of fewer terms is not worth the exchange. */
const SHORTEST_SLICE = 8;

/**
 * The workgroup for `hidden` units. `vectors` says how many rows-wide numbers of workgroup memory a kernel needs, given
 * the slices. Takes as many rows as the batch has and the memory holds. Throws a RangeError when not even one fits.
 */
export function planWorkgroup(
  hidden: number,
  batch: number,
  limits: WorkgroupLimits,
  vectors: (slices: number) => number,
): WorkgroupPlan {
  const most = Math.min(
    INVOCATIONS,
    limits.maxComputeInvocationsPerWorkgroup,
    limits.maxComputeWorkgroupSizeX,
  );
  const rounds = Math.ceil(hidden / most);
  const units = Math.ceil(hidden / rounds);
  const share = Math.min(MOST_SLICES, Math.floor(most / units), Math.floor(hidden / SHORTEST_SLICE));
  const slices = rounds > 1 ? 1 : Math.max(1, share);
  const bytes = (rows: number) => 4 * rows * vectors(slices);
  const fits = ([4, 2, 1] as const).filter((rows) => bytes(rows) <= limits.maxComputeWorkgroupStorageSize);
  const rows = fits.find((each) => each === 1 || each < 2 * batch);
  if (!rows) {
    throw new RangeError(
      `a recurrence of ${hidden} units needs ${bytes(1)} bytes of workgroup memory; this device allows ${limits.maxComputeWorkgroupStorageSize}`,
    );
  }
  return { rows, units, slices, rounds };
}
