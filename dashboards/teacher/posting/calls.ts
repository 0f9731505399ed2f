import { hc } from 'hono/client';
import { answer, api, apiBase } from '../../../components/api.ts';
import type { postingRoutes } from '../../../src/sis/gradebook/posting/routes.ts';
import type { PostingRow, PostingView } from '../../../src/sis/gradebook/types.ts';
import type { PostingChange } from './override-dialog.ts';

/** The calls of one section's posting; every write gives the post columns as they then stand. */
export function postingCalls({ section, term, kind }: PostingView) {
  const posting = hc<typeof postingRoutes>(apiBase('posting'), api);
  const place = { sectionId: String(section.id), termId: String(term.id), kind };
  const columns = posting[':sectionId'][':termId'][':kind'];

  async function setOverride(
    row: PostingRow,
    { letter, reason }: PostingChange,
  ): Promise<PostingView | undefined> {
    const param = { ...place, studentId: String(row.student.id) };
    const override = columns.students[':studentId'].override;
    if (letter === (row.override?.letter ?? null) && reason === (row.override?.reason ?? ''))
      return undefined;
    return letter === null
      ? answer<PostingView>(override.$delete({ param, query: { version: String(row.version) } }))
      : answer<PostingView>(override.$put({ param, json: { version: row.version, letter, reason } }));
  }

  async function setComment(
    row: PostingRow,
    { comment }: PostingChange,
    version: number,
  ): Promise<PostingView> {
    const param = { ...place, studentId: String(row.student.id) };
    const json = { version, comment: comment ?? '' };
    return answer<PostingView>(columns.students[':studentId'].comment.$put({ param, json }));
  }

  return {
    load: (signal: AbortSignal) =>
      answer<PostingView>(
        posting[':sectionId'].$get(
          { param: { sectionId: place.sectionId }, query: { termId: place.termId, kind } },
          { init: { signal } },
        ),
      ),
    update: (version: number) =>
      answer<PostingView>(columns.columns.$put({ param: place, json: { version } })),
    post: (version: number) => answer<PostingView>(columns.posts.$post({ param: place, json: { version } })),
    /** Saves what was changed of a row: first the grade, then the comment. */
    change: async (row: PostingRow, change: PostingChange, view: PostingView): Promise<PostingView> => {
      const graded = await setOverride(row, change);
      const now = graded?.rows.find((one) => one.student.id === row.student.id) ?? row;
      if (change.comment === row.comment) return graded ?? view;
      return setComment(row, change, now.version);
    },
  };
}
