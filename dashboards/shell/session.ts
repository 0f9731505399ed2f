import { send } from '../../components/api.ts';

/** Ends the session on the server and goes to the sign-in page. */
export async function signOut(): Promise<void> {
  await send('DELETE', '/api/sessions/current');
  location.assign('/sign-in');
}
