import type { Actor, Role } from '../accounts/permissions.ts';

/** The pages of the office that an officer has use for, in the order of the masthead. */
const COLUMNS = [
  { path: '/office', label: 'desk', roles: ['author', 'reviewer', 'issuer'] },
  { path: '/office/drafts', label: 'drafts', roles: ['author', 'reviewer', 'issuer', 'auditor'] },
  { path: '/office/drafts/new', label: 'write', roles: ['author'] },
  { path: '/office/officers', label: 'officers', roles: ['unitAdministrator', 'administrator', 'auditor'] },
  { path: '/office/units', label: 'units', roles: ['administrator'] },
  { path: '/office/calendar', label: 'calendar', roles: ['administrator'] },
  { path: '/office/search', label: 'search', roles: ['administrator'] },
  { path: '/office/tokens', label: 'tokens', roles: ['unitAdministrator'] },
  { path: '/office/trail', label: 'trail', roles: ['auditor'] },
  {
    path: '/office/account',
    label: 'account',
    roles: ['author', 'reviewer', 'issuer', 'unitAdministrator', 'administrator', 'auditor'],
  },
] as const satisfies { path: string; label: string; roles: Role[] }[];

export function columnsFor({ roles }: Actor) {
  return COLUMNS.filter((column) => column.roles.some((role) => roles.includes(role)));
}
