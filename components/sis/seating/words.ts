import { msg, str } from '@lit/localize';
import type { Place } from './moves.ts';

export function placeWords({ row, column }: Place): string {
  return msg(str`Row ${row}, column ${column}`);
}

/** How a seat is read before the name of who sits there. */
export function seatWords(place: Place, empty: boolean): string {
  const where = placeWords(place);
  return empty ? msg(str`${where}: empty`) : `${where}: `;
}

export function carryWords(name: string): string {
  return msg(
    str`${name} is picked up. Arrow keys choose a seat, Space puts down, Escape leaves everything as it was.`,
  );
}
