import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Problem } from '../../../components/problem.ts';
import { QueryController } from '../../../components/query-controller.ts';
import type { SavedEvent } from '../../../components/save-queue.ts';
import {
  changed,
  type Draft,
  draftOf,
  type MarkChange,
  marksOf,
  marksToSend,
  sameMarks,
  undone,
} from '../../../components/sis/attendance/draft.ts';
import type { OpenedClass } from '../../../src/sis/attendance/opened/service.ts';
import {
  type AttendanceQueue,
  type AttendanceSaved,
  type AttendanceWrite,
  loadClass,
  type MarksWrite,
  marksKey,
  presentOf,
} from './saving.ts';

/** Somebody else saved the class in between: what stands there now. */
export type Standing = {
  version: number;
  state: OpenedClass['state'];
  takenBy: string | null;
  marks: NonNullable<OpenedClass['students'][number]['mark']>[];
};

/**
 * One class while its attendance is taken: what the server has, what is marked here, and what is on its way. Every mark
 * saves the whole class; a post is a save that posts. `onPosted` is called when the server has taken a post.
 */
export class ClassSession implements ReactiveController {
  readonly query: QueryController<OpenedClass>;
  draft: Draft;

  private readonly key: string;
  private version: number;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly queue: AttendanceQueue,
    opened: OpenedClass,
    private readonly onPosted: () => void,
  ) {
    const at = meetingOf(opened);
    this.key = marksKey(at);
    this.version = opened.version;
    this.draft = draftOf(opened.students, presentOf(opened.codes));
    this.query = new QueryController(host, {
      initial: opened,
      load: async (signal) => this.adopted(await loadClass(at, signal)),
    });
    host.addController(this);
  }

  hostConnected(): void {
    this.queue.addEventListener('r-saved', this.saved);
    this.queue.addEventListener('r-save-change', this.changed);
  }

  hostDisconnected(): void {
    this.queue.removeEventListener('r-saved', this.saved);
    this.queue.removeEventListener('r-save-change', this.changed);
  }

  get opened(): OpenedClass {
    return this.query.data!;
  }

  /** Lays what an earlier page left unsaved over the class. */
  takeUp(): void {
    const waiting = this.waiting();
    if (!waiting) return;
    this.draft = { marks: this.over(waiting.marks), past: [] };
  }

  /** Why the class was not accepted; undefined while all is well. */
  get problem(): Problem | undefined {
    return this.queue.problem(this.key);
  }

  get standing(): Standing | undefined {
    return this.problem?.conflict ? (this.problem.facts.current as Standing) : undefined;
  }

  /** A post is on its way: nothing may be marked until the school's rule for posted classes is known to hold. */
  get posting(): boolean {
    return this.waiting()?.post === true && this.queue.state(this.key) === 'saving';
  }

  get waitsToPost(): boolean {
    return this.waiting()?.post === true && this.queue.state(this.key) === 'offline';
  }

  get editable(): boolean {
    return this.opened.mayMark && this.standing === undefined && !this.posting;
  }

  mark(changes: ReadonlyMap<number, MarkChange>): boolean {
    const next = changed(this.draft, changes, this.opened.codes);
    if (next === this.draft) return false;
    this.draft = next;
    this.save(false);
    return true;
  }

  /** The students whose marks went back; none when there was nothing to undo. */
  undo(): number[] {
    const back = undone(this.draft);
    if (!back || !this.editable) return [];
    this.draft = back.draft;
    this.save(false);
    return back.studentIds;
  }

  /** Saves the class as it is marked, and posts it. */
  save(post: boolean): void {
    const { opened } = this;
    const body: MarksWrite = {
      kind: 'marks',
      ...meetingOf(opened),
      version: this.version,
      marks: marksToSend(this.draft.marks, presentOf(opened.codes)),
      post: post || this.waiting()?.post === true,
    };
    this.queue.put({ key: this.key, lane: this.key, body });
    this.host.requestUpdate();
  }

  /** Gives up what is marked here and not saved. */
  async keepTheirs(): Promise<void> {
    this.queue.discard(this.key);
    this.draft = { marks: this.draft.marks, past: [] };
    await this.query.refresh();
  }

  /** Puts what is marked here over what somebody else saved. */
  keepMine(): void {
    this.version = this.standing?.version ?? this.version;
    this.save(false);
  }

  retry(): void {
    this.queue.retry(this.key);
  }

  private waiting(): MarksWrite | undefined {
    const write = this.queue.pending().find((one) => one.key === this.key);
    return write?.body.kind === 'marks' ? write.body : undefined;
  }

  private readonly changed = (): void => this.host.requestUpdate();

  private readonly saved = (event: Event): void => {
    const { writes, result } = event as SavedEvent<AttendanceWrite, AttendanceSaved>;
    const body = writes[0]?.body;
    if (body?.kind !== 'marks' || result.kind !== 'marks' || marksKey(body) !== this.key) return;
    const { taken } = result;
    this.version = taken.version;
    this.query.set((opened) => ({
      ...opened,
      ...taken,
      mayMark: opened.mayMark && !(taken.state === 'posted' && opened.school.postMode === 'post-once'),
      copyFrom: null,
      periods: opened.periods.map((period) =>
        period.id === opened.period.id ? { ...period, state: taken.state } : period,
      ),
    }));
    if (body.post) this.onPosted();
    if (!this.waiting()) void this.query.refresh();
  };

  /** Takes what the server has, unless something newer is marked here. */
  private adopted(opened: OpenedClass): OpenedClass {
    if (this.waiting() || opened.version < this.version) return this.opened;
    this.version = opened.version;
    const marks = draftOf(opened.students, presentOf(opened.codes)).marks;
    if (!sameMarks(marks, this.draft.marks)) this.draft = { marks, past: this.draft.past };
    return opened;
  }

  private over(sent: MarksWrite['marks']): Draft['marks'] {
    return marksOf(this.draft.marks.keys(), sent, presentOf(this.opened.codes));
  }
}

/** Which class meeting an opened class is. */
export function meetingOf({ section, period, day }: OpenedClass) {
  return { sectionId: section.id, section: section.code, periodId: period.id, day: day.day };
}
