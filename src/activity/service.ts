import type { Ctx } from '../db/ctx.ts';
import type { Actor } from '../shared/context.ts';
import { activity } from './schema.ts';

/** Something that happened: `verb` is `<noun>.<past-tense>`, as in 'attendance.marked'. */
export type ActivityEvent = {
  verb: string;
  subject: { type: string; id: number | null };
  /** What readers of the log need beyond the subject; plain JSON, no names and no scores. */
  facts?: Record<string, unknown>;
  /** Left out, it is the school that the actor belongs to, when that is one. */
  schoolId?: number;
};

/** What `record` takes of a context; the id of the request is there when one is being answered. */
export type RecordCtx = Pick<Ctx, 'tx' | 'actor' | 'space' | 'today' | 'now'> & { requestId?: string };

/**
 * Writes an event to the log in the transaction of the change itself: both are kept or neither. Fails closed: an
 * event that can not be written takes the change with it.
 */
export async function record(ctx: RecordCtx, event: ActivityEvent): Promise<void> {
  await ctx.tx.insert(activity).values({
    at: ctx.now,
    account_id: ctx.actor.accountId,
    person_id: ctx.actor.personId,
    space: ctx.space.kind,
    sandbox_id: ctx.space.kind === 'sandbox' ? ctx.space.sandboxId : null,
    school_id: event.schoolId ?? onlySchoolOf(ctx.actor),
    day: ctx.today,
    verb: event.verb,
    subject_type: event.subject.type,
    subject_id: event.subject.id,
    facts: event.facts ?? {},
    request_id: ctx.requestId ?? null,
  });
}

function onlySchoolOf(actor: Actor): number | null {
  const first = actor.grants[0]?.schoolId;
  return first !== undefined && actor.grants.every((grant) => grant.schoolId === first) ? first : null;
}
