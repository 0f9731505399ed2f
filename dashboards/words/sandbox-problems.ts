import { msg, str } from '@lit/localize';
import { formatDay, formatInstant } from '../../components/format.ts';
import { type ProblemTable, text } from './table.ts';

const day = (value: unknown) => formatDay(text(value));

/** Words for refusals of the sandbox controls. */
export const sandboxProblems: ProblemTable = {
  'sandbox/no-school': () => ({
    says: msg('No practice school is ready yet.'),
    todo: msg('It is being prepared. Load the page again in a minute.'),
  }),
  'sandbox/moved-on': () => ({
    says: msg('This sandbox was reset or restored in another window.'),
    todo: msg('Load the page again to go on from there.'),
  }),
  'sandbox/nothing-to-undo': () => ({
    says: msg('There is no reset to undo.'),
    todo: msg('A reset can be undone until it is too old or another one follows.'),
  }),
  'sandbox/undo-too-old': (facts) => ({
    says: msg(str`This reset could be undone until ${formatInstant(text(facts.until))}.`),
    todo: msg('What it took away is gone. Go on from how the sandbox is now.'),
  }),
  'sandbox/date-backwards': (facts) => ({
    says: msg(str`The sandbox is already on ${day(facts.today)}; its date only moves forward.`),
    todo: msg('To go back, reset it or restore a checkpoint.'),
  }),
  'sandbox/date-outside-year': (facts) => ({
    says: msg(str`${day(facts.to)} is outside of the sandbox’s school year.`),
    todo: msg(str`Choose a day from ${day(facts.from)} to ${day(facts.until)}.`),
  }),
  'sandbox/checkpoint-name-taken': (facts) => ({
    says: msg(str`There is already a checkpoint named ${text(facts.name)}.`),
    todo: msg('Choose another name, or delete the old one first.'),
  }),
  'sandbox/too-many-checkpoints': (facts) => ({
    says: msg(str`A sandbox keeps at most ${text(facts.most)} checkpoints.`),
    todo: msg('Delete one you no longer need.'),
  }),
  'sandbox/scenario-of-other-school': () => ({
    says: msg('This scenario was made for another edition of the practice school.'),
    todo: msg('Reset the sandbox to get the newest school, then start the scenario.'),
  }),
  'sandbox/scenario-key-taken': (facts) => ({
    says: msg(str`There is already a scenario named ${text(facts.key)}.`),
    todo: msg('Choose another name, or delete the old one first.'),
  }),
};
