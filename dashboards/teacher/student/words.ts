import { msg } from '@lit/localize';

/** How a contact is related; what a school wrote itself stays as it is. */
export function relationshipWords(relationship: string): string {
  switch (relationship) {
    case 'mother':
      return msg('Mother');
    case 'father':
      return msg('Father');
    case 'grandmother':
      return msg('Grandmother');
    case 'grandfather':
      return msg('Grandfather');
    case 'stepmother':
      return msg('Stepmother');
    case 'stepfather':
      return msg('Stepfather');
    case 'aunt':
      return msg('Aunt');
    case 'uncle':
      return msg('Uncle');
    case 'guardian':
      return msg('Guardian');
    default:
      return relationship;
  }
}

/** A language by its ISO code, in the reader's language. */
export function languageWords(code: string): string {
  const names = new Intl.DisplayNames(document.documentElement.lang || 'en', { type: 'language' });
  return names.of(code) ?? code;
}

/** A grade level: 0 is kindergarten. */
export function gradeWords(level: number): string {
  return level === 0 ? msg('Kindergarten') : String(level);
}
