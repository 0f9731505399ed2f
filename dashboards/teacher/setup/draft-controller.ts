import { msg } from '@lit/localize';
import type { LitElement, ReactiveController } from 'lit';
import { asProblem, type Problem } from '../../../components/problem.ts';
import { problemWords } from '../../words/problems.ts';
import { changesOf, type Fields, rebaseDraft } from './rebase.ts';

/** A sentence for each field that is not right. */
export type FieldErrors<Draft> = Partial<Record<keyof Draft, string>>;

/** Which field a refusal stands at, by its code. */
export type RefusalFields<Draft> = Record<string, keyof Draft>;

/**
 * What is typed in one form until it is saved. Refusals stand at their fields; when somebody else saved first, what
 * was typed stays and is laid over theirs. The browser asks before a page with unsaved fields is left.
 */
export class DraftController<Draft extends Fields> implements ReactiveController {
  errors: FieldErrors<Draft> = {};
  /** What somebody else saved in fields that were changed here too. */
  clashes: Partial<Draft> = {};
  /** Why the last saving failed, where that belongs to no single field. */
  problem: Problem | null = null;
  saving = false;
  /** The form is put away, as a dialog that was closed: leaving the page loses nothing that is still wanted. */
  resting = false;

  private base: Draft | null = null;
  private now: Draft | null = null;
  private readonly host: LitElement;
  private readonly refusalFields: RefusalFields<Draft>;

  /** Prefix of the ids of the form's controls. */
  readonly id: string;

  constructor(host: LitElement, id: string, refusalFields: RefusalFields<Draft> = {}) {
    this.host = host;
    this.id = id;
    this.refusalFields = refusalFields;
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('beforeunload', this.leaving);
  }

  hostDisconnected(): void {
    removeEventListener('beforeunload', this.leaving);
  }

  private readonly leaving = (event: BeforeUnloadEvent) => {
    if (this.dirty && !this.resting) event.preventDefault();
  };

  /** What stands in the form; null before it began. */
  get draft(): Draft | null {
    return this.now;
  }

  /** Whether something is not saved. */
  get dirty(): boolean {
    return Object.keys(this.changes).length > 0;
  }

  /** What differs from the saved values. */
  get changes(): Partial<Draft> {
    return this.base && this.now ? changesOf(this.base, this.now) : {};
  }

  /** Fills the form anew; what stood in it is gone. */
  begin(base: Draft): void {
    this.base = base;
    this.now = base;
    this.errors = {};
    this.clashes = {};
    this.problem = null;
    this.resting = false;
    this.host.requestUpdate();
  }

  /** Takes in what is saved now, by me or by somebody else, under what is typed here. */
  meet(theirs: Draft): void {
    if (!this.base || !this.now) {
      this.begin(theirs);
      return;
    }
    const { draft, clashes } = rebaseDraft({ base: this.base, mine: this.now, theirs });
    this.base = theirs;
    this.now = draft;
    this.clashes = { ...pickKnown(this.clashes, draft), ...clashes };
    this.host.requestUpdate();
  }

  /** One field was changed. */
  set<Name extends keyof Draft>(name: Name, value: Draft[Name]): void {
    if (!this.now) return;
    this.now = { ...this.now, [name]: value };
    delete this.errors[name];
    if (this.clashes[name] === value) delete this.clashes[name];
    this.host.requestUpdate();
  }

  /** Back to what is saved. */
  discard(): void {
    if (this.base) this.begin(this.base);
  }

  /**
   * Saves, unless `check` finds something. Gives whether it is saved; if not, the first field that is not right has
   * the focus, and nothing typed is lost.
   */
  async save(
    check: (draft: Draft) => FieldErrors<Draft>,
    send: (draft: Draft, changes: Partial<Draft>) => Promise<void>,
  ): Promise<boolean> {
    if (!this.now || this.saving) return false;
    const draft = trimmed(this.now);
    this.now = draft;
    this.errors = check(draft);
    this.problem = null;
    if (Object.keys(this.errors).length > 0) return this.refused();
    this.saving = true;
    this.host.requestUpdate();
    try {
      await send(draft, this.changes);
      this.clashes = {};
      if (this.now === draft) this.base = draft;
      return true;
    } catch (thrown) {
      this.take(asProblem(thrown));
      return this.refused();
    } finally {
      this.saving = false;
      this.host.requestUpdate();
    }
  }

  private take(problem: Problem): void {
    const at = this.refusalFields[problem.code];
    if (at !== undefined) {
      const { says, todo } = problemWords(problem);
      this.errors = { [at]: `${says} ${todo}` } as FieldErrors<Draft>;
      return;
    }
    for (const { pointer } of problem.errors) {
      const field = pointer.split('/').at(-1) ?? '';
      if (this.now && field in this.now) {
        this.errors = { ...this.errors, [field]: msg('This is not accepted. Correct it and save again.') };
      }
    }
    if (Object.keys(this.errors).length === 0) this.problem = problem;
  }

  private async refused(): Promise<false> {
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
    return false;
  }
}

/** As the server keeps text: without what surrounds it. */
function trimmed<Draft extends Fields>(draft: Draft): Draft {
  return Object.fromEntries(
    Object.entries(draft).map(([field, value]) => [field, typeof value === 'string' ? value.trim() : value]),
  ) as Draft;
}

/** Clashes that still stand: with a field that is there, and another value than the draft's. */
function pickKnown<Draft extends Fields>(clashes: Partial<Draft>, draft: Draft): Partial<Draft> {
  return Object.fromEntries(
    Object.entries(clashes).filter(([field, value]) => field in draft && draft[field] !== value),
  ) as Partial<Draft>;
}
