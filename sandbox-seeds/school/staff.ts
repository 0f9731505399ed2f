import { staff, staffRoles } from '../../src/sis/people/schema.ts';
import { Mailboxes, phoneNumber } from './contact.ts';
import { Dice } from './dice.ts';
import { idOf } from './ids.ts';
import { familyName, familyNameFor, givenName, isWellKnown, staffCultureOf } from './names.ts';
import { type SeedTable, tableOf } from './tables.ts';

type StaffRole = (typeof staffRoles)['$inferSelect']['role'];

export type Department =
  | 'English'
  | 'Mathematics'
  | 'Science'
  | 'Social Science'
  | 'Physical Education'
  | 'World Languages'
  | 'Arts and Technology';

/** Somebody who works at the school. `teaches`: null for the office, and for those who only co-teach. */
export type StaffMember = {
  id: number;
  n: number;
  staffNumber: string;
  given: string;
  family: string;
  title: string;
  roles: StaffRole[];
  teaches: Department | null;
  coTeaches: boolean;
  email: string;
  phone: string;
};

/** How many teachers each department has: 62 in all, so that nobody teaches more than six of seven periods. */
export const DEPARTMENTS: readonly (readonly [Department, number])[] = [
  ['English', 10],
  ['Mathematics', 9],
  ['Science', 12],
  ['Social Science', 10],
  ['Physical Education', 5],
  ['World Languages', 5],
  ['Arts and Technology', 11],
];

const office: { title: string; roles: StaffRole[] }[] = [
  { title: 'Principal', roles: ['principal'] },
  { title: 'Assistant Principal', roles: ['administrator'] },
  { title: 'Assistant Principal', roles: ['administrator', 'dean'] },
  { title: 'Attendance Clerk', roles: ['clerk'] },
  { title: 'Registrar', roles: ['clerk'] },
  { title: 'Programmer', roles: ['scheduler'] },
  { title: 'School Counselor', roles: ['counselor'] },
  { title: 'School Counselor', roles: ['counselor'] },
  { title: 'School Counselor', roles: ['counselor'] },
  { title: 'School Counselor', roles: ['counselor'] },
  { title: 'Dean of Students', roles: ['dean'] },
];

/** The second English and the third science teacher help their colleagues to learn the new system. */
const champions = [1, 21];

/** Everybody who works at the school, the office first. */
export function makeStaff(seed: string): StaffMember[] {
  const mail = new Mailboxes('schools.example.org');
  const posts = [
    ...office.map((post) => ({ ...post, teaches: null, coTeaches: false })),
    ...DEPARTMENTS.flatMap(([department, count]) =>
      Array.from({ length: count }, () => ({
        title: `Teacher, ${department}`,
        roles: ['teacher' as StaffRole],
        teaches: department,
        coTeaches: false,
      })),
    ),
    ...Array.from({ length: 2 }, () => ({
      title: 'Teacher, Special Education',
      roles: ['teacher' as StaffRole],
      teaches: null,
      coTeaches: true,
    })),
  ];
  const names = new Set<string>();
  return posts.map((post, n) => {
    const dice = new Dice(seed, 'staff', n);
    const isChampion = champions.includes(n - office.length);
    const { given, family } = freshName(dice, names);
    return {
      ...post,
      roles: isChampion ? [...post.roles, 'champion'] : post.roles,
      id: idOf('staff', n),
      n,
      staffNumber: `E${2000 + n}`,
      given,
      family,
      email: mail.addressFor(given, family),
      phone: phoneNumber(dice),
    };
  });
}

function freshName(dice: Dice, taken: Set<string>): { given: string; family: string } {
  for (;;) {
    const culture = staffCultureOf(dice);
    const gender = dice.chance(0.64) ? 'female' : 'male';
    const given = givenName(dice, culture, gender);
    const family = familyNameFor(familyName(dice, culture), culture, gender);
    if (taken.has(family) || isWellKnown(given, family)) continue;
    taken.add(family);
    return { given, family };
  }
}

export function staffTables(people: readonly StaffMember[], schoolId: number): SeedTable[] {
  return [
    tableOf(
      staff,
      people.map((person) => ({
        id: person.id,
        staff_number: person.staffNumber,
        given_name: person.given,
        family_name: person.family,
        email: person.email,
        phone: person.phone,
        title: person.title,
      })),
    ),
    tableOf(
      staffRoles,
      people
        .flatMap((person) => person.roles.map((role) => ({ staff_id: person.id, role })))
        .map((row, i) => ({
          id: i + 1,
          school_id: schoolId,
          starts_on: '2024-08-19',
          ends_on: null,
          ...row,
        })),
    ),
  ];
}
