import { expect, test } from 'vitest';
import { updateAssignment } from '../../../../src/sis/gradebook/assignments/service.ts';
import { explainGrade, listGradesOfStudent } from '../../../../src/sis/gradebook/averages/queries.ts';
import { explainBoth, planAverages } from '../../../../src/sis/gradebook/averages/rules.ts';
import { updateSettings } from '../../../../src/sis/gradebook/book/service.ts';
import { saveScores } from '../../../../src/sis/gradebook/scores/service.ts';
import { acting } from '../../../support/attendance.ts';
import { cast } from '../../../support/cast.ts';
import { inBothSpaces } from '../../../support/spaces.ts';

const { assignments: a, students: st } = cast;
const biology = { sectionId: cast.sections.biology };
const amara = { ...biology, studentId: st.amara };

inBothSpaces('why this grade', (space) => {
  test('is the worked example, with every step', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const explained = await explainGrade(ctx, { ...amara, reader: 'teacher' });

      expect(explained).toMatchObject({
        student: { id: st.amara, name: 'Amara Nwosu' },
        term: { id: cast.terms.q2 },
        asOfNow: { rounded: '88.90', letter: 'B', averageMode: 'categories-only' },
      });
      expect(explained.asOfNow.categories.map(({ percent }) => percent)).toEqual(['86.25', '93.3333', '88']);
      expect(explained.assignments.find(({ id }) => id === a.hw4)).toMatchObject({
        columnName: 'HW4',
        entry: '4',
      });
    }));

  test('follows the mode of the book', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updateSettings(ctx, { ...biology, version: 1, averageMode: 'total-points' });
      const { asOfNow } = await explainGrade(ctx, { ...amara, reader: 'teacher' });
      expect(asOfNow).toMatchObject({
        rounded: '89.41',
        formula: { kind: 'points', earned: '532', possible: '595' },
      });
    }));

  test('tells a second figure, if nothing more comes in', () =>
    acting(space, async (as) => {
      const ben = { ...biology, studentId: st.ben, reader: 'teacher' } as const;
      const { asOfNow, ifNothingMore } = await explainGrade(as('okafor'), ben);
      expect(Number(ifNothingMore.rounded)).toBeLessThan(Number(asOfNow.rounded));
    }));

  test('a family is told nothing of private work, and no score of work without grades', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      await updateAssignment(ctx, { ...biology, assignmentId: a.hw1, version: 1, visibility: 'private' });
      await updateAssignment(ctx, {
        ...biology,
        assignmentId: a.test1,
        version: 1,
        visibility: 'public-no-grades',
      });
      const told = await explainGrade(as('adaeze'), { ...amara, reader: 'family' });

      const ids = told.assignments.map(({ id }) => id);
      expect(ids).not.toContain(a.hw1);
      expect(told.assignments.find(({ id }) => id === a.test1)).toMatchObject({ entry: null, comment: null });
      expect(told.scores.map(({ assignmentId }) => assignmentId)).not.toContain(a.test1);
      expect(told.setup.assignments.map(({ id }) => id)).not.toContain(a.hw1);
      const teachers = await explainGrade(ctx, { ...amara, reader: 'teacher' });
      expect(told.asOfNow.rounded).not.toBe(teachers.asOfNow.rounded);
    }));

  test('what is sent gives the same explanation again, for a what-if', () =>
    acting(space, async (as) => {
      for (const reader of ['teacher', 'family'] as const) {
        const explained = await explainGrade(as('okafor'), { ...amara, reader });
        const { asOfNow, ifNothingMore, setup, scores } = explained;
        expect(explainBoth(planAverages(setup), scores, reader)).toEqual({ asOfNow, ifNothingMore });
      }
    }));

  test('of a student of elsewhere, or in a term of another year, is not there', () =>
    acting(space, async (as) => {
      const english = { sectionId: cast.sections.english, studentId: st.diego, reader: 'teacher' } as const;
      await expect(explainGrade(as('lindqvist'), english)).rejects.toMatchObject({
        code: 'shared/not-found',
      });
      await expect(
        explainGrade(as('okafor'), { ...amara, reader: 'teacher', termId: 99 }),
      ).rejects.toMatchObject({ code: 'shared/not-found', facts: { what: 'term' } });
    }));

  test.for([
    ['a parent asks as a teacher', 'adaeze', st.amara, 'teacher'],
    ["a parent asks for another's child", 'adaeze', st.chloe, 'family'],
    ['a student asks for a classmate', 'amara', st.ben, 'family'],
    ['a teacher asks for the class of another', 'lindqvist', st.amara, 'teacher'],
    ['a clerk asks', 'ruiz', st.amara, 'teacher'],
  ] as const)('is refused when %s', ([, who, studentId, reader]) =>
    acting(space, async (as) => {
      await expect(explainGrade(as(who), { ...biology, studentId, reader })).rejects.toMatchObject({
        code: 'identity/not-allowed',
      });
    }),
  );
});

inBothSpaces('the grades of a student', (space) => {
  test('stand by period for the family', () =>
    acting(space, async (as) => {
      expect(await listGradesOfStudent(as('amara'), { studentId: st.amara, reader: 'family' })).toEqual([
        {
          section: { id: cast.sections.biology, code: 'BIO1-01', courseTitle: 'Biology' },
          teachers: ['Ngozi Okafor'],
          percent: '88.90',
          letter: 'B',
          missing: 0,
          posted: [],
        },
        {
          section: { id: cast.sections.english, code: 'ENG9-01', courseTitle: 'English 9' },
          teachers: ['Erik Lindqvist'],
          percent: null,
          letter: null,
          missing: 0,
          posted: [],
        },
      ]);
    }));

  test('say how much is flagged as missing', () =>
    acting(space, async (as) => {
      const ctx = as('okafor');
      const cell = { assignmentId: a.hw1, studentId: st.amara, version: 1, missing: true };
      await saveScores(ctx, { ...biology, cells: [cell] });
      const [grade] = await listGradesOfStudent(ctx, { studentId: st.amara, reader: 'teacher' });
      expect(grade).toMatchObject({ section: { code: 'BIO1-01' }, missing: 1 });
    }));

  test('a teacher sees the own class, a stranger none', () =>
    acting(space, async (as) => {
      const classesOf = async (who: 'lindqvist' | 'adaeze', studentId: number) =>
        (
          await listGradesOfStudent(as(who), {
            studentId,
            reader: who === 'adaeze' ? 'family' : 'teacher',
          })
        ).map(({ section }) => section.code);
      expect(await classesOf('lindqvist', st.amara)).toEqual(['ENG9-01']);
      expect(await classesOf('adaeze', st.chloe)).toEqual([]);
    }));
});
