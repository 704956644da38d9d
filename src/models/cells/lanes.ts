/**
 * The array of one lane or gate. Throws when the cell has no such lane: asking a GRU for its output gate is a mistake of
 * the caller, not of the learner.
 */
export function lane<Role extends string>(
  lanes: Readonly<Partial<Record<Role, Float64Array>>>,
  role: Role,
): Float64Array {
  const values = lanes[role];
  if (!values) throw new RangeError(`this cell has no ${role} lane`);
  return values;
}

/** Fresh arrays of `length` zeros, one a role. */
export function zeroLanes<Role extends string>(
  roles: readonly Role[],
  length: number,
): Partial<Record<Role, Float64Array>> {
  const lanes: Partial<Record<Role, Float64Array>> = {};
  for (const role of roles) lanes[role] = new Float64Array(length);
  return lanes;
}
