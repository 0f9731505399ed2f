import type { Actor, Role } from '../shared/context.ts';
import { notAllowed } from './errors.ts';

/**
 * Who may do what, and where. Scopes:
 *   school   the role is held at the subject's school
 *   section  the same, and the actor teaches the subject's section
 *   own      the subject's student is theirs: a guardian's child, a student's self
 *
 * An administrator's grant holds in every school, for everything. A sandbox itself needs no entry: it is found
 * by the account that signed in, and everybody may do everything with their own.
 *
 * Source: the permission shells of Aspen (district, school, staff, student and family views).
 */
type Scope = 'school' | 'section' | 'own';
type Rule = Partial<Record<Exclude<Role, 'administrator'>, Scope>>;

const everybodyAtSchool = {
  principal: 'school',
  clerk: 'school',
  scheduler: 'school',
  counselor: 'school',
  dean: 'school',
  teacher: 'school',
  champion: 'school',
} as const satisfies Rule;
const family = { guardian: 'own', student: 'own' } as const satisfies Rule;
const office = { principal: 'school', clerk: 'school' } as const satisfies Rule;
const attendanceOffice = { ...office, dean: 'school' } as const satisfies Rule;
const staffOfSection = {
  ...attendanceOffice,
  scheduler: 'school',
  counselor: 'school',
  teacher: 'section',
} as const satisfies Rule;

const matrix = {
  'school.read': { ...everybodyAtSchool, guardian: 'school', student: 'school' },
  'calendar.read': { ...everybodyAtSchool, guardian: 'school', student: 'school' },
  'calendar.edit': { principal: 'school', scheduler: 'school' },
  'schedule.read': everybodyAtSchool,
  'section.read': staffOfSection,

  'student.search': everybodyAtSchool,
  'student.read': { ...staffOfSection, ...family },
  'student.edit': { ...office, counselor: 'school' },
  'student.contacts': { ...staffOfSection, ...family },

  'attendance.read': staffOfSection,
  'attendance.read-student': { ...staffOfSection, ...family },
  'attendance.take': { ...attendanceOffice, teacher: 'section' },
  'attendance.request-change': { teacher: 'section' },
  'attendance.decide': attendanceOffice,
  'attendance.override': attendanceOffice,
  'attendance.desk': { ...attendanceOffice, counselor: 'school' },
  'seats.read': staffOfSection,
  'seats.arrange': { teacher: 'section' },

  'gradebook.read': { principal: 'school', counselor: 'school', dean: 'school', teacher: 'section' },
  'gradebook.setup': { teacher: 'section' },
  'assignments.edit': { teacher: 'section' },
  'scores.save': { teacher: 'section' },
  'grades.read-student': {
    principal: 'school',
    counselor: 'school',
    dean: 'school',
    teacher: 'section',
    ...family,
  },
  'grades.what-if': { principal: 'school', counselor: 'school', teacher: 'section', ...family },

  'posting.read': { ...office, counselor: 'school', teacher: 'section' },
  'posting.edit': { teacher: 'section' },
  'posting.post': { teacher: 'section' },
  'posting.windows': { principal: 'school', scheduler: 'school' },
} as const satisfies Record<string, Rule>;

export type Verb = keyof typeof matrix;

/** What a verb is about, as far as it is known: ids within the actor's space. */
export type Subject = { schoolId?: number; sectionId?: number; studentId?: number };

/** Throws `identity/not-allowed` unless one of the actor's roles allows `verb` on `subject`. */
export function allow(ctx: { actor: Actor }, verb: Verb, subject: Subject): void {
  if (!allows(ctx, verb, subject)) throw notAllowed({ verb });
}

/** Whether one of the actor's roles allows `verb` on `subject`; for what a page offers. */
export function allows({ actor }: { actor: Actor }, verb: Verb, subject: Subject): boolean {
  const rule: Rule = matrix[verb];
  return actor.grants.some((grant) => {
    if (grant.role === 'administrator') return true;
    const scope = rule[grant.role];
    return scope !== undefined && within(actor, grant.schoolId, scope, subject);
  });
}

function within(actor: Actor, schoolId: number, scope: Scope, subject: Subject): boolean {
  switch (scope) {
    case 'school':
      return subject.schoolId === schoolId;
    case 'section':
      return (
        subject.schoolId === schoolId &&
        subject.sectionId !== undefined &&
        actor.sectionIds.includes(subject.sectionId)
      );
    case 'own':
      return subject.studentId !== undefined && actor.studentIds.includes(subject.studentId);
  }
}
