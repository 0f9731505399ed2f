import { msg } from '@lit/localize';
import type { Role } from '../../src/shared/context.ts';

/** A role as people say it. */
export function roleName(role: Role): string {
  switch (role) {
    case 'administrator':
      return msg('Administrator');
    case 'principal':
      return msg('Principal');
    case 'clerk':
      return msg('Clerk');
    case 'scheduler':
      return msg('Scheduler');
    case 'counselor':
      return msg('Counselor');
    case 'dean':
      return msg('Dean');
    case 'teacher':
      return msg('Teacher');
    case 'champion':
      return msg('Change champion');
    case 'guardian':
      return msg('Parent or guardian');
    case 'student':
      return msg('Student');
  }
}
