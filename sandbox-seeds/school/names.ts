import { faker as fakerIndia } from '@faker-js/faker/locale/en_IN';
import { faker as fakerMexico } from '@faker-js/faker/locale/es_MX';
import { faker as fakerPoland } from '@faker-js/faker/locale/pl';
import { faker as fakerVietnam } from '@faker-js/faker/locale/vi';
import { faker as fakerYoruba } from '@faker-js/faker/locale/yo_NG';
import type { Dice } from './dice.ts';
import {
  amharic,
  arabic,
  chicago,
  chinese,
  filipino,
  type NameList,
  ukrainian,
  urdu,
  wellKnown,
} from './name-lists.ts';

export type Gender = 'female' | 'male' | 'nonbinary';

/** How a family names its children, and what may be spoken at home. */
export type Culture = {
  language: string;
  /** How often the language, rather than English, is the one of the home. */
  spoken: number;
  names: NameList;
};

const mexican: Culture = { language: 'es', spoken: 0.7, names: twoSurnames(fromFaker(fakerMexico)) };

const cultures: readonly (readonly [Culture, number])[] = [
  [{ language: 'en', spoken: 1, names: chicago }, 34],
  [mexican, 31],
  [{ language: 'pl', spoken: 0.7, names: fromFaker(fakerPoland) }, 8],
  [{ language: 'ar', spoken: 0.7, names: arabic }, 6],
  [{ language: 'zh', spoken: 0.8, names: chinese }, 5],
  [{ language: 'ur', spoken: 0.7, names: urdu }, 4],
  [{ language: 'yo', spoken: 0.6, names: fromFaker(fakerYoruba) }, 3],
  [{ language: 'tl', spoken: 0.5, names: filipino }, 3],
  [{ language: 'hi', spoken: 0.5, names: fromFaker(fakerIndia) }, 2],
  [{ language: 'vi', spoken: 0.7, names: fromFaker(fakerVietnam) }, 2],
  [{ language: 'uk', spoken: 0.9, names: ukrainian }, 1.5],
  [{ language: 'am', spoken: 0.8, names: amharic }, 1],
];

/** Where the grown-ups who work at the school come from: as varied, in other shares. */
const staffCultures = cultures.map(
  ([culture, share]) => [culture, culture.language === 'en' ? 60 : share] as const,
);

export function cultureOf(dice: Dice): Culture {
  return dice.weighted(cultures);
}

export function staffCultureOf(dice: Dice): Culture {
  return dice.weighted(staffCultures);
}

export function givenName(dice: Dice, { names }: Culture, gender: Gender): string {
  const lists = gender === 'nonbinary' ? [names.female, names.male] : [names[gender]];
  return dice.pick(dice.pick(lists));
}

export function familyName(dice: Dice, { names }: Culture): string {
  return dice.pick(names.family);
}

/** Polish surnames have a feminine form: Kowalski's daughter is Kowalska. */
export function familyNameFor(family: string, { language }: Culture, gender: Gender): string {
  if (language !== 'pl' || gender !== 'female') return family;
  return family.replace(/(sk|ck|dzk)i$/, '$1a');
}

export function isWellKnown(given: string, family: string): boolean {
  return wellKnown.has(`${given} ${family}`) || wellKnown.has(`${given} ${family.split(' ')[0]}`);
}

/** The letters of a name that an email address may have: 'Łucja Peña-Ruiz' gives 'lucja' and 'pena-ruiz'. */
export function plainLetters(name: string): string {
  return name
    .replaceAll('ł', 'l')
    .replaceAll('Ł', 'L')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .normalize('NFD')
    .replace(/[^a-zA-Z-]/g, '')
    .toLowerCase();
}

type Person = {
  first_name: Partial<Record<'female' | 'male' | 'generic', readonly string[]>> | null;
  last_name: Partial<Record<'female' | 'male' | 'generic', readonly string[]>> | null;
};

/** The lists behind one of faker's locales, so that choosing from them costs no more than a look-up. */
function fromFaker({ definitions }: { definitions: { person: unknown } }): NameList {
  const { first_name: first, last_name: last } = definitions.person as Person;
  return {
    female: first?.female ?? first?.generic ?? [],
    male: first?.male ?? first?.generic ?? [],
    family: last?.generic ?? [],
  };
}

/** Half of the families carry the father's and the mother's surname. */
function twoSurnames(names: NameList): NameList {
  const pairs = names.family.map((family, i) =>
    i % 2 === 0 ? family : `${family} ${names.family[(i * 7 + 3) % names.family.length]}`,
  );
  return { ...names, family: pairs };
}
