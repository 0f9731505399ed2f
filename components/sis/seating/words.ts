import { msg, str } from '@lit/localize';
import type { Place } from './moves.ts';

export function placeWords({ row, column }: Place): string {
  return msg(str`Row ${row}, column ${column}`);
}

/** How a seat is read: where it is, who sits there, what is marked. */
export function seatWords(place: Place, name: string | undefined, mark: string): string {
  const where = placeWords(place);
  if (name === undefined) return msg(str`${where}: empty`);
  return mark === '' ? `${where}: ${name}` : `${where}: ${name}, ${mark}`;
}

export function carryWords(name: string): string {
  return msg(
    str`${name} is picked up. Arrow keys choose a seat, Space puts down, Escape leaves everything as it was.`,
  );
}
