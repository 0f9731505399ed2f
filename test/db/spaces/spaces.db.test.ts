import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cast } from '../../support/cast.ts';
import { inBothSpaces } from '../../support/spaces.ts';

inBothSpaces('a space', (space) => {
  test('has the cast in it', () =>
    space.trying(async (tx) => {
      const rows = await tx.execute(sql`select id, given_name from students order by id`);
      expect(rows[0]).toEqual({ id: cast.students.amara, given_name: 'Amara' });
    }));
});
