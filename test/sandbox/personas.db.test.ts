import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { getPersona, listPersonas, type PersonaSearch } from '../../src/sandbox/personas.ts';
import { decodeCursor } from '../../src/shared/paging.ts';
import { cast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { Owner } from '../support/sandboxes.ts';
import { publishCast } from '../support/spaces.ts';

let owner: Owner;

beforeAll(async () => {
  const db = await testDatabase();
  await publishCast(db);
  owner = new Owner(db, 2000);
});

const list = (search: Partial<PersonaSearch> = {}) =>
  owner.within(false, (ctx) => listPersonas(ctx, { limit: 50, after: null, ...search }));

test('everyone of the school is there, by name, with what tells them apart', async () => {
  const { items, next } = await list();

  expect(next).toBeNull();
  expect(items.map(({ name }) => name)).toEqual(items.map(({ name }) => name).toSorted());
  expect(items).toHaveLength(4 + 4 + 6);
  expect(items).toContainEqual({
    kind: 'staff',
    id: cast.staff.okafor,
    name: 'Okafor, Ngozi',
    title: 'Teacher, science',
    roles: ['teacher'],
    gradeLevel: null,
    children: [],
  });
  expect(items).toContainEqual({
    kind: 'guardian',
    id: cast.guardians.adaeze,
    name: 'Nwosu, Adaeze',
    title: null,
    roles: ['guardian'],
    gradeLevel: null,
    children: ['Amara Nwosu', 'Ben Nwosu'],
  });
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'student', id: cast.students.ben, name: 'Nwosu, Ben', gradeLevel: 9 }),
  );
});

test.for([
  { search: 'haddad', names: ['Haddad, Chloe', 'Haddad, Nadia', 'Reyes, Paul'] },
  { search: 'Ngozi Okafor', names: ['Okafor, Ngozi'] },
  { search: 'principal', names: ['Whitfield, Denise'] },
  { search: '%', names: [] },
  { search: '_', names: [] },
])('"$search" finds $names', async ({ search, names }) => {
  expect((await list({ search })).items.map(({ name }) => name)).toEqual(names);
});

test('one kind of person can be asked for', async () => {
  const { items } = await list({ kind: 'staff' });

  expect(items.map(({ id }) => id).toSorted()).toEqual(Object.values(cast.staff));
});

test('pages together are the whole', async () => {
  const whole = (await list()).items;
  const first = await list({ limit: 9 });
  const second = await list({ limit: 9, after: decodeCursor(first.next!) });

  expect([...first.items, ...second.items]).toEqual(whole);
  expect(second.next).toBeNull();
});

test('people are as this sandbox has them', async () => {
  await owner.within(true, ({ tx }) =>
    tx.execute(sql`update staff set family_name = 'Zuber' where id = ${cast.staff.ruiz}`),
  );

  expect((await list({ search: 'zuber' })).items).toMatchObject([{ id: cast.staff.ruiz }]);
  const colleague = new Owner(owner.db, 2001);
  const theirs = colleague.within(false, (ctx) =>
    getPersona(ctx, { personaKind: 'staff', personaId: cast.staff.ruiz }),
  );
  expect(await theirs).toMatchObject({ name: 'Ruiz, Marisol' });
});

test('somebody who is not of the school is not found', async () => {
  const nobody = owner.within(false, (ctx) =>
    getPersona(ctx, { personaKind: 'student', personaId: cast.staff.ruiz }),
  );

  await expect(nobody).rejects.toMatchObject({ code: 'shared/not-found' });
});
