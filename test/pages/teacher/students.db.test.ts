import { describe, expect, test } from 'vitest';
import { loadStudent, loadStudentSearch } from '../../../src/pages/teacher/students.ts';
import { acting } from '../../support/attendance.ts';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

const { students: st, days } = cast;

inBothSpaces('pages of students', (space) => {
  describe('the search', () => {
    test('shows everyone whom the reader may look up, with the reader’s classes', () =>
      acting(space, async (as) => {
        const { found, sections, schoolId } = await loadStudentSearch(as('lindqvist'), { text: '' });

        expect(schoolId).toBe(cast.school);
        expect(found.items.map((one) => one.studentId)).not.toContain(st.farid);
        expect(sections.map((one) => one.code)).toEqual(['ENG9-01', 'ALG1-01']);
      }));

    test('finds by the first letters', () =>
      acting(space, async (as) => {
        const { found } = await loadStudentSearch(as('ruiz'), { text: 'nw be' });

        expect(found.items.map((one) => one.studentId)).toEqual([st.ben]);
      }));
  });

  describe("a student's page", () => {
    test('has the days since the year began, with only the marks that are not plainly present', () =>
      acting(space, async (as) => {
        const { days: record } = await loadStudent(as('okafor'), { studentId: st.ben });

        expect(record.at(-1)?.day).toBe(days.first);
        expect(record.find(({ day }) => day === days.monday)?.marks.length).toBeGreaterThan(0);
        expect(record.find(({ day }) => day === days.yesterday)?.marks).toEqual([]);
      }));

    test('shows a teacher the grades of their own classes, as a teacher', () =>
      acting(space, async (as) => {
        const { grades, reader } = await loadStudent(as('okafor'), { studentId: st.amara });

        expect(reader).toBe('teacher');
        expect(grades.map((one) => one.section.code)).toEqual(['BIO1-01']);
      }));

    test('shows a family all grades, as a family', () =>
      acting(space, async (as) => {
        const { grades, reader } = await loadStudent(as('adaeze'), { studentId: st.amara });

        expect(reader).toBe('family');
        expect(grades.map((one) => one.section.code)).toEqual(['BIO1-01', 'ENG9-01']);
      }));

    test('of somebody else’s child is refused', () =>
      acting(space, async (as) => {
        const opening = loadStudent(as('adaeze'), { studentId: st.diego });

        await expect(opening).rejects.toMatchObject({ code: 'identity/not-allowed' });
      }));
  });
});
