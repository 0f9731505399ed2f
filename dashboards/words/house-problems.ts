import { msg, str } from '@lit/localize';
import { type ProblemTable, text } from './table.ts';

/** Words for refusals of the house itself: connection, requests, sign-in, permission. */
export const houseProblems: ProblemTable = {
  'http/malformed': () => ({
    says: msg('What was sent could not be read.'),
    todo: msg('Load the page again and repeat it.'),
  }),
  'hono/http-exception': () => ({
    says: msg('What was sent could not be read.'),
    todo: msg('Load the page again and repeat it.'),
  }),
  'http/no-such-path': () => ({
    says: msg('This is no longer there.'),
    todo: msg('Go back and choose it again.'),
  }),
  'http/database-unavailable': () => ({
    says: msg('The records can not be reached right now.'),
    todo: msg('Nothing was changed. What you typed is kept; try again in a moment.'),
  }),
  'http/collided': () => ({
    says: msg('Two changes met each other.'),
    todo: msg('Nothing was changed. Try again in a moment.'),
  }),
  'identity/no-demonstration': () => ({
    says: msg('Choosing a person is only for the demonstration.'),
    todo: msg('Sign in with your email address and password.'),
  }),
  'identity/live-closed': () => ({
    says: msg('Live work is not open yet at your school.'),
    todo: msg('In your sandbox everything works as it will then, and you can break nothing.'),
  }),
  'http/offline': () => ({
    says: msg('There is no connection.'),
    todo: msg('Check the network. What you typed is kept, and the page tries again.'),
  }),
  'http/unexpected': () => ({
    says: msg('The server gave an answer this page does not understand.'),
    todo: msg('Load the page again. If it stays so, tell your support desk.'),
  }),
  'http/invalid': () => ({
    says: msg('Something in what was sent is not right.'),
    todo: msg('Look at the marked entries, correct them, and send again.'),
  }),
  'http/too-large': () => ({
    says: msg('That is too much at once.'),
    todo: msg('Send it in smaller parts.'),
  }),
  'http/cross-origin': () => ({
    says: msg('This request came from another site and was refused.'),
    todo: msg('Open the page from its own address and try again.'),
  }),
  'http/busy': () => ({
    says: msg('The server is busy.'),
    todo: msg('Try again in a moment. Nothing was changed.'),
  }),
  'http/broken': () => ({
    says: msg('Something went wrong on our side.'),
    todo: msg('Nothing was changed. Try again in a moment.'),
  }),
  'page/broken': () => ({
    says: msg('This page made a mistake.'),
    todo: msg('Load it again. If it stays so, tell your support desk.'),
  }),
  'shared/not-found': () => ({
    says: msg('This is no longer there.'),
    todo: msg('Go back and choose it again.'),
  }),
  'shared/stale-edit': () => ({
    says: msg('Somebody else changed it first.'),
    todo: msg('Compare both, then keep theirs or yours.'),
  }),
  'identity/wrong-credentials': () => ({
    says: msg('The email address or the password is not right.'),
    todo: msg('Check both and try again.'),
  }),
  'identity/too-many-attempts': ({ minutes }) => ({
    says: msg('Too many attempts to sign in.'),
    todo: minutes
      ? msg(str`Wait ${text(minutes)} minutes, then try again.`)
      : msg('Wait a few minutes, then try again.'),
  }),
  'identity/not-signed-in': () => ({
    says: msg('Your session has ended.'),
    todo: msg('Sign in again. What you typed is kept on this device.'),
  }),
  'identity/not-allowed': () => ({
    says: msg('Your role does not allow this.'),
    todo: msg('Ask the office if you think it should.'),
  }),
};
