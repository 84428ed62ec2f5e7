import { mayEver, type Act, type Actor } from '../accounts/permissions.ts';

/** The pages of the office that an officer has use for, in the order of the masthead. */
const COLUMNS = [
  { path: '/office', label: 'desk', acts: ['draft.write', 'draft.approve', 'notice.publish'] },
  { path: '/office/drafts', label: 'drafts', acts: ['draft.read'] },
  { path: '/office/drafts/new', label: 'write', acts: ['draft.write'] },
  { path: '/office/complaints', label: 'complaints', acts: ['complaint.read', 'complaint.oversee', 'complaint.ways'] },
  { path: '/office/officers', label: 'officers', acts: ['officer.read'] },
  { path: '/office/units', label: 'units', acts: ['unit.change'] },
  { path: '/office/calendar', label: 'calendar', acts: ['calendar.import'] },
  { path: '/office/coverage', label: 'coverage', acts: ['coverage.declare'] },
  { path: '/office/search', label: 'search', acts: ['search.read'] },
  { path: '/office/status', label: 'status', acts: ['status.read'] },
  { path: '/office/tokens', label: 'tokens', acts: ['token.change'] },
  { path: '/office/trail', label: 'trail', acts: ['trail.read'] },
  { path: '/office/account', label: 'account', acts: null },
] as const satisfies { path: string; label: string; /** Any of these; null for everybody. */ acts: Act[] | null }[];

export function columnsFor(actor: Actor) {
  return COLUMNS.filter(({ acts }) => acts === null || acts.some((act) => mayEver(actor, act)));
}
