import { gradeScaleSteps, gradeScales } from '../../src/sis/gradebook/schema.ts';
import type { BookScale } from '../../src/sis/gradebook/types.ts';
import { idOf } from './ids.ts';
import { type SeedTable, tableOf } from './tables.ts';

const scale = (n: number, name: string, maxPercent: string | null, steps: [string, string][]): BookScale => ({
  id: idOf('gradeScale', n),
  name,
  maxPercent,
  steps: steps.map(([letter, minPercent]) => ({ letter, minPercent })),
});

/** 90, 80, 70, 60, with five percent of headroom for extra credit. */
export const STANDARD = scale(0, 'Standard', '105', [
  ['A', '90'],
  ['B', '80'],
  ['C', '70'],
  ['D', '60'],
  ['F', '0'],
]);

export const PLUS_MINUS = scale(1, 'Plus and minus', '100', [
  ['A+', '97'],
  ['A', '93'],
  ['A-', '90'],
  ['B+', '87'],
  ['B', '83'],
  ['B-', '80'],
  ['C+', '77'],
  ['C', '73'],
  ['C-', '70'],
  ['D+', '67'],
  ['D', '63'],
  ['D-', '60'],
  ['F', '0'],
]);

export function gradeScaleTables(schoolId: number): SeedTable[] {
  const all = [STANDARD, PLUS_MINUS];
  return [
    tableOf(
      gradeScales,
      all.map(({ id, name, maxPercent }) => ({ id, school_id: schoolId, name, max_percent: maxPercent })),
    ),
    tableOf(
      gradeScaleSteps,
      all
        .flatMap(({ id, steps }) => steps.map((step) => ({ id, step })))
        .map(({ id, step }, i) => ({
          id: i + 1,
          grade_scale_id: id,
          letter: step.letter,
          min_percent: step.minPercent,
        })),
    ),
  ];
}
