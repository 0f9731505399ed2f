import { beforeAll, describe, expect, test } from 'vitest';
import type { Tx } from '../../../src/db/client.ts';
import { inLive } from '../../../src/db/spaces/spaces.ts';
import type { Actor, Space } from '../../../src/shared/context.ts';
import { openClass } from '../../../src/sis/attendance/opened/service.ts';
import { type TakeAttendance, takeAttendance } from '../../../src/sis/attendance/service.ts';
import { cast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { beginSandbox, fillLive, inBothSpaces, inSandboxOf, publishCast } from '../../support/spaces.ts';

const { students: st, codes, dayCodes, sections, periods } = cast;
const absent = { version: 0, post: true, marks: [{ studentId: st.ben, codeId: codes.A }] };
const english: TakeAttendance = {
  ...absent,
  sectionId: sections.english,
  periodId: periods.p3,
  day: cast.today,
};

const ctxOf = (tx: Tx, space: Space, actor: Actor) => ({
  tx,
  space,
  actor,
  today: cast.today,
  now: cast.now,
});

describe('what is taken in one space', () => {
  const { lindqvist } = cast.actors;
  const states: (() => Promise<string>)[] = [];

  beforeAll(async () => {
    const db = await testDatabase();
    await fillLive(db);
    const template = await publishCast(db);
    const [mine, other] = [await beginSandbox(db, template, 1), await beginSandbox(db, template, 2)];
    const stateIn = async (tx: Tx, space: Space) =>
      (await openClass(ctxOf(tx, space, lindqvist), english)).state;
    await inSandboxOf(db, mine!, (tx, space) => takeAttendance(ctxOf(tx, space, lindqvist), english));
    states.push(
      () => inSandboxOf(db, mine!, stateIn),
      () => inSandboxOf(db, other!, stateIn),
      () => inLive(db, { write: true }, (tx) => stateIn(tx, { kind: 'live' })),
    );
  });

  test('is there, and in no other sandbox, and not live', async () => {
    expect(await Promise.all(states.map((state) => state()))).toEqual(['posted', 'not-taken', 'not-taken']);
  });
});

inBothSpaces('at the same time', (space) => {
  test('classes of the same students make one day, and the same class is taken once', async () => {
    const take = (actor: Actor, input: TakeAttendance) =>
      space.keeping((tx, place) => takeAttendance(ctxOf(tx, place, actor), input));
    const { lindqvist, okafor } = cast.actors;
    const biology = { ...absent, sectionId: sections.biology, day: cast.today };

    const taken = await Promise.allSettled([
      take(lindqvist, english),
      take(lindqvist, english),
      take(okafor, { ...biology, periodId: periods.p1 }),
      take(okafor, { ...biology, periodId: periods.p2 }),
    ]);

    const refused = taken.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(refused).toEqual(['attendance/already-posted']);
    const { students } = await space.keeping((tx, place) => openClass(ctxOf(tx, place, lindqvist), english));
    expect(students.find((student) => student.studentId === st.ben)?.daily).toMatchObject({
      codeId: dayCodes.AUFD,
      minutesAttended: 90,
      incomplete: true,
    });
  });
});
