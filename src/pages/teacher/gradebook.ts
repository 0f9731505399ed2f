import type { Ctx } from '../../db/ctx.ts';
import { openGradebook } from '../../sis/gradebook/book/queries.ts';
import type { GradebookView, SectionLabel } from '../../sis/gradebook/types.ts';
import { listOwnSections } from '../../sis/scheduling/queries.ts';

/** A gradebook, and the teacher's other sections to go to. */
export type GradebookData = GradebookView & { mySections: SectionLabel[] };

/** A section's gradebook. Throws `shared/not-found`, `gradebook/no-book`, `identity/not-allowed`. */
export async function loadGradebook(ctx: Ctx, { sectionId }: { sectionId: number }): Promise<GradebookData> {
  const [view, mySections] = await Promise.all([openGradebook(ctx, { sectionId }), listGradedSections(ctx)]);
  return { ...view, mySections };
}

/** The classes of whoever acts that have grades: homerooms have none. In order of the periods. */
export async function listGradedSections(ctx: Ctx): Promise<SectionLabel[]> {
  const sections = await listOwnSections(ctx);
  return sections
    .filter((section) => section.kind === 'class')
    .map(({ id, code, courseTitle }) => ({ id, code, courseTitle }));
}
