import { type SQL, sql } from 'drizzle-orm';
import type { Ctx } from '../../db/ctx.ts';
import type { Day } from '../../shared/days.ts';
import { type Page, type PageRequest, pageOf } from '../../shared/paging.ts';
import type { ControlCtx } from '../standing.ts';
import { descriptions } from './all.ts';
import type { Area, Named } from './describe.ts';
import { nameOfRow } from './names.ts';
import {
  type Change,
  type ChangedRow,
  descriptionOf,
  isTold,
  type NameOf,
  references,
  tell,
} from './rows.ts';

export type Grouping = 'area' | 'day' | 'student' | 'class';

export type ChangesAsked = PageRequest & {
  by: Grouping;
  area?: Area;
  day?: Day;
  studentId?: number;
  sectionId?: number;
};

/** A page of changes, and how many there are of each area in the whole sandbox. */
export type ChangesTold = Page<Change> & { counts: { area: Area; count: number }[] };

/** Every row in which the sandbox differs from its school, but for those that only repeat another. */
export async function listChangedRows({ tx, standing }: ControlCtx): Promise<ChangedRow[]> {
  const rows = await tx.execute<ChangedRow>(sql`
    select table_name as "table", id, kind, before, after
    from app.layer_changes(${standing.template}, ${standing.layer})`);
  return rows.filter(isTold);
}

/**
 * A page of the changes in readable words, grouped by `by`: by area, day, student or class first and by the others
 * within. Names come from the sandbox's own view of the school, and of removed rows from what they were.
 */
export async function tellChanges(ctx: Ctx, rows: ChangedRow[], asked: ChangesAsked): Promise<ChangesTold> {
  const counts = countByArea(rows);
  const wanted = rows.filter(({ table }) => !asked.area || descriptionOf(table).area === asked.area);
  if (wanted.length === 0) return { items: [], next: null, counts };
  const subjects = await findSubjects(ctx, wanted, asked);
  const page = pageOf(subjects, asked.limit, ({ keys, table, id }) => [...keys, table, id]);
  const byKey = new Map(wanted.map((row) => [keyOf(row), row]));
  const changed = page.items.map((subject) => ({ subject, row: byKey.get(keyOf(subject))! }));
  const nameOf = await findNames(
    ctx,
    changed.map(({ row }) => row),
    rows,
  );
  const items = changed.map(({ subject, row }) => {
    const { area, what } = descriptionOf(row.table);
    const { student_id, student, section_id, section, day } = subject;
    return {
      key: `${what}-${row.id}`,
      area,
      what,
      kind: row.kind,
      day,
      student: student_id === null ? null : { id: student_id, name: student ?? '' },
      section: section_id === null ? null : { id: section_id, code: section ?? '' },
      ...tell(row, nameOf),
    };
  });
  return { items, next: page.next, counts };
}

type Subject = {
  table: string;
  id: number;
  student_id: number | null;
  student: string | null;
  section_id: number | null;
  section: string | null;
  day: Day | null;
  keys: [string, string, string, string];
};

const keysBy: Record<Grouping, SQL> = {
  area: sql`array[area, coalesce(day, '~'), coalesce(section, '~'), coalesce(student, '~')]`,
  day: sql`array[coalesce(day, '~'), area, coalesce(section, '~'), coalesce(student, '~')]`,
  student: sql`array[coalesce(student, '~'), area, coalesce(day, '~'), coalesce(section, '~')]`,
  class: sql`array[coalesce(section, '~'), area, coalesce(day, '~'), coalesce(student, '~')]`,
};

/** Whom, which class and which day each row is about; one page and one row of them, in order. */
async function findSubjects({ tx }: Ctx, rows: ChangedRow[], asked: ChangesAsked): Promise<Subject[]> {
  const tables = [...new Set(rows.map(({ table }) => table))];
  const stand = rows.map(({ table, id, before, after }) => ({ table, id, row: after ?? before }));
  const { by, day = null, studentId = null, sectionId = null, limit, after } = asked;
  const [a, b, c, d, table, id] = after ?? [];
  const following =
    after === null
      ? sql`true`
      : sql`(keys, "table", id) > (array[${a}, ${b}, ${c}, ${d}]::text[], ${table}::text, ${id}::bigint)`;
  return tx.execute<Subject>(sql`
    with changed as materialized (
      select * from json_to_recordset(${JSON.stringify(stand)}::json) as c ("table" text, id bigint, "row" jsonb)
    ),
    subjects as (${sql.join(tables.map(subjectsOf), sql` union all `)}),
    named as (
      select
        s.*,
        coalesce(
          (select ${nameOfRow('students')} from students n where n.id = s.student_id),
          (select ${nameOfRow('students')} from changed c, jsonb_populate_record(null::students, c.row) n
            where c.table = 'students' and c.id = s.student_id)
        ) as student,
        coalesce(
          (select ${nameOfRow('sections')} from sections n where n.id = s.section_id),
          (select ${nameOfRow('sections')} from changed c, jsonb_populate_record(null::sections, c.row) n
            where c.table = 'sections' and c.id = s.section_id)
        ) as section
      from subjects s
      where (${day}::text is null or s.day = ${day}::text)
        and (${studentId}::bigint is null or s.student_id = ${studentId}::bigint)
        and (${sectionId}::bigint is null or s.section_id = ${sectionId}::bigint)
    ),
    ordered as (select *, ${keysBy[by]} as keys from named)
    select * from ordered where ${following} order by keys, "table", id limit ${limit + 1}`);
}

function subjectsOf(table: string): SQL {
  const { area, student, section, day } = descriptionOf(table);
  return sql`
    select
      c.table, c.id, ${areaOrder(area)}::text as area, ${student ?? sql`null`}::bigint as student_id,
      ${section ?? sql`null`}::bigint as section_id, ${day ?? sql`null`}::text as day
    from changed c
    cross join lateral jsonb_populate_record(null::${sql.identifier(table)}, c.row) r
    where c.table = ${table}`;
}

const areas = [...new Set(descriptions.map(({ area }) => area))];

function areaOrder(area: Area): string {
  return String(areas.indexOf(area)).padStart(2, '0');
}

function countByArea(rows: ChangedRow[]): ChangesTold['counts'] {
  return areas
    .map((area) => ({ area, count: rows.filter(({ table }) => descriptionOf(table).area === area).length }))
    .filter(({ count }) => count > 0);
}

/** Names of everything that rows refer to: as the sandbox has it now, or as it was before it was removed. */
async function findNames({ tx }: Ctx, shown: ChangedRow[], all: ChangedRow[]): Promise<NameOf> {
  const ids = new Map<Named, Set<number>>();
  for (const { of, id } of shown.flatMap(references)) ids.set(of.of, (ids.get(of.of) ?? new Set()).add(id));
  if (ids.size === 0) return () => null;
  const reads = [...ids].map(([of, found]) => {
    const removed = all.filter(({ table, kind }) => table === of && kind === 'removed');
    const list = [...found].join();
    return sql`
      select ${of}::text as of, n.id, ${nameOfRow(of)} as name
      from (
        select * from json_populate_recordset(null::${sql.identifier(of)}, ${JSON.stringify(removed.map(({ before }) => before))}::json)
        union all
        select * from ${sql.identifier(of)}
      ) n
      where n.id = any (string_to_array(${list}, ',')::bigint[])`;
  });
  const found = await tx.execute<{ of: Named; id: number; name: string }>(sql.join(reads, sql` union all `));
  const known = new Map(found.map(({ of, id, name }) => [`${of} ${id}`, name]));
  return ({ of }, id) => known.get(`${of} ${id}`) ?? null;
}

function keyOf({ table, id }: { table: string; id: number }): string {
  return `${table} ${id}`;
}
