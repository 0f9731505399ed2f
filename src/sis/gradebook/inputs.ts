import { z } from 'zod';
import { isDay } from '../../shared/days.ts';

/** A row's id. */
export const Id = z.number().int().positive();

/** The version of a row that whoever writes has read. */
export const Version = z.number().int().nonnegative();

/** A plain day. */
export const Day = z.string().refine(isDay, 'Not a day');

/** Points up to 999999.99, as a decimal string. */
export const Points = z.string().regex(/^\d{1,6}(\.\d{1,2})?$/, 'Points with at most two decimals');

/** A weight up to 9999.999, as a decimal string. */
export const Weight = z.string().regex(/^\d{1,4}(\.\d{1,3})?$/, 'A weight with at most three decimals');

/** A percent up to 999.99, as a decimal string. */
export const Percent = z.string().regex(/^\d{1,3}(\.\d{1,2})?$/, 'A percent with at most two decimals');

/** Text of a line, with what surrounds it cut off. */
export const line = (longest: number) => z.string().trim().min(1).max(longest);
