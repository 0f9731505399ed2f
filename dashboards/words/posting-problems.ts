import { msg, str } from '@lit/localize';
import { formatDay } from '../../components/format.ts';
import { type ProblemTable, text, texts } from './table.ts';

const day = (value: unknown) => formatDay(text(value));

/** Words for refusals of posting grades, and of grades put in a post column by hand. */
export const postingProblems: ProblemTable = {
  'posting/no-window': () => ({
    says: msg('The school has set no days for posting these grades.'),
    todo: msg('Ask the office when they are due.'),
  }),
  'posting/not-open-yet': (facts) => ({
    says: facts.opensOn
      ? msg(str`Posting opens on ${day(facts.opensOn)}.`)
      : msg('Posting has not opened yet.'),
    todo: msg('Until then grades can be entered, not posted.'),
  }),
  'posting/closed': (facts) => ({
    says: facts.closedOn ? msg(str`Posting closed on ${day(facts.closedOn)}.`) : msg('Posting has closed.'),
    todo: msg('Ask the office to change a grade.'),
  }),
  'posting/already-posted': (facts) => ({
    says: facts.postedOn
      ? msg(str`These grades were posted on ${day(facts.postedOn)} and can be posted only once.`)
      : msg('These grades are posted and can be posted only once.'),
    todo: msg('Ask the office to change a grade.'),
  }),
  'posting/nothing-to-post': () => ({
    says: msg('No student has a grade in the post columns.'),
    todo: msg('Update the post columns first, then post.'),
  }),
  'posting/nothing-changed': (facts) => ({
    says: facts.postedOn
      ? msg(str`Nothing has changed since these grades were posted on ${day(facts.postedOn)}.`)
      : msg('Nothing has changed since these grades were posted.'),
    todo: msg('The office has all of them.'),
  }),
  'posting/not-overridden': () => ({
    says: msg('This student has the computed grade already.'),
    todo: msg('Load the page again to see it.'),
  }),
  'posting/not-in-term': (facts) => ({
    says: facts.section
      ? msg(str`${text(facts.section)} does not run in ${text(facts.term)}.`)
      : msg('The class does not run in this marking period.'),
    todo: msg('Choose another marking period.'),
  }),
  'posting/staff-only': () => ({
    says: msg('Grades are posted by a member of the staff.'),
    todo: msg('Act as the teacher of the class to post them.'),
  }),
  'posting/reason-missing': () => ({
    says: msg('A grade put in by hand needs a reason.'),
    todo: msg('Say why it differs from the computed one; it is kept in the history.'),
  }),
  'posting/reason-too-long': (facts) => ({
    says: msg('The reason is too long.'),
    todo: facts.most ? msg(str`Use at most ${text(facts.most)} characters.`) : msg('Say it in fewer words.'),
  }),
  'posting/grade-missing': () => ({
    says: msg('There is no grade to put in.'),
    todo: msg('Enter a percent, a letter, or both.'),
  }),
  'posting/not-a-percent': (facts) => ({
    says: facts.typed ? msg(str`“${text(facts.typed)}” is not a percent.`) : msg('This is not a percent.'),
    todo: msg('Enter a number such as 87.5.'),
  }),
  'posting/percent-out-of-range': (facts) => ({
    says: msg('The percent is outside of the grade scale.'),
    todo: facts.max ? msg(str`Enter a percent from 0 to ${text(facts.max)}.`) : msg('Enter another percent.'),
  }),
  'posting/unknown-letter': (facts) => ({
    says: facts.typed
      ? msg(str`“${text(facts.typed)}” is no letter of the grade scale.`)
      : msg('This is no letter of the grade scale.'),
    todo: texts(facts.known)
      ? msg(str`The letters are: ${texts(facts.known)}.`)
      : msg('Choose a letter of the scale.'),
  }),
};
