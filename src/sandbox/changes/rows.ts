import { descriptions } from './all.ts';
import type { Area, Description, Field, Writing } from './describe.ts';

type Json = string | number | boolean | null;
type Values = Record<string, Json>;

/** A row that differs from the school as it was given; `before` is null of an added one, `after` of a removed one. */
export type ChangedRow = {
  table: string;
  id: number;
  kind: 'added' | 'changed' | 'removed';
  before: Values | null;
  after: Values | null;
};

/** A value and how it is written. Of `as: 'name'` the value is a name already. */
export type Told = { field: string; as: Writing | 'name'; value: Json };

/** A column that changed: its values before and after, null where there was or is none. */
export type ToldChange = { field: string; as: Writing | 'name'; from: Json; to: Json };

/** What was done to one row, in names and in keys that the page has words for. Raw tables and columns never appear. */
export type Change = {
  key: string;
  area: Area;
  /** What it is: `mark`, `score`, `assignment`. */
  what: string;
  kind: ChangedRow['kind'];
  day: string | null;
  student: { id: number; name: string } | null;
  section: { id: number; code: string } | null;
  about: Told[];
  fields: ToldChange[];
};

/** Finds the name of a row that a column refers to. */
export type NameOf = (field: Extract<Field, { as: 'name' }>, id: number) => string | null;

const byTable = new Map(descriptions.map((description) => [description.table, description]));

/** How a table's changes are told. Throws an Error for a table that has no description, which a test rules out. */
export function descriptionOf(table: string): Description {
  const description = byTable.get(table);
  if (!description) throw new Error(`Nothing says how changes of ${table} are told`);
  return description;
}

/** Whether people see the row: its table is not silent, and if it was changed, then in a column that is shown. */
export function isTold(row: ChangedRow): boolean {
  const description = descriptionOf(row.table);
  if (description.silent !== undefined) return false;
  return row.kind !== 'changed' || shownColumns(description, row).length > 0;
}

/** The references of a row that need a name, its `about` columns included. */
export function references(row: ChangedRow): { of: Extract<Field, { as: 'name' }>; id: number }[] {
  const description = descriptionOf(row.table);
  const columns = Object.entries({ ...description.about, ...description.fields });
  return columns.flatMap(([column, field]) =>
    field.as === 'name'
      ? [row.before?.[column], row.after?.[column]]
          .filter((id) => typeof id === 'number')
          .map((id) => ({ of: field, id }))
      : [],
  );
}

/** What else names the row, and what was changed of it: values of references by name. */
export function tell(row: ChangedRow, nameOf: NameOf): Pick<Change, 'about' | 'fields'> {
  const description = descriptionOf(row.table);
  const stands = row.after ?? row.before ?? {};
  const written = (field: Field, value: Json) =>
    field.as === 'name' && typeof value === 'number' ? nameOf(field, value) : value;
  return {
    about: Object.entries(description.about)
      .filter(([column]) => (stands[column] ?? null) !== null)
      .map(([column, field]) => ({
        field: field.field,
        as: field.as,
        value: written(field, stands[column] ?? null),
      })),
    fields: shownColumns(description, row).map(([column, field]) => ({
      field: field.field,
      as: field.as,
      from: written(field, row.before?.[column] ?? null),
      to: written(field, row.after?.[column] ?? null),
    })),
  };
}

/** Of an added or a removed row those that say something; of a changed one those that differ. */
function shownColumns(description: Description, { kind, before, after }: ChangedRow): [string, Field][] {
  return Object.entries(description.fields).filter(([column]) => {
    const from = before?.[column] ?? null;
    const to = after?.[column] ?? null;
    return kind === 'changed' ? from !== to : (from ?? to ?? false) !== false;
  });
}
