import { apiBase, send } from '../../../components/api.ts';
import { Problem } from '../../../components/problem.ts';
import { SaveQueue } from '../../../components/save-queue.ts';
import type { CellResult } from '../../../src/sis/gradebook/types.ts';
import { type CellEdit, cellKey } from './book.ts';

/** An edit of one cell as it is sent. */
export type ScoreWrite = CellEdit & { assignmentId: number; studentId: number; version: number };

/** Unsaved scores of one section on their way to the server. */
export type ScoreQueue = SaveQueue<ScoreWrite, CellResult[]>;

/**
 * The queue of a section's scores. The server saves the good cells of a request and refuses the others one by one;
 * the queue wants a request to be all or nothing, so a refused cell turns into a problem, each cell is sent alone, and
 * those that were saved before are saved already: sending the same value again changes nothing.
 */
export function scoreQueue(sectionId: number, scope: string): ScoreQueue {
  return new SaveQueue<ScoreWrite, CellResult[]>({
    scope: `${scope}.scores.${sectionId}`,
    batch: 200,
    send: async (writes) => {
      const { cells } = await send<{ cells: CellResult[] }>(
        'PUT',
        `${apiBase('gradebook')}/${sectionId}/scores`,
        {
          cells: writes.map((write) => write.body),
        },
      );
      const refused = cells.find((cell) => cell.outcome !== 'saved');
      if (refused) {
        const { code, facts, cell } = refused;
        throw new Problem({
          code,
          status: refused.outcome === 'conflict' ? 409 : 422,
          facts: { ...facts, cell },
        });
      }
      return cells;
    },
    rebase: (waiting, results) => {
      const key = cellKey(waiting.assignmentId, waiting.studentId);
      const result = results.find((one) => cellKey(one.assignmentId, one.studentId) === key);
      return result ? { ...waiting, version: result.cell.version } : waiting;
    },
  });
}
