import type { MarkChange } from './draft.ts';

/** A student was marked. */
export class MarkEvent extends Event {
  readonly studentId: number;
  readonly change: MarkChange;

  constructor(studentId: number, change: MarkChange) {
    super('r-mark', { bubbles: true });
    this.studentId = studentId;
    this.change = change;
  }
}

/** The office is to be asked for a change of a student's mark, or, in the office, the mark is to be set. */
export class OfficeEvent extends Event {
  readonly studentId: number;

  constructor(studentId: number) {
    super('r-office', { bubbles: true });
    this.studentId = studentId;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'r-mark': MarkEvent;
    'r-office': OfficeEvent;
  }
}
