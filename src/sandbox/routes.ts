import type { Context } from 'hono';
import type { Database } from '../db/client.ts';
import { type Env, routes } from '../http/env.ts';
import { valid } from '../http/valid.ts';
import { notSignedIn } from '../identity/errors.ts';
import type { Account } from '../shared/context.ts';
import { listChangedRows, tellChanges } from './changes/queries.ts';
import {
  deleteCheckpoint,
  listCheckpoints,
  makeCheckpoint,
  restoreCheckpoint,
} from './checkpoints/service.ts';
import {
  CheckpointId,
  ListChanges,
  ListPersonas,
  MakeCheckpoint,
  ScenarioKey,
  Seen,
  SeenQuery,
  SetDate,
  SetPersona,
} from './inputs.ts';
import { getPersona, listPersonas, playerOf } from './personas.ts';
import { getExtras, getSchool, toldStanding } from './queries.ts';
import { copyScenario, listScenarios } from './scenarios/service.ts';
import { beginningFor, ensureSandbox, reset, setDate, setPersona, undoReset } from './service.ts';
import { actorOf, atControls, type ControlCtx } from './standing.ts';

/**
 * The controls of one's own sandbox over HTTP, under /sandbox/api/sandbox. What changes where a sandbox stands takes
 * the `generation` the page saw, and answers the standing as it is then.
 *
 * - `GET    /` → `ControlState`
 * - `POST   /resets` ← `{ generation }` → 201 `ToldStanding`
 * - `DELETE /resets/current?generation` → `ToldStanding`
 * - `GET    /checkpoints` → `Checkpoint[]`
 * - `POST   /checkpoints` ← `{ name }` → 201 `Checkpoint`
 * - `POST   /checkpoints/:id/restorations` ← `{ generation }` → 201 `ToldStanding`
 * - `DELETE /checkpoints/:id` → 204
 * - `PUT    /date` ← `{ date }` → `ToldStanding`
 * - `PUT    /persona` ← `{ kind, id }` → `ToldStanding`
 * - `GET    /personas?search&kind&after&limit` → `Page<PersonaRow>`
 * - `GET    /changes?by&area&day&studentId&sectionId&after&limit` → `ChangesTold`
 * - `GET    /scenarios` → `Scenario[]`
 * - `POST   /scenarios/:key/copies` ← `{ generation }` → 201 `ToldStanding`
 */
export function sandboxRoutes(db: Database) {
  return routes()
    .get('/', async (c) => c.json(await controlState(db, c)))
    .post('/resets', valid('json', Seen), async (c) => {
      const { generation } = c.req.valid('json');
      const beginning = await beginningFor(db, playerOf(accountOf(c)));
      const standing = await writing(db, c, (ctx) => reset(ctx, { generation, beginning }));
      return c.json(toldStanding(standing), 201);
    })
    .delete('/resets/current', valid('query', SeenQuery), async (c) => {
      const standing = await writing(db, c, (ctx) => undoReset(ctx, c.req.valid('query')));
      return c.json(toldStanding(standing));
    })
    .get('/checkpoints', async (c) => c.json(await reading(db, c, listCheckpoints)))
    .post('/checkpoints', valid('json', MakeCheckpoint), async (c) => {
      return c.json(await writing(db, c, (ctx) => makeCheckpoint(ctx, c.req.valid('json'))), 201);
    })
    .post('/checkpoints/:id/restorations', valid('param', CheckpointId), valid('json', Seen), async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(toldStanding(await writing(db, c, (ctx) => restoreCheckpoint(ctx, input))), 201);
    })
    .delete('/checkpoints/:id', valid('param', CheckpointId), async (c) => {
      await writing(db, c, (ctx) => deleteCheckpoint(ctx, c.req.valid('param')));
      return c.body(null, 204);
    })
    .put('/date', valid('json', SetDate), async (c) => {
      const { year } = await c.var.inSpace(getSchool);
      const to = c.req.valid('json').date;
      return c.json(toldStanding(await writing(db, c, (ctx) => setDate(ctx, { to, year }))));
    })
    .put('/persona', valid('json', SetPersona), async (c) => {
      const { kind, id } = c.req.valid('json');
      const persona = { personaKind: kind, personaId: id };
      await c.var.inSpace((ctx) => getPersona(ctx, persona));
      return c.json(toldStanding(await writing(db, c, (ctx) => setPersona(ctx, persona))));
    })
    .get('/personas', valid('query', ListPersonas), async (c) => {
      const { after = null, ...search } = c.req.valid('query');
      return c.json(await c.var.inSpace((ctx) => listPersonas(ctx, { ...search, after })));
    })
    .get('/changes', valid('query', ListChanges), async (c) => {
      const { after = null, ...asked } = c.req.valid('query');
      const rows = await reading(db, c, listChangedRows);
      return c.json(await c.var.inSpace((ctx) => tellChanges(ctx, rows, { ...asked, after })));
    })
    .get('/scenarios', async (c) => c.json(await reading(db, c, listScenarios)))
    .post('/scenarios/:key/copies', valid('param', ScenarioKey), valid('json', Seen), async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') };
      return c.json(toldStanding(await writing(db, c, (ctx) => copyScenario(ctx, input))), 201);
    });
}

/** Everything the controls show at first: where the sandbox stands, as whom, in which school and year. */
export type ControlState = Awaited<ReturnType<typeof controlState>>;

async function controlState(db: Database, c: Context<Env>) {
  const told = await reading(db, c, async (ctx) => ({
    ...toldStanding(ctx.standing),
    ...(await getExtras(ctx)),
  }));
  const { kind, id } = told.persona;
  return c.var.inSpace(async (ctx) => ({
    ...told,
    school: await getSchool(ctx),
    persona: await getPersona(ctx, { personaKind: kind, personaId: id }),
  }));
}

function reading<T>(db: Database, c: Context<Env>, work: (ctx: ControlCtx) => Promise<T>): Promise<T> {
  return visiting(db, c, false, work);
}

function writing<T>(db: Database, c: Context<Env>, work: (ctx: ControlCtx) => Promise<T>): Promise<T> {
  return visiting(db, c, true, work);
}

async function visiting<T>(
  db: Database,
  c: Context<Env>,
  write: boolean,
  work: (ctx: ControlCtx) => Promise<T>,
): Promise<T> {
  const account = accountOf(c);
  const asker = { actor: actorOf(account), now: c.var.now };
  await ensureSandbox(db, playerOf(account), asker);
  return atControls(db, asker, { write }, (ctx) => work({ ...ctx, requestId: c.var.requestId }));
}

function accountOf(c: Context<Env>): Account {
  if (!c.var.signedIn) throw notSignedIn();
  return c.var.signedIn.account;
}
