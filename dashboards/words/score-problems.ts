import { msg, str } from '@lit/localize';
import { plural } from '../../components/format.ts';
import { type ProblemTable, text, texts } from './table.ts';

/** What was typed, as it is quoted in a sentence; nothing typed is "This". */
function typed(value: unknown): string {
  const words = text(value).trim();
  return words === '' ? msg('This') : `“${words}”`;
}

const enterAnother = () => msg('Enter points, a percent, a letter grade, or one of your special marks.');

/** Words for refusals of single scores, of pasted ones, and of the codes of special marks. */
export const scoreProblems: ProblemTable = {
  'scores/negative': (facts) => ({
    says: msg(str`${typed(facts.typed)} is below zero.`),
    todo: msg('Enter zero or more.'),
  }),
  'scores/above-maximum': (facts) => ({
    says: facts.points
      ? msg(str`${typed(facts.typed)} is too much for an assignment of ${text(facts.points)} points.`)
      : msg(str`${typed(facts.typed)} is more than this assignment takes.`),
    todo: facts.max
      ? msg(str`Enter at most ${text(facts.max)}.`)
      : msg('Enter at most the points of the assignment.'),
  }),
  'scores/too-many-decimals': (facts) => ({
    says: msg(str`${typed(facts.typed)} has too many decimals.`),
    todo: facts.decimals
      ? msg(str`Scores have at most ${text(facts.decimals)} decimals.`)
      : msg('Enter fewer decimals.'),
  }),
  'scores/not-a-number': (facts) => ({
    says: msg(str`${typed(facts.typed)} is neither a score nor a special mark.`),
    todo: enterAnother(),
  }),
  'scores/unknown-mark': (facts) => ({
    says: msg(str`${typed(facts.typed)} is none of your special marks and no letter of the grade scale.`),
    todo: texts(facts.known) ? msg(str`Your special marks are: ${texts(facts.known)}.`) : enterAnother(),
  }),
  'scores/other-total': (facts) => ({
    says: facts.points
      ? msg(str`This assignment has ${text(facts.points)} points, not the total in ${typed(facts.typed)}.`)
      : msg(str`${typed(facts.typed)} has another total than this assignment.`),
    todo: msg('Enter the points alone, or change the assignment’s points.'),
  }),
  'scores/percent-of-nothing': () => ({
    says: msg('This is extra credit of 0 points, so a percent or letter of it is nothing.'),
    todo: msg('Enter the points earned.'),
  }),
  'scores/no-assignment': () => ({
    says: msg('This assignment is no longer there.'),
    todo: msg('Load the page again to see what has changed.'),
  }),
  'scores/not-graded': (facts) => ({
    says: facts.assignment
      ? msg(str`${text(facts.assignment)} is not graded.`)
      : msg('This assignment is not graded.'),
    todo: msg('Set it to graded first; then it takes scores.'),
  }),
  'scores/not-enrolled': (facts) => ({
    says: facts.section
      ? msg(str`The student is not in ${text(facts.section)}.`)
      : msg('The student is not in this class.'),
    todo: msg('Load the page again for the class list of today.'),
  }),
  'scores/mark-blank': () => ({
    says: msg('A special mark needs a code.'),
    todo: msg('Enter up to four letters, such as EX.'),
  }),
  'scores/mark-taken': (facts) => ({
    says: msg(str`${typed(facts.typed)} is already a special mark.`),
    todo: msg('Choose another code.'),
  }),
  'scores/mark-is-a-letter': (facts) => ({
    says: msg(str`${typed(facts.typed)} is a letter of the grade scale.`),
    todo: msg('Choose a code that is no grade.'),
  }),
  'scores/mark-reads-as-a-number': (facts) => ({
    says: msg(str`${typed(facts.typed)} could be read as a score.`),
    todo: msg('Choose a code that begins with a letter and has no % or / in it.'),
  }),
  'scores/outside-grid': (facts) => ({
    says:
      typeof facts.cells === 'number'
        ? plural(facts.cells, {
            one: msg('One pasted cell lies beyond the edge of the gradebook.'),
            other: msg(str`${facts.cells} pasted cells lie beyond the edge of the gradebook.`),
          })
        : msg('Part of what was pasted lies beyond the edge of the gradebook.'),
    todo: msg('Select the cell where the first one belongs, and paste again.'),
  }),
  'scores/unknown-student': (facts) => ({
    says: facts.line
      ? msg(str`Line ${text(facts.line)}: ${typed(facts.typed)} is nobody in this class.`)
      : msg(str`${typed(facts.typed)} is nobody in this class.`),
    todo: msg('Correct the name or the student number, and paste again.'),
  }),
  'scores/ambiguous-student': (facts) => ({
    says: facts.line
      ? msg(str`Line ${text(facts.line)}: more than one student is called ${typed(facts.typed)}.`)
      : msg(str`More than one student is called ${typed(facts.typed)}.`),
    todo: msg('Use the student number in that line.'),
  }),
  'scores/student-twice': (facts) => ({
    says: facts.line
      ? msg(str`Line ${text(facts.line)}: ${typed(facts.typed)} stands in an earlier line already.`)
      : msg(str`${typed(facts.typed)} stands in two lines.`),
    todo: msg('Keep one line for each student, and paste again.'),
  }),
};
