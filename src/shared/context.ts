export const roles = [
  'administrator',
  'principal',
  'clerk',
  'scheduler',
  'counselor',
  'dean',
  'teacher',
  'champion',
  'guardian',
  'student',
] as const;

export type Role = (typeof roles)[number];

/** A role held at one school. An administrator's grant holds in every school of the space. */
export type Grant = { role: Role; schoolId: number };

/**
 * Who acts. `accountId` is the employee who signed in; `personId` and `personName` are the staff member,
 * guardian or student they act as within the space: in a sandbox, the persona. `sectionIds` are the sections
 * that person teaches, `studentIds` the students that are theirs (a guardian's children, a student's self).
 */
export type Actor = {
  accountId: number;
  personId: number | null;
  personName: string;
  grants: Grant[];
  sectionIds: number[];
  studentIds: number[];
};

/** Where the rows are: the district's own, or one sandbox (its template school and its layer of changes). */
export type Space =
  | { kind: 'live' }
  | { kind: 'sandbox'; sandboxId: number; template: number; layer: number };

/**
 * Who signed in: an employee's (later also a family's) account. `person` is who they are among the district's own
 * records; `roles` are what the account is, at a school (by its code) or in the whole district (null).
 */
export type Account = {
  id: number;
  email: string;
  name: string;
  staffNumber: string | null;
  roles: { role: Role; schoolCode: string | null }[];
  person: { kind: 'staff' | 'guardian' | 'student'; id: number } | null;
};
