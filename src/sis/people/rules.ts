/*
 * How people are called: by the preferred name where there is one, with the family name; in lists the family
 * name first. Example: Benjamin, called Ben, Nwosu: "Ben Nwosu", and "Nwosu, Ben" in a list.
 */

export type Names = { givenName: string; preferredName?: string | null; familyName: string };

export function calledName({ givenName, preferredName, familyName }: Names): string {
  return `${preferredName ?? givenName} ${familyName}`;
}

export function listedName({ givenName, preferredName, familyName }: Names): string {
  return `${familyName}, ${preferredName ?? givenName}`;
}

/** A search text as the words to find, lower case; a student is found when every word begins a name or number. */
export function searchWords(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .slice(0, 5);
}

/** A word as a LIKE pattern for what begins with it; its own wildcards mean themselves. */
export function beginsWith(word: string): string {
  return `${word.replace(/[\\%_]/g, (wildcard) => `\\${wildcard}`)}%`;
}
