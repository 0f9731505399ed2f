import { hc } from 'hono/client';
import { answer, api, apiBase } from '../../../components/api.ts';
import type { CreateAssignment, UpdateAssignment } from '../../../src/sis/gradebook/assignments/service.ts';
import type { UpdateSettings } from '../../../src/sis/gradebook/book/service.ts';
import type {
  CreateCategory,
  SetTermWeights,
  UpdateCategory,
} from '../../../src/sis/gradebook/categories/service.ts';
import type { CreateMark, UpdateMark } from '../../../src/sis/gradebook/marks/service.ts';
import type { gradebookRoutes } from '../../../src/sis/gradebook/routes.ts';
import type { SetupView } from '../../../src/sis/gradebook/types.ts';

/** The calls that set up one section's gradebook. Every one throws a Problem when it is refused. */
export function setupCalls(section: number) {
  const book = hc<typeof gradebookRoutes>(apiBase('gradebook'), api)[':sectionId'];
  const sectionId = String(section);
  const param = { sectionId };
  const ofAssignment = (id: number) => ({ sectionId, assignmentId: String(id) });
  const ofCategory = (id: number) => ({ sectionId, categoryId: String(id) });
  const ofMark = (id: number) => ({ sectionId, markId: String(id) });

  return {
    load: (signal: AbortSignal) => answer<SetupView>(book.setup.$get({ param }, { init: { signal } })),
    createAssignment: (json: CreateAssignment) => answer(book.assignments.$post({ param, json })),
    updateAssignment: (id: number, json: UpdateAssignment) =>
      answer(book.assignments[':assignmentId'].$patch({ param: ofAssignment(id), json })),
    deleteAssignment: (id: number, scores: 'keep' | 'delete') =>
      answer(book.assignments[':assignmentId'].$delete({ param: ofAssignment(id), query: { scores } })),
    createCategory: (json: CreateCategory) => answer(book.categories.$post({ param, json })),
    updateCategory: (id: number, json: UpdateCategory) =>
      answer(book.categories[':categoryId'].$patch({ param: ofCategory(id), json })),
    deleteCategory: (id: number) => answer(book.categories[':categoryId'].$delete({ param: ofCategory(id) })),
    setTermWeights: (json: SetTermWeights) => answer(book['term-weights'].$put({ param, json })),
    createMark: (json: CreateMark) => answer(book.marks.$post({ param, json })),
    updateMark: (id: number, json: UpdateMark) =>
      answer(book.marks[':markId'].$patch({ param: ofMark(id), json })),
    deleteMark: (id: number) => answer(book.marks[':markId'].$delete({ param: ofMark(id) })),
    updateSettings: (json: UpdateSettings) => answer(book.settings.$patch({ param, json })),
    link: (other: number) =>
      answer(book.links[':otherSectionId'].$put({ param: { sectionId, otherSectionId: String(other) } })),
    /** The section given, this one or another of the book, gets a book of its own. */
    unlink: (leaving: number) => answer(book.link.$delete({ param: { sectionId: String(leaving) } })),
  };
}

export type SetupCalls = ReturnType<typeof setupCalls>;

/**
 * Makes a change, then shows the book as it stands, and says `done`. Throws a Problem when it is refused; then too
 * the book is shown as it stands.
 */
export type SetupRun = (work: (calls: SetupCalls) => Promise<unknown>, done: string) => Promise<void>;
