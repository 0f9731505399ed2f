import type { Role } from '../../../src/shared/context.ts';

/** Somebody one can be in the demonstration; `note` says what they do: "Teacher · Algebra I, Geometry". */
export type DemoPerson = { accountId: number; name: string; role: Role; note: string };

/**
 * The people in whose name or note every searched word begins a word, in their given order; capitals and
 * accents do not matter ("garcia alg" finds "Lucía García · Algebra I").
 */
export function chosenPeople(people: DemoPerson[], sought: string): DemoPerson[] {
  const wanted = words(sought);
  return people.filter((person) => {
    const there = words(`${person.name} ${person.note}`);
    return wanted.every((word) => there.some((candidate) => candidate.startsWith(word)));
  });
}

function words(text: string): string[] {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
