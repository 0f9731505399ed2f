import type { SQL } from 'drizzle-orm';

/** The areas of the student information system, as the list of changes groups them. */
export type Area =
  | 'schools'
  | 'calendar'
  | 'people'
  | 'enrollment'
  | 'scheduling'
  | 'attendance'
  | 'gradebook';

/** A table whose rows have a name that people know. */
export type Named =
  | 'schools'
  | 'school_years'
  | 'terms'
  | 'periods'
  | 'bell_schedules'
  | 'staff'
  | 'households'
  | 'students'
  | 'guardians'
  | 'courses'
  | 'sections'
  | 'attendance_codes'
  | 'grade_scales'
  | 'gradebooks'
  | 'gradebook_categories'
  | 'special_marks'
  | 'assignments';

/** How a value is written for people; `word` is one of a known few, which the page has words for. */
export type Writing = 'text' | 'word' | 'day' | 'clock' | 'instant' | 'number' | 'flag';

/** A column worth showing, under the name that the page has words for. */
export type Field = { field: string } & ({ as: Writing } | { as: 'name'; of: Named });

/**
 * How the changes of one table are told: whom, which class and which day a row is about, what else names it, and
 * which columns are worth showing. Every column of the table is in exactly one of the lists; `id` and `version`
 * need not be told. A table that only records or repeats what another row tells is silent, with the reason.
 */
export type Description = {
  area: Area;
  table: string;
  /** What a row is, a word that the page has words for. */
  what: string;
  /** SQL over the changed row `r`: the student's, the section's id, the day. Absent: the row is about none. */
  student?: SQL;
  section?: SQL;
  day?: SQL;
  /** Columns that `student`, `section` and `day` already tell. */
  told: string[];
  /** Columns that say which row it is: shown beside the change, and not as a change of their own. */
  about: Record<string, Field>;
  /** Columns of which the values before and after are shown. */
  fields: Record<string, Field>;
  /** Columns that say nothing to people. */
  untold: string[];
  /** Why nobody needs to see these rows. */
  silent?: string;
};

type Part<K extends keyof Description> = Partial<Pick<Description, K>>;

/** A description with everything that was not said left empty. */
export function describe(
  parts: Pick<Description, 'area' | 'table' | 'what'> &
    Part<'student' | 'section' | 'day' | 'told' | 'about' | 'fields' | 'untold'>,
): Description {
  return { told: [], about: {}, fields: {}, untold: [], ...parts };
}

/** A table whose rows nobody needs to see, because `reason`. */
export function silence(area: Area, table: string, reason: string): Description {
  return { area, table, what: '', told: [], about: {}, fields: {}, untold: [], silent: reason };
}

export const named = (field: string, of: Named): Field => ({ field, as: 'name', of });
export const text = (field: string): Field => ({ field, as: 'text' });
export const word = (field: string): Field => ({ field, as: 'word' });
export const day = (field: string): Field => ({ field, as: 'day' });
export const clock = (field: string): Field => ({ field, as: 'clock' });
export const instant = (field: string): Field => ({ field, as: 'instant' });
export const number = (field: string): Field => ({ field, as: 'number' });
export const flag = (field: string): Field => ({ field, as: 'flag' });
