import type { Dice } from './dice.ts';
import type { Student } from './students.ts';

/*
 * What a student asks to take, seven periods of it: English, mathematics, science and social science by grade and by
 * how able the student is in each; physical education or health; a language or the arts. A class with a lab takes the
 * place of an elective. Half of the seniors leave one period free.
 */
export function requestsOf(student: Student, dice: Dice, homeLanguage: string): string[] {
  const able = (mark: number) => student.ability + 0.5 * dice.normal() > mark;
  const language = (first: string, second: string) => {
    if (homeLanguage === 'es' && dice.chance(0.5)) return 'SPAH';
    return dice.weighted([
      [first, 60],
      [second, 25],
      ['CHI1', 8],
      ['ARA1', 7],
    ]);
  };
  const electives = (count: number) => electivesOf(student, dice, count);

  if (student.grade === 9) {
    const lab = able(0.75);
    return [
      able(0.6) ? 'ENG9H' : 'ENG9',
      able(0.7) ? 'GEOH' : 'ALG1',
      lab ? 'BIOH' : 'BIO',
      able(0.6) ? 'WSTH' : 'WST',
      'PE1',
      language('SPA1', 'FRE1'),
      ...electives(lab ? 0 : 1),
    ];
  }
  if (student.grade === 10) {
    const lab = able(0.8);
    return [
      able(0.6) ? 'ENG10H' : 'ENG10',
      able(0.7) ? 'ALG2H' : 'GEO',
      lab ? 'CHEMH' : 'CHEM',
      able(0.8) ? 'APWH' : 'MWH',
      dice.chance(0.5) ? 'HLT' : 'DRV',
      language('SPA2', 'FRE2'),
      ...electives(lab ? 0 : 1),
    ];
  }
  if (student.grade === 11) {
    const lab = able(1);
    return [
      able(0.7) ? 'APLANG' : 'ENG11',
      able(0.6) ? 'PCALH' : 'ALG2',
      lab ? 'APPHY' : 'PHYS',
      able(0.75) ? 'APUSH' : 'USH',
      'PE2',
      ...electives(lab ? 1 : 2),
    ];
  }
  const lab = able(1);
  return [
    able(0.7) ? 'APLIT' : 'ENG12',
    able(0.9) ? 'APCALC' : dice.chance(0.5) ? 'PCAL' : 'STAT',
    lab ? 'APBIO' : able(0.4) ? 'ANAT' : 'ENV',
    dice.chance(0.5) ? 'CIV' : 'ECO',
    ...electives((lab ? 2 : 3) - (dice.chance(0.5) ? 1 : 0)),
  ];
}

function electivesOf({ grade, ability }: Student, dice: Dice, count: number): string[] {
  const offered: [string, number][] = [
    ['ART1', 14],
    ['BAND', 10],
    ['CHOR', 10],
    ['DRAMA', 9],
    ['CSI', 12],
    ['DESIGN', 9],
    ['FOOD', grade === 9 ? 0 : 12],
    ['JOURN', grade === 9 ? 0 : 7],
    ['ART2', grade <= 10 ? 0 : 9],
    ['FILM', grade <= 10 ? 0 : 11],
    ['PSY', grade <= 10 ? 0 : 14],
    ['APCSP', grade === 9 || ability < 0.3 ? 0 : 14],
  ];
  const chosen: string[] = [];
  while (chosen.length < count) {
    const code = dice.weighted(offered);
    if (!chosen.includes(code)) chosen.push(code);
  }
  return chosen;
}
