/** Milliseconds that one run of `work` took. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The value below which `share` (0 to 1) of the sorted or unsorted values lie; NaN of nothing. */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

export function median(values: number[]): number {
  return percentile(values, 0.5);
}

/**
 * Median milliseconds of two ways to do the same, run in turn so that both meet the same machine: first
 * `warmups` rounds that are not counted, then `rounds` that are.
 */
export async function compared(
  rounds: number,
  ways: { ours: (round: number) => Promise<unknown>; theirs: (round: number) => Promise<unknown> },
  warmups = 3,
): Promise<{ ours: number; theirs: number }> {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < warmups + rounds; round++) {
    const mine = await timed(() => ways.ours(round));
    const plain = await timed(() => ways.theirs(round));
    if (round < warmups) continue;
    ours.push(mine);
    theirs.push(plain);
  }
  return { ours: median(ours), theirs: median(theirs) };
}
