import type { Database } from '../../src/db/client.ts';

/** What each of the sandboxes has changed, by table: as many rows as a few weeks of practice leave. */
const CHANGED: Record<string, number> = {
  attendance_marks: 72,
  scores: 36,
  attendance_submissions: 4,
};

const SEPARATE = 977;

/**
 * Begins `count` sandboxes on a published school, each with its own layer of changed rows of that school, by a few
 * statements of the owner. Gives how many rows that makes.
 */
export async function buildSandboxes(
  { owner }: Database,
  {
    count,
    template,
    today,
    personaId,
  }: { count: number; template: number; today: string; personaId: number },
): Promise<number> {
  await owner`
    with made as (
      insert into platform.layers (created_at) select now() from generate_series(1, ${count}) returning id
    )
    insert into platform.sandboxes (account_id, template, layer, today, persona_kind, persona_id)
    select 1000 + row_number() over (order by id), ${template}, id, ${today}, 'staff', ${personaId} from made`;
  let rows = 0;
  for (const [table, changed] of Object.entries(CHANGED)) {
    rows += await changeRows(owner, { table, changed, template });
  }
  await owner`vacuum (analyze)`;
  return rows;
}

async function changeRows(
  owner: Database['owner'],
  { table, changed, template }: { table: string; changed: number; template: number },
): Promise<number> {
  const columns = await owner<{ name: string }[]>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} and column_name <> 'version'
    order by ordinal_position`;
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  const result = await owner.unsafe(`
    with given as materialized (
      select row_number() over (order by id) - 1 as n, count(*) over () as rows, *
      from practice.${table} where space = ${template}
    ),
    numbered as materialized (
      select layer, (row_number() over (order by layer) * ${SEPARATE}) as start from platform.sandboxes
      where template = ${template}
    )
    insert into practice.${table} (space, gone, version, ${list})
    select s.layer, false, g.version + 1, ${columns.map(({ name }) => `g."${name}"`).join(', ')}
    from numbered s
    cross join generate_series(0, ${changed - 1}) k
    join given g on g.n = (s.start + k) % (select rows from given limit 1)`);
  return result.count;
}
