import type { Frame } from '../../dashboards/shell/page-data.ts';
import type { SpaceCtx } from '../http/env.ts';
import type { Role } from '../shared/context.ts';
import { listSchools } from '../sis/schools/queries.ts';

/** A page inside a space: who and where, and its first data. */
export type Framed<Data> = { frame: Frame; data: Data };

/** What stands around a page of whoever acts, read in the page's own transaction. */
export async function framed<Data>(
  ctx: SpaceCtx,
  load: (ctx: SpaceCtx) => Promise<Data>,
): Promise<Framed<Data>> {
  const data = await load(ctx);
  return { frame: await frameOf(ctx), data };
}

async function frameOf(ctx: SpaceCtx): Promise<Frame> {
  const { account, actor, space, today, scope } = ctx;
  const schools = await listSchools(ctx);
  const mine = schools.find((school) => actor.grants.some((grant) => grant.schoolId === school.id));
  return {
    space: space.kind,
    schoolName: (mine ?? schools[0])?.name ?? '',
    today,
    person: { name: actor.personName, role: mainRole(actor.grants.map((grant) => grant.role)) },
    account: { id: account.id, name: account.name },
    persona: space.kind === 'sandbox' && actor.personName !== account.name,
    saveScope: scope,
  };
}

/** A champion who teaches is shown as a teacher: what one does in class comes first. */
function mainRole(roles: Role[]): Role {
  return roles.find((role) => role === 'teacher') ?? roles[0] ?? 'administrator';
}
