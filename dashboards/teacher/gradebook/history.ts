/** The text of one cell before and after. */
export type CellStep = { assignmentId: number; studentId: number; before: string; after: string };

/** What was done at once: a cell, a pasted block, a column filled. */
export type Step = CellStep[];

/** Steps that can be undone and, once undone, redone until something new is done. Gives the cells to write. */
export class EditHistory {
  private readonly done: Step[] = [];
  private undone: Step[] = [];

  /** Remembers a step; cells that did not change are left out. */
  did(step: Step): void {
    const changed = step.filter((cell) => cell.before !== cell.after);
    if (changed.length === 0) return;
    this.done.push(changed);
    this.undone = [];
  }

  /** The last step backwards, or undefined when there is none. */
  undo(): { assignmentId: number; studentId: number; entry: string }[] | undefined {
    const step = this.done.pop();
    if (!step) return undefined;
    this.undone.push(step);
    return step.map(({ assignmentId, studentId, before }) => ({ assignmentId, studentId, entry: before }));
  }

  /** The last step undone, again. */
  redo(): { assignmentId: number; studentId: number; entry: string }[] | undefined {
    const step = this.undone.pop();
    if (!step) return undefined;
    this.done.push(step);
    return step.map(({ assignmentId, studentId, after }) => ({ assignmentId, studentId, entry: after }));
  }

  get canUndo(): boolean {
    return this.done.length > 0;
  }

  get canRedo(): boolean {
    return this.undone.length > 0;
  }
}
