import { msg, str } from '@lit/localize';
import { formatDay, plural } from '../../components/format.ts';
import { type ProblemTable, text } from './table.ts';

const day = (value: unknown) => formatDay(text(value));

/** "3 scores", or "scores" where the number is not known. */
function scores(count: unknown): string {
  if (typeof count !== 'number') return msg('scores');
  return plural(count, { one: msg('one score'), other: msg(str`${count} scores`) });
}

/** "3 assignments", or "assignments" where the number is not known. */
function assignments(count: unknown): string {
  if (typeof count !== 'number') return msg('assignments');
  return plural(count, { one: msg('one assignment'), other: msg(str`${count} assignments`) });
}

/** Words for refusals of a gradebook's assignments, categories, special marks, settings and links. */
export const setupProblems: ProblemTable = {
  'gradebook/no-book': (facts) => ({
    says: facts.section
      ? msg(str`${text(facts.section)} has no gradebook yet.`)
      : msg('This class has no gradebook yet.'),
    todo: msg('Make one first, or link this class to the gradebook of another.'),
  }),
  'gradebook/no-book-for-homerooms': () => ({
    says: msg('A homeroom has no gradebook.'),
    todo: msg('Choose one of your other classes.'),
  }),
  'gradebook/has-book': () => ({
    says: msg('This class has a gradebook already.'),
    todo: msg('Load the page again to see it.'),
  }),
  'gradebook/no-scale': () => ({
    says: msg('The school has not set a grade scale.'),
    todo: msg('Ask the office to set one; without it there are no letter grades.'),
  }),
  'gradebook/column-name-taken': (facts) => ({
    says: facts.columnName
      ? msg(str`${text(facts.term)} already has a column named ${text(facts.columnName)}.`)
      : msg('The marking period already has a column of this name.'),
    todo: msg('Choose another column name.'),
  }),
  'gradebook/due-outside-terms': (facts) => ({
    says: facts.dueOn
      ? msg(str`${day(facts.dueOn)} is in no marking period.`)
      : msg('The due date is in no marking period.'),
    todo: msg('Choose a due date inside a marking period, or say in which one it counts.'),
  }),
  'gradebook/due-before-assigned': (facts) => ({
    says: facts.assignedOn
      ? msg(str`The due date is before ${day(facts.assignedOn)}, the day the work is assigned.`)
      : msg('The due date is before the day the work is assigned.'),
    todo: msg('Choose the same day or a later one.'),
  }),
  'gradebook/assignment-has-scores': (facts) => ({
    says: facts.assignment
      ? msg(str`${text(facts.assignment)} has scores: ${scores(facts.scores)}.`)
      : msg('The assignment has scores.'),
    todo: msg('Clear them first, or delete the assignment together with its scores.'),
  }),
  'gradebook/category-code-taken': (facts) => ({
    says: facts.code
      ? msg(str`There is already a category with the code ${text(facts.code)}.`)
      : msg('There is already a category with this code.'),
    todo: msg('Choose another code.'),
  }),
  'gradebook/category-in-use': (facts) => ({
    says: facts.category
      ? msg(str`${text(facts.category)} is in use: ${assignments(facts.assignments)}.`)
      : msg('The category is in use.'),
    todo: msg('Move its assignments to another category first.'),
  }),
  'gradebook/percent-not-fitting': (facts) => ({
    says:
      facts.behavior === 'fixed-percent'
        ? msg('A mark worth a fixed percent needs its percent.')
        : msg('Only a mark worth a fixed percent has a percent.'),
    todo:
      facts.behavior === 'fixed-percent'
        ? msg('Enter the percent it is worth.')
        : msg('Leave the percent empty, or choose fixed percent.'),
  }),
  'gradebook/mark-in-use': (facts) => ({
    says: facts.mark
      ? msg(str`The mark ${text(facts.mark)} is in use: ${scores(facts.scores)}.`)
      : msg('The mark is in use.'),
    todo: msg('Replace it in those cells first.'),
  }),
  'gradebook/not-the-same-course': (facts) => ({
    says: facts.other
      ? msg(str`${text(facts.other)} is not a class of the same course and year as ${text(facts.section)}.`)
      : msg('The classes are not of the same course and year.'),
    todo: msg('Choose another class of this course.'),
  }),
  'gradebook/section-has-scores': (facts) => ({
    says: facts.section
      ? msg(str`Students of ${text(facts.section)} have scores in its gradebook: ${scores(facts.scores)}.`)
      : msg('Students of this class have scores in its gradebook.'),
    todo: msg('They would be lost, so the class stays where it is. Clear those scores first if they may go.'),
  }),
  'gradebook/not-linked': (facts) => ({
    says: facts.section
      ? msg(str`${text(facts.section)} shares its gradebook with no other class.`)
      : msg('This class shares its gradebook with no other class.'),
    todo: msg('Nothing needs to be done.'),
  }),
};
