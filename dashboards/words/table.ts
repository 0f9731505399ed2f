/** What happened, as one sentence, and what the reader can do now, as another (may be empty). */
export type ProblemWords = { says: string; todo: string };

type Facts = Record<string, unknown>;

/** Words by refusal code, made from the refusal's facts when they are shown, in the page's language. */
export type ProblemTable = Record<string, (facts: Facts) => ProblemWords>;

/** A fact put into a sentence: text and numbers as they are, anything else as nothing. */
export function text(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A fact that is a list, put into a sentence. */
export function texts(value: unknown): string {
  return Array.isArray(value) ? value.map(text).join(', ') : '';
}
