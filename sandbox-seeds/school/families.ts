import { guardians, households, studentContacts, studentHouseholds } from '../../src/sis/people/schema.ts';
import { CITY, Mailboxes, phoneNumber, streetAddress } from './contact.ts';
import { Dice } from './dice.ts';
import { idOf } from './ids.ts';
import { type Culture, cultureOf, familyName, familyNameFor, givenName, isWellKnown } from './names.ts';
import { Admissions, type Grade, type Student } from './students.ts';
import { type SeedTable, tableOf } from './tables.ts';

type Home = { id: number; street: string; phone: string | null; language: string };

/** A grown-up of a family. `home` null: somebody to call who lives elsewhere. */
type Guardian = {
  id: number;
  home: Home | null;
  given: string;
  family: string;
  email: string | null;
  phone: string | null;
  language: string;
  relationship: string;
  custody: boolean;
  pickUp: boolean;
  mail: boolean;
  emergency: boolean;
};

/** Children at this school, their homes (the primary one first) and the grown-ups in the order they are called. */
export type Family = { children: Student[]; homes: Home[]; guardians: Guardian[] };

type Shape = 'two parents' | 'mother' | 'father' | 'two homes' | 'grandparents';

/** Families until the school is full. */
export function makeFamilies(seed: string): Family[] {
  const town = new Town(seed);
  const admissions = new Admissions(seed);
  const families: Family[] = [];
  while (admissions.left > 0)
    families.push(makeFamily(town, admissions, new Dice(seed, 'family', families.length)));
  return families;
}

function makeFamily(town: Town, admissions: Admissions, dice: Dice): Family {
  const culture = cultureOf(dice);
  const language = dice.chance(culture.spoken) ? culture.language : 'en';
  const surname = familyName(dice, culture);
  const upbringing = { family: surname, culture, ability: dice.normal(), season: dice.int(0, 364) };
  const children = gradesOfChildren(dice, admissions.left).map((grade) =>
    admissions.admit(upbringing, grade),
  );

  const shape = dice.weighted<Shape>([
    ['two parents', 57],
    ['two homes', 18],
    ['mother', 16],
    ['grandparents', 5],
    ['father', 4],
  ]);
  const homes = [town.home(dice, language)];
  if (shape === 'two homes') homes.push(town.home(dice, dice.chance(0.8) ? language : 'en'));
  const grownUp = (relationship: string, home: Home | null, flags: Partial<Guardian> = {}) =>
    town.guardian(dice, culture, surname, relationship, home, flags);
  return { children, homes, guardians: grownUpsOf(dice, shape, homes, grownUp) };
}

function gradesOfChildren(dice: Dice, most: number): Grade[] {
  const gradeWeights: [Grade, number][] = [
    [9, 330],
    [10, 310],
    [11, 290],
    [12, 270],
  ];
  const count = dice.weighted([
    [1, 74],
    [2, 22],
    [3, 4],
  ]);
  const grades: Grade[] = [];
  while (grades.length < Math.min(count, most)) {
    const grade = dice.weighted(gradeWeights);
    if (!grades.includes(grade) || dice.chance(0.05)) grades.push(grade);
  }
  return grades;
}

type GrownUp = (relationship: string, home: Home | null, flags?: Partial<Guardian>) => Guardian;

/** Custody goes with the primary home; in most separated families it is shared. */
function grownUpsOf(dice: Dice, shape: Shape, homes: Home[], grownUp: GrownUp): Guardian[] {
  const [first, second] = homes as [Home, Home?];
  const elsewhere = { custody: false, mail: false };
  const people: Guardian[] = [];
  if (shape === 'two parents') people.push(grownUp('mother', first), grownUp('father', first));
  if (shape === 'mother' || shape === 'father') people.push(grownUp(shape, first));
  if (shape === 'grandparents') {
    people.push(grownUp('grandmother', first));
    if (dice.chance(0.5)) people.push(grownUp('grandfather', first));
  }
  if (shape === 'two homes') {
    const [near, far] = dice.chance(0.75) ? (['mother', 'father'] as const) : (['father', 'mother'] as const);
    const shared = dice.chance(0.8);
    people.push(grownUp(near, first));
    if (dice.chance(0.3))
      people.push(grownUp(near === 'mother' ? 'stepfather' : 'stepmother', first, elsewhere));
    people.push(
      grownUp(far, second!, shared ? {} : { ...elsewhere, pickUp: dice.chance(0.4), emergency: false }),
    );
  }
  if (dice.chance(0.45))
    people.push(
      grownUp(dice.pick(['aunt', 'uncle', 'grandmother', 'neighbor', 'family friend']), null, elsewhere),
    );
  return people;
}

/** Numbers homes and grown-ups, and knows which email addresses are taken. */
class Town {
  private homes = 0;
  private guardians = 0;
  private readonly boxes = new Mailboxes('families.example.org');
  readonly seed: string;

  constructor(seed: string) {
    this.seed = seed;
  }

  home(dice: Dice, language: string): Home {
    return {
      id: idOf('household', this.homes++),
      street: streetAddress(dice),
      phone: dice.chance(0.6) ? phoneNumber(dice) : null,
      language,
    };
  }

  guardian(
    dice: Dice,
    culture: Culture,
    surname: string,
    relationship: string,
    home: Home | null,
    flags: Partial<Guardian>,
  ): Guardian {
    const gender =
      /mother|aunt/.test(relationship) || (!/father|uncle/.test(relationship) && dice.chance(0.6));
    const own = home === null || dice.chance(0.25) ? familyName(dice, culture) : surname;
    const family = familyNameFor(own, culture, gender ? 'female' : 'male');
    let given = givenName(dice, culture, gender ? 'female' : 'male');
    while (isWellKnown(given, family)) given = givenName(dice, culture, gender ? 'female' : 'male');
    return {
      id: idOf('guardian', this.guardians++),
      home,
      given,
      family,
      email: dice.chance(0.85) ? this.boxes.addressFor(given, family) : null,
      phone: dice.chance(0.97) ? phoneNumber(dice) : null,
      language: home?.language ?? (dice.chance(0.5) ? culture.language : 'en'),
      relationship,
      custody: true,
      pickUp: true,
      mail: true,
      emergency: true,
      ...flags,
    };
  }
}

export function familyTables(families: readonly Family[]): SeedTable[] {
  const homes = families.flatMap((family) => family.homes);
  const grownUps = families.flatMap((family) => family.guardians);
  const living = families.flatMap(({ children, homes }) =>
    children.flatMap((child) => homes.map((home, i) => ({ child, home, primary: i === 0 }))),
  );
  const contacts = families.flatMap(({ children, homes, guardians }) =>
    children.flatMap((child) => guardians.map((guardian, i) => ({ child, guardian, i, primary: homes[0] }))),
  );
  return [
    tableOf(
      households,
      homes.map(({ id, street, phone, language }) => ({
        id,
        street,
        phone,
        home_language: language,
        ...CITY,
      })),
    ),
    tableOf(
      guardians,
      grownUps.map((person) => ({
        id: person.id,
        household_id: person.home?.id ?? null,
        given_name: person.given,
        family_name: person.family,
        email: person.email,
        phone: person.phone,
        home_language: person.language,
      })),
    ),
    tableOf(
      studentHouseholds,
      living.map(({ child, home, primary }, i) => ({
        id: i + 1,
        student_id: child.id,
        household_id: home.id,
        is_primary: primary,
      })),
    ),
    tableOf(
      studentContacts,
      contacts.map(({ child, guardian, i, primary }, row) => ({
        id: row + 1,
        student_id: child.id,
        guardian_id: guardian.id,
        relationship: guardian.relationship,
        sequence: i + 1,
        lives_with: guardian.home !== null && (guardian.home === primary || guardian.custody),
        has_custody: guardian.custody,
        may_pick_up: guardian.pickUp,
        receives_mail: guardian.mail,
        emergency: guardian.emergency,
      })),
    ),
  ];
}
