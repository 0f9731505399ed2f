import { sql } from 'drizzle-orm';
import type { Database, Tx } from '../../src/db/client.ts';
import type { Ctx } from '../../src/db/ctx.ts';
import { inLive, inSandbox } from '../../src/db/spaces/spaces.ts';
import { loadActor } from '../../src/sis/people/actors/queries.ts';

/** Where in the school reads and writes are measured: a teacher with a full class that meets today. */
export type Place = {
  schoolId: number;
  yearStart: string;
  today: string;
  teacherId: number;
  sectionId: number;
  periodId: number;
  studentId: number;
  classDay: { sectionId: number; periodId: number; day: string };
};

const ACCOUNT = 1;

/** The class with the most scores among those that meet in a single period today and have not been taken. */
export async function findPlace(db: Database, today: string): Promise<Place> {
  const [found] = await db.live.execute<Omit<Place, 'classDay' | 'today'>>(sql`
    select
      s.school_id as "schoolId", y.starts_on::text as "yearStart", t.staff_id as "teacherId", s.id as "sectionId",
      p.period_id as "periodId",
      (select min(e.student_id) from section_enrollments e
        where e.section_id = s.id and e.starts_on = y.starts_on and e.ends_on is null) as "studentId"
    from sections s
    join school_years y on y.id = s.school_year_id
    join section_staff t on t.section_id = s.id and t.role = 'teacher-of-record'
    join section_periods p on p.section_id = s.id
    join gradebook_sections b on b.section_id = s.id
    join assignments a on a.gradebook_id = b.gradebook_id
    join scores c on c.assignment_id = a.id
    where s.kind = 'class'
      and (select count(*) from section_periods o where o.section_id = s.id) = 1
      and not exists (select from attendance_submissions u where u.section_id = s.id and u.day = ${today})
      and exists (select from section_enrollments e
        where e.section_id = s.id and e.starts_on = y.starts_on and e.ends_on is null)
    group by s.id, y.starts_on, t.staff_id, p.period_id
    order by count(*) desc, s.id
    limit 1`);
  if (!found) throw new Error('The school has no class to measure in');
  const { sectionId, periodId } = found;
  return { ...found, today, classDay: { sectionId, periodId, day: today } };
}

/** A transaction of the live space as the place's teacher. */
export async function inLiveSchool<T>(
  db: Database,
  place: Place,
  write: boolean,
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  return inLive(db, { write }, async (tx) => work(await contextOf(tx, place, { kind: 'live' })));
}

/** A transaction of a sandbox as the place's teacher. */
export async function inSandboxSchool<T>(
  db: Database,
  place: Place,
  { sandboxId, write }: { sandboxId: number; write: boolean },
  work: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const done = await inSandbox(db, { sandboxId, write }, async (tx, { template, layer }) => ({
    result: await work(await contextOf(tx, place, { kind: 'sandbox', sandboxId, template, layer })),
  }));
  if (!done) throw new Error('No such sandbox');
  return done.result;
}

async function contextOf(tx: Tx, { teacherId, today }: Place, space: Ctx['space']): Promise<Ctx> {
  const person = await loadActor(tx, 'staff', teacherId, today);
  return { tx, actor: { accountId: ACCOUNT, ...person }, space, today, now: new Date() };
}
