import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '../db/client.ts';
import { layers } from '../db/spaces/schema.ts';

/** A new, empty layer's number. */
export async function newLayer(tx: Tx): Promise<number> {
  const [made] = await tx.insert(layers).values({}).returning({ id: layers.id });
  return made!.id;
}

/** A new layer with the rows of another. Costs as much as was changed there, however large the school is. */
export async function copyOfLayer(tx: Tx, layer: number): Promise<number> {
  const copy = await newLayer(tx);
  await tx.execute(sql`select app.copy_layer(${layer}, ${copy})`);
  return copy;
}

/** Leaves layers that nothing points to any more to the cleaner. */
export async function abandon(tx: Tx, now: Date, ...ids: (number | undefined)[]): Promise<void> {
  const known = ids.filter((id) => id !== undefined);
  if (known.length === 0) return;
  await tx.update(layers).set({ abandoned_at: now }).where(inArray(layers.id, known));
}
