import { sql } from 'drizzle-orm';
import { type Description, day, describe, flag, named, number, text, word } from './describe.ts';

const contactDetails = { email: text('email'), phone: text('phone') };

export const peopleChanges: Description[] = [
  describe({
    area: 'people',
    table: 'staff',
    what: 'staffMember',
    fields: {
      staff_number: text('staffNumber'),
      given_name: text('givenName'),
      family_name: text('familyName'),
      title: text('title'),
      ...contactDetails,
    },
  }),
  describe({
    area: 'people',
    table: 'staff_roles',
    what: 'staffRole',
    about: { staff_id: named('staff', 'staff'), school_id: named('school', 'schools') },
    fields: { role: word('role'), starts_on: day('startsOn'), ends_on: day('endsOn') },
  }),
  describe({
    area: 'people',
    table: 'households',
    what: 'household',
    fields: {
      street: text('street'),
      city: text('city'),
      state: text('state'),
      postal_code: text('postalCode'),
      phone: text('phone'),
      home_language: word('homeLanguage'),
    },
  }),
  describe({
    area: 'people',
    table: 'students',
    what: 'student',
    student: sql`r.id`,
    fields: {
      student_number: text('studentNumber'),
      given_name: text('givenName'),
      middle_name: text('middleName'),
      family_name: text('familyName'),
      preferred_name: text('preferredName'),
      gender: word('gender'),
      birth_date: day('birthDate'),
      email: text('email'),
    },
  }),
  describe({
    area: 'people',
    table: 'student_households',
    what: 'home',
    student: sql`r.student_id`,
    told: ['student_id'],
    fields: { household_id: named('household', 'households'), is_primary: flag('primary') },
  }),
  describe({
    area: 'people',
    table: 'guardians',
    what: 'guardian',
    fields: {
      household_id: named('household', 'households'),
      given_name: text('givenName'),
      family_name: text('familyName'),
      home_language: word('homeLanguage'),
      ...contactDetails,
    },
  }),
  describe({
    area: 'people',
    table: 'student_contacts',
    what: 'contact',
    student: sql`r.student_id`,
    told: ['student_id'],
    about: { guardian_id: named('guardian', 'guardians') },
    fields: {
      relationship: word('relationship'),
      sequence: number('sequence'),
      lives_with: flag('livesWith'),
      has_custody: flag('hasCustody'),
      may_pick_up: flag('mayPickUp'),
      receives_mail: flag('receivesMail'),
      emergency: flag('emergency'),
    },
  }),
];
