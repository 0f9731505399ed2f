/** An identifier, quoted. */
export function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

/** A text literal, quoted. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
