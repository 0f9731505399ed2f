import { expect, test } from 'vitest';
import { allow, allows, type Subject, type Verb } from '../../src/identity/allow.ts';
import type { Actor, Grant } from '../../src/shared/context.ts';

const lincoln = 1;
const kelly = 2;
const algebra = 91;
const amara = 101;
const inAlgebra = { schoolId: lincoln, sectionId: algebra };

function somebody(grants: Grant[], theirs: Partial<Actor> = {}): { actor: Actor } {
  return {
    actor: {
      accountId: 7,
      personId: 5,
      personName: 'Somebody',
      grants,
      sectionIds: [],
      studentIds: [],
      ...theirs,
    },
  };
}

const teacher = somebody([{ role: 'teacher', schoolId: lincoln }], { sectionIds: [algebra] });
const colleague = somebody([{ role: 'teacher', schoolId: lincoln }], { sectionIds: [92] });
const clerk = somebody([{ role: 'clerk', schoolId: lincoln }]);
const clerkElsewhere = somebody([{ role: 'clerk', schoolId: kelly }]);
const principal = somebody([{ role: 'principal', schoolId: lincoln }]);
const mother = somebody([{ role: 'guardian', schoolId: lincoln }], { studentIds: [amara] });
const student = somebody([{ role: 'student', schoolId: lincoln }], { studentIds: [102] });
const administrator = somebody([{ role: 'administrator', schoolId: 0 }]);
const nobody = somebody([]);

const cases: [string, { actor: Actor }, Verb, Subject, boolean][] = [
  ['a teacher takes attendance in a class of theirs', teacher, 'attendance.take', inAlgebra, true],
  ['a colleague does not', colleague, 'attendance.take', inAlgebra, false],
  ['the office does, for any class of its school', clerk, 'attendance.take', inAlgebra, true],
  ['the office of another school does not', clerkElsewhere, 'attendance.take', inAlgebra, false],
  ['a class number alone is not enough', teacher, 'attendance.take', { sectionId: algebra }, false],
  ['a teacher does not overrule the office', teacher, 'attendance.override', inAlgebra, false],
  ['a teacher saves scores of their class', teacher, 'scores.save', inAlgebra, true],
  ['a principal reads a gradebook', principal, 'gradebook.read', inAlgebra, true],
  ['and changes no score in it', principal, 'scores.save', inAlgebra, false],
  ['a clerk sees no gradebook', clerk, 'gradebook.read', inAlgebra, false],
  ['a mother sees her child', mother, 'student.read', { schoolId: lincoln, studentId: amara }, true],
  ['and no other', mother, 'student.read', { schoolId: lincoln, studentId: 102 }, false],
  ['a student sees themselves', student, 'student.read', { studentId: 102 }, true],
  ['families take no attendance', mother, 'attendance.take', { ...inAlgebra, studentId: amara }, false],
  [
    'a teacher does not see a student of nobody’s class',
    teacher,
    'student.read',
    { schoolId: lincoln, studentId: 103 },
    false,
  ],
  [
    'an administrator does everything everywhere',
    administrator,
    'scores.save',
    { schoolId: kelly, sectionId: 3 },
    true,
  ],
  ['who has no role does nothing', nobody, 'school.read', { schoolId: lincoln }, false],
];

test.for(cases)('%s', ([, who, verb, subject, allowed]) => {
  expect(allows(who, verb, subject)).toBe(allowed);
});

test('a refusal names the verb, and throws', () => {
  expect(() => allow(teacher, 'scores.save', inAlgebra)).not.toThrow();
  expect(() => allow(clerk, 'scores.save', inAlgebra)).toThrow(
    expect.objectContaining({
      code: 'identity/not-allowed',
      kind: 'forbidden',
      facts: { verb: 'scores.save' },
    }),
  );
});
