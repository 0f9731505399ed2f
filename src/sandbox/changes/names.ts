import { type SQL, sql } from 'drizzle-orm';
import type { Named } from './describe.ts';

const names: Record<Named, string> = {
  schools: 'n.name',
  school_years: 'n.name',
  terms: 'n.name',
  periods: 'n.name',
  bell_schedules: 'n.name',
  staff: "n.family_name || ', ' || n.given_name",
  households: "n.street || ', ' || n.city",
  students: "n.family_name || ', ' || coalesce(n.preferred_name, n.given_name)",
  guardians: "n.family_name || ', ' || n.given_name",
  courses: 'n.title',
  sections: 'n.code',
  attendance_codes: 'n.name',
  grade_scales: 'n.name',
  gradebooks: 'n.nickname',
  gradebook_categories: 'n.name',
  special_marks: 'n.name',
  assignments: 'n.name',
};

/** What people call a row `n` of a table. */
export function nameOfRow(of: Named): SQL {
  return sql.raw(names[of]);
}
