import { notFound } from '../../shared/errors.ts';

export const sectionNotFound = (sectionId: number) => notFound('section', sectionId);
