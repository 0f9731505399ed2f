/** Points as the gradebook takes them: up to 999999.99. */
export const POINTS = /^\d{1,6}(\.\d{1,2})?$/;

/** A percent as the gradebook takes it: up to 999.99. */
export const PERCENT = /^\d{1,3}(\.\d{1,2})?$/;

/** A number of scores to drop: 0 to 99. */
export const COUNT = /^\d{1,2}$/;

/** The sentence given when a typed number does not have the form; null when it has. */
export function decimalError(typed: string, form: RegExp, says: string): string | null {
  return form.test(typed) ? null : says;
}
