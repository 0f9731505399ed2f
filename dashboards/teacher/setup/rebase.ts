/** The fields of a form, as they stand in its controls. */
export type Fields = Record<string, string | boolean>;

/**
 * A draft laid over what somebody else saved meanwhile: fields I left alone take theirs, fields I changed stay mine.
 * `clashes` has their value of each field that both of us changed, to different values.
 */
export function rebaseDraft<Draft extends Fields>({
  base,
  mine,
  theirs,
}: {
  base: Draft;
  mine: Draft;
  theirs: Draft;
}): { draft: Draft; clashes: Partial<Draft> } {
  const draft: Fields = {};
  const clashes: Fields = {};
  for (const [field, their] of Object.entries(theirs)) {
    const my = mine[field];
    const touched = my !== undefined && my !== base[field];
    draft[field] = touched ? my : their;
    if (touched && their !== base[field] && their !== my) clashes[field] = their;
  }
  return { draft: draft as Draft, clashes: clashes as Partial<Draft> };
}

/** The fields of a draft that differ from where it began. */
export function changesOf<Draft extends Fields>(base: Draft, draft: Draft): Partial<Draft> {
  return Object.fromEntries(
    Object.entries(draft).filter(([field, value]) => value !== base[field]),
  ) as Partial<Draft>;
}
