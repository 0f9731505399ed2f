import type { Dice } from './dice.ts';
import { plainLetters } from './names.ts';

/*
 * Ways to reach people who do not exist. Domains under example.org are reserved (RFC 2606) and never delivered to;
 * the numbers 555-0100 to 555-0199 are kept for fiction in every area code; the city, its streets and its postal
 * code are invented.
 */
export const CITY = { city: 'Lakemont', state: 'IL', postal_code: '60600' };

const areaCodes = ['312', '773', '872'];

export function phoneNumber(dice: Dice): string {
  return `${dice.pick(areaCodes)}-555-01${String(dice.int(0, 99)).padStart(2, '0')}`;
}

const streetNames =
  `Alderwick, Applegarth, Barnswallow, Bellwether, Bramblethorn, Candlewick, Copperkettle, Cloverdown,
  Dovetail, Driftfeather, Elderbrook, Fallowmere, Fernhollow, Foxglade, Gallowglass, Glimmerpond, Hazelmoor, Heronsford,
  Inkberry, Juniper Hollow, Kestrelwood, Lanternlight, Larkspur, Marlowbone, Mistletoe, Nettlebridge, Oatfield,
  Owlsworth, Pepperidge Hill, Quillfeather, Ravenscroft Hill, Rushlight, Saltmarsh, Sparrowhawk, Thimbleberry,
  Thornapple, Umberfield, Velvetleaf, Whistledown, Windlestraw, Yarrowfield`
    .split(',')
    .map((name) => name.trim());
const streetKinds = ['Street', 'Street', 'Avenue', 'Avenue', 'Court', 'Place', 'Lane', 'Terrace'];

export function streetAddress(dice: Dice): string {
  const door = dice.chance(0.35) ? `, Apt ${dice.int(1, 4)}${dice.pick(['A', 'B', 'C', 'D'])}` : '';
  return `${dice.int(12, 999)} ${dice.pick(streetNames)} ${dice.pick(streetKinds)}${door}`;
}

/** Email addresses under one domain, each given once: the second Ana Cruz is ana.cruz2. */
export class Mailboxes {
  private readonly taken = new Map<string, number>();
  private readonly domain: string;

  constructor(domain: string) {
    this.domain = domain;
  }

  addressFor(given: string, family: string): string {
    const name = `${plainLetters(given) || 'a'}.${plainLetters(family.split(' ')[0]!) || 'b'}`;
    const count = (this.taken.get(name) ?? 0) + 1;
    this.taken.set(name, count);
    return `${name}${count === 1 ? '' : count}@${this.domain}`;
  }
}
