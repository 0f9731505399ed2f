import { expect, test } from 'vitest';
import { openGradebook } from '../../../../src/sis/gradebook/book/queries.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { sections, students: st, assignments: a, terms } = cast;
const biology = { sectionId: sections.biology };

inBothSpaces('opening a gradebook', (space) => {
  test('gives the book with its settings, scale, terms and linked sections', () =>
    acting(space, async (as) => {
      const view = await openGradebook(as('okafor'), biology);

      expect(view).toMatchObject({
        section: { id: sections.biology, code: 'BIO1-01', courseTitle: 'Biology', schoolId: cast.school },
        settings: { id: cast.gradebooks.biology, averageMode: 'categories-only', version: 1 },
        scale: { name: 'Standard', maxPercent: '110' },
        linkedSections: [{ id: sections.biology, code: 'BIO1-01', courseTitle: 'Biology' }],
        today: cast.today,
        currentTermId: terms.q2,
        mayEdit: true,
      });
      expect(view.scale.steps.map(({ letter, minPercent }) => `${letter} ${minPercent}`)).toEqual([
        'A 90',
        'B 80',
        'C 70',
        'D 60',
        'F 0',
      ]);
      expect(view.terms.map(({ code }) => code)).toEqual(['S1', 'Q1', 'Q2', 'S2', 'Q3', 'Q4']);
      expect(view.categories.map(({ code, weight }) => `${code} ${weight}`)).toEqual([
        'HW 25',
        'QZ 25',
        'TST 50',
      ]);
      expect(view.marks.map(({ code }) => code)).toEqual(['EX', 'FP', 'HF', 'M', 'OK']);
    }));

  test('gives everyone who has or had a place, those who left flagged', () =>
    acting(space, async (as) => {
      const { students } = await openGradebook(as('okafor'), biology);
      expect(students.map(({ name, status }) => `${name}: ${status}`)).toEqual([
        'Elif Aydin: active',
        'Chloe Haddad: active',
        'Farid Karimi: withdrawn',
        'Diego Morales: active',
        'Amara Nwosu: active',
        'Ben Nwosu: active',
      ]);
    }));

  test('gives assignments by due date, and cells as tuples', () =>
    acting(space, async (as) => {
      const { assignments, scores } = await openGradebook(as('okafor'), biology);

      expect(assignments.slice(0, 3).map(({ id }) => id)).toEqual([a.hw1, a.hw2, a.quiz1]);
      expect(assignments[0]).toMatchObject({ points: '10', weight: '1', dueOn: '2025-09-15' });
      expect(scores).toContainEqual([a.hw4, st.ben, '2.5', null, 0, null, 1]);
      expect(scores).toHaveLength(29);
    }));

  test('gives one term when asked, a semester with its marking periods', () =>
    acting(space, async (as) => {
      const q1 = await openGradebook(as('okafor'), { ...biology, termId: terms.q1 });
      expect(q1).toMatchObject({ assignments: [], scores: [] });

      const s1 = await openGradebook(as('okafor'), { ...biology, termId: terms.s1 });
      expect(s1.assignments).toHaveLength(10);
      expect(s1.scores).toHaveLength(29);
    }));

  test('the principal reads it and may not edit', () =>
    acting(space, async (as) => {
      expect(await openGradebook(as('whitfield'), biology)).toMatchObject({ mayEdit: false });
    }));

  test.for(['lindqvist', 'ruiz', 'adaeze', 'amara'] as const)('%s is refused', (who) =>
    acting(space, async (as) => {
      await expect(openGradebook(as(who), biology)).rejects.toMatchObject({ code: 'identity/not-allowed' });
    }),
  );

  test('a section without a book, and one that is not there, say so', () =>
    acting(space, async (as) => {
      await expect(openGradebook(as('lindqvist'), { sectionId: sections.algebra })).rejects.toMatchObject({
        code: 'gradebook/no-book',
        facts: { section: 'ALG1-01' },
      });
      await expect(openGradebook(as('okafor'), { sectionId: 999 })).rejects.toMatchObject({
        code: 'shared/not-found',
      });
    }));
});
