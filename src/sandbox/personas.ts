import { sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import type { Ctx } from '../db/ctx.ts';
import type { SandboxState } from '../db/spaces/schema.ts';
import type { Account, Role } from '../shared/context.ts';
import { notFound } from '../shared/errors.ts';
import { type Page, type PageRequest, pageOf } from '../shared/paging.ts';
import { stableChoice } from './rules.ts';

/** Someone of the school, as whom a person acts in their sandbox. */
export type Persona = Pick<SandboxState, 'personaKind' | 'personaId'>;

/** Who starts a sandbox. A `staffNumber` that the school has too is played by its owner. */
export type Player = { accountId: number; staffNumber: string | null; role: Role };

/** An account as a player: of the first of its roles, or a teacher. */
export function playerOf({ id, staffNumber, roles }: Account): Player {
  return { accountId: id, staffNumber, role: roles[0]?.role ?? 'teacher' };
}

type Member = { id: number; staffNumber: string; roles: Role[]; teaches: boolean };

const casts = new WeakMap<Database, Map<number, Promise<Member[]>>>();

/**
 * Whom somebody plays in a school before they choose: themselves where the school has their staff number, else
 * always the same person of their role, teachers with classes first, else any teacher.
 */
export async function personToPlay(db: Database, template: number, player: Player): Promise<Persona> {
  const cast = await castOf(db, template);
  const own = cast.find((member) => member.staffNumber === player.staffNumber);
  if (own) return { personaKind: 'staff', personaId: own.id };
  const alike = [
    cast.filter(
      (member) => member.roles.includes(player.role) && (player.role !== 'teacher' || member.teaches),
    ),
    cast.filter((member) => member.teaches),
    cast,
  ].find((members) => members.length > 0);
  if (!alike) throw notFound('staff');
  return { personaKind: 'staff', personaId: alike[stableChoice(player.accountId, alike.length)]!.id };
}

/** The staff of a published school. It never changes, so it is read once. */
function castOf(db: Database, template: number): Promise<Member[]> {
  const known = casts.get(db) ?? new Map<number, Promise<Member[]>>();
  casts.set(db, known);
  const cast = known.get(template) ?? readCast(db, template);
  known.set(template, cast);
  cast.catch(() => known.delete(template));
  return cast;
}

async function readCast(db: Database, template: number): Promise<Member[]> {
  return db.sandbox.transaction(
    async (tx) => {
      await tx.execute(sql`
        select set_config('app.template', ${String(template)}, true), set_config('app.layer', '-1', true)`);
      return tx.execute<Member>(sql`
        select
          s.id, s.staff_number as "staffNumber",
          array(select r.role from staff_roles r where r.staff_id = s.id) as roles,
          exists (select from section_staff t where t.staff_id = s.id) as teaches
        from staff s
        order by s.id`);
    },
    { accessMode: 'read only' },
  );
}

/** A person to act as, with what tells them apart: title and roles of staff, a student's grade, a guardian's children. */
export type PersonaRow = {
  kind: Persona['personaKind'];
  id: number;
  name: string;
  title: string | null;
  roles: Role[];
  gradeLevel: number | null;
  children: string[];
};

export type PersonaSearch = PageRequest & { search?: string; kind?: Persona['personaKind'] };

/** Everyone of the sandbox's school, by name; `search` is in their name, a staff member's title or a child's name. */
export async function listPersonas(
  ctx: Ctx,
  { search, kind, limit, after }: PersonaSearch,
): Promise<Page<PersonaRow>> {
  const [name, afterKind, id] = after ?? ['', '', 0];
  const pattern = search ? `%${search.replace(/[%_\\]/g, '\\$&')}%` : null;
  const rows = await ctx.tx.execute<PersonaRow>(sql`
    with people as (${everyone(ctx.today)})
    select * from people
    where (${kind ?? null}::text is null or kind = ${kind ?? null}::text)
      and (${pattern}::text is null or concat_ws(' ', name, called, title, array_to_string(children, ' ')) ilike ${pattern}::text)
      and (name, kind, id) > (${name}::text, ${afterKind}::text, ${id}::bigint)
    order by name, kind, id
    limit ${limit + 1}`);
  return pageOf(rows.map(told), limit, (row) => [row.name, row.kind, row.id]);
}

/** The person of that kind and id in the sandbox's school. Throws shared/not-found. */
export async function getPersona(ctx: Ctx, { personaKind, personaId }: Persona): Promise<PersonaRow> {
  const [row] = await ctx.tx.execute<PersonaRow>(sql`
    with people as (${everyone(ctx.today)})
    select * from people where kind = ${personaKind} and id = ${personaId}`);
  if (!row) throw notFound('persona', personaId);
  return told(row);
}

/** Staff, then guardians with the children they are contacts of, then students with this year's grade. */
function everyone(today: string) {
  return sql`
    select
      'staff' as kind, s.id, s.family_name || ', ' || s.given_name as name, s.given_name || ' ' || s.family_name as called,
      s.title, array(select r.role from staff_roles r where r.staff_id = s.id order by r.role) as roles,
      null::int as "gradeLevel", '{}'::text[] as children
    from staff s
    union all
    select
      'guardian', g.id, g.family_name || ', ' || g.given_name, g.given_name || ' ' || g.family_name, null, '{guardian}', null,
      array(
        select coalesce(c.preferred_name, c.given_name) || ' ' || c.family_name
        from student_contacts k
        join students c on c.id = k.student_id
        where k.guardian_id = g.id
        order by c.birth_date, c.id
      )
    from guardians g
    union all
    select
      'student', c.id, c.family_name || ', ' || coalesce(c.preferred_name, c.given_name), c.given_name || ' ' || c.family_name,
      null, '{student}',
      (select e.grade_level from enrollments e where e.student_id = c.id and e.entry_date <= ${today} order by e.entry_date desc limit 1),
      '{}'
    from students c`;
}

function told({ kind, id, name, title, roles, gradeLevel, children }: PersonaRow): PersonaRow {
  return { kind, id, name, title, roles, gradeLevel, children };
}
