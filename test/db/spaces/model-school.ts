import fc from 'fast-check';

/**
 * A small school for the model test, with one of everything that the engine has to follow: unique, partial unique, unique
 * with nulls not distinct, CHECK, defaults, and foreign keys that refuse, cascade, set null and point to their own table.
 */
export const modelTables = ['m_houses', 'm_classes', 'm_students', 'm_places', 'm_notes'] as const;

export const modelSchema = `
create table m_houses (
  id bigint primary key default nextval('app.sis_id'),
  code text not null,
  constraint m_houses_one_per_code unique (code)
);
create table m_classes (
  id bigint primary key default nextval('app.sis_id'),
  house_id bigint not null constraint m_classes_house references m_houses (id),
  title text not null,
  seats integer not null default 3,
  constraint m_classes_one_per_house_and_title unique (house_id, title),
  constraint m_classes_seats_in_room check (seats between 1 and 5)
);
create index m_classes_house_id_idx on m_classes (house_id);
create table m_students (
  id bigint primary key default nextval('app.sis_id'),
  mentor_id bigint constraint m_students_mentor references m_students (id) on delete set null,
  name text not null,
  badge text
);
create unique index m_students_one_per_badge on m_students (badge) where badge <> 'lost';
create index m_students_mentor_id_idx on m_students (mentor_id);
create table m_places (
  id bigint primary key default nextval('app.sis_id'),
  class_id bigint not null constraint m_places_class references m_classes (id) on delete cascade,
  student_id bigint not null constraint m_places_student references m_students (id),
  seat integer,
  constraint m_places_one_per_class_and_student unique (class_id, student_id),
  constraint m_places_one_per_class_and_seat unique nulls not distinct (class_id, seat)
);
create index m_places_student_id_idx on m_places (student_id);
create table m_notes (
  id bigint primary key default nextval('app.sis_id'),
  place_id bigint constraint m_notes_place references m_places (id) on delete cascade,
  body text not null default 'none',
  constraint m_notes_one_per_place_and_body unique (place_id, body)
);`;

/** The rows that both sides begin with. */
export const modelRows: Record<
  (typeof modelTables)[number],
  { columns: string[]; rows: (string | number | null)[][] }
> = {
  m_houses: {
    columns: ['id', 'code'],
    rows: [
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ],
  },
  m_classes: {
    columns: ['id', 'house_id', 'title', 'seats'],
    rows: [
      [1, 1, 'art', 3],
      [2, 1, 'bio', 3],
      [3, 2, 'art', 4],
    ],
  },
  m_students: {
    columns: ['id', 'mentor_id', 'name', 'badge'],
    rows: [
      [1, null, 'x', 'p'],
      [2, 1, 'y', 'q'],
      [3, 1, 'z', 'lost'],
      [4, 2, 'w', 'lost'],
    ],
  },
  m_places: {
    columns: ['id', 'class_id', 'student_id', 'seat'],
    rows: [
      [1, 1, 1, 1],
      [2, 1, 2, 2],
      [3, 2, 1, null],
      [4, 3, 3, 1],
    ],
  },
  m_notes: {
    columns: ['id', 'place_id', 'body'],
    rows: [
      [1, 1, 'none'],
      [2, 1, 'late'],
      [3, null, 'free'],
    ],
  },
};

const id = fc.integer({ min: 1, max: 7 });
const or = <T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 6, arbitrary: usual }, { weight: 1, arbitrary: odd });
const code = or(fc.constantFrom("'a'", "'b'", "'d'", "'e'"), fc.constant('null'));
const title = or(fc.constantFrom("'art'", "'bio'", "'gym'"), fc.constant('null'));
const seats = or(fc.constantFrom('1', '3', '5', 'default'), fc.constantFrom('0', '9', 'null'));
const badge = fc.constantFrom("'p'", "'q'", "'r'", "'lost'", 'null');
const seat = fc.constantFrom('1', '2', '3', 'null');
const optionalId = or(id.map(String), fc.constant('null'));
const body = or(fc.constantFrom("'none'", "'late'", 'default'), fc.constant('null'));

const house = fc.tuple(id, code).map((row) => `(${row.join(', ')})`);
const klass = fc.tuple(id, id, title, seats).map((row) => `(${row.join(', ')})`);
const student = fc
  .tuple(id, optionalId, or(fc.constantFrom("'x'", "'n'"), fc.constant('null')), badge)
  .map((row) => `(${row.join(', ')})`);
const place = fc.tuple(id, id, id, seat).map((row) => `(${row.join(', ')})`);
const note = fc.tuple(id, optionalId, body).map((row) => `(${row.join(', ')})`);

const rowsOf = (row: fc.Arbitrary<string>) =>
  fc.array(row, { minLength: 1, maxLength: 3 }).map((rows) => rows.join(', '));
const insert = fc.oneof(
  rowsOf(house).map((rows) => `insert into m_houses values ${rows} returning *`),
  rowsOf(klass).map(
    (rows) => `insert into m_classes (id, house_id, title, seats) values ${rows} returning *`,
  ),
  rowsOf(student).map(
    (rows) => `insert into m_students (id, mentor_id, name, badge) values ${rows} returning *`,
  ),
  rowsOf(place).map(
    (rows) => `insert into m_places (id, class_id, student_id, seat) values ${rows} returning id, seat`,
  ),
  rowsOf(note).map((rows) => `insert into m_notes (id, place_id, body) values ${rows} returning *`),
);

const where = fc.oneof(
  id.map((one) => `id = ${one}`),
  fc.tuple(id, id).map((two) => `id in (${two.join(', ')})`),
  id.map((one) => `id > ${one}`),
);
const update = fc.oneof(
  fc.tuple(code, where).map(([to, rows]) => `update m_houses set code = ${to} where ${rows} returning *`),
  fc.tuple(id, where).map(([to, rows]) => `update m_classes set house_id = ${to} where ${rows} returning *`),
  fc
    .tuple(title, seats, where)
    .map(([to, room, rows]) => `update m_classes set title = ${to}, seats = ${room} where ${rows}`),
  fc
    .tuple(optionalId, badge, where)
    .map(
      ([to, kept, rows]) =>
        `update m_students set mentor_id = ${to}, badge = ${kept} where ${rows} returning id, badge`,
    ),
  fc
    .tuple(id, id, where)
    .map(
      ([to, who, rows]) =>
        `update m_places set class_id = ${to}, student_id = ${who} where ${rows} returning *`,
    ),
  fc.tuple(seat, where).map(([to, rows]) => `update m_places set seat = ${to} where ${rows}`),
  fc
    .tuple(optionalId, where)
    .map(([to, rows]) => `update m_notes set place_id = ${to} where ${rows} returning *`),
  fc.tuple(id, id).map(([from, to]) => `update m_houses set id = ${to} where id = ${from} returning *`),
  id.map(
    (one) =>
      `update m_classes c set seats = 5 from m_houses h where h.id = c.house_id and c.id = ${one} returning c.id, h.code`,
  ),
);

const remove = fc
  .tuple(fc.constantFrom(...modelTables), where)
  .map(([table, rows]) => `delete from ${table} where ${rows} returning *`);

/**
 * A MERGE of several rows is compared where the order of rows is of no account: they differ in their key (a row met twice
 * is refused on a table, 21000, and taken twice on a view), and no unique key passes from one of them to another.
 */
const newcomers = fc
  .uniqueArray(fc.tuple(id, optionalId), { minLength: 1, maxLength: 3, selector: ([one]) => one })
  .map((rows) => rows.map((row) => `(${row.join(', ')})`).join(', '));

const merge = fc.oneof(
  place.map(
    (row) => `merge into m_places t using (values ${row}) s (id, class_id, student_id, seat)
      on t.class_id = s.class_id and t.student_id = s.student_id
      when matched then update set seat = s.seat::integer
      when not matched then insert (id, class_id, student_id, seat) values (s.id, s.class_id, s.student_id, s.seat::integer)
      returning merge_action(), t.*`,
  ),
  house.map(
    (row) => `merge into m_houses t using (values ${row}) s (id, code) on t.id = s.id
      when matched and t.code = 'b' then delete
      when matched then update set code = s.code
      when not matched then insert values (s.id, s.code)
      returning merge_action(), t.id, t.code`,
  ),
  newcomers.map(
    (rows) => `merge into m_students t using (values ${rows}) s (id, mentor_id) on t.id = s.id
      when matched then update set mentor_id = s.mentor_id::bigint
      when not matched then insert (id, mentor_id, name, badge) values (s.id, s.mentor_id::bigint, 'new', 'lost')
      returning merge_action(), t.*`,
  ),
);

/** A statement, valid or not. */
export const statement: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: insert },
  { weight: 5, arbitrary: update },
  { weight: 3, arbitrary: remove },
  { weight: 2, arbitrary: merge },
);
