/**
 * Who may do what: the one table of permissions. What is not in it is forbidden. Whether a step is possible at
 * all in a notice's present state is another question (`notices/drafts/status.ts`); both must say yes.
 */

/**
 * The offices an officer can hold. The three powers are kept apart: the platform administrator keeps accounts and
 * neither reads drafts nor publishes, the auditor reads everything and changes nothing, units make the content.
 */
export const ROLES = [
  'author',
  'reviewer',
  'issuer',
  'complaintHandler',
  'supervisor',
  'unitAdministrator',
  'administrator',
  'auditor',
] as const;
export type Role = (typeof ROLES)[number];

/** Of the platform, not of a unit. */
export const PLATFORM_ROLES: readonly Role[] = ['administrator', 'auditor'];

/** The officer, or the unit's token, that acts. */
export interface Actor {
  /** Officer id; of a token, the id of the officer who made it. */
  id: string;
  name: string;
  /** Null for platform roles. */
  unit: string | null;
  /** Registers that the unit answers for or helps with. */
  registers: readonly string[];
  roles: readonly Role[];
  /** Set when a machine acts: it may draft, never review or publish. */
  token?: string;
  /** UTC ms of the last second factor; acts marked `fresh` want it within five minutes. */
  confirmedAt?: number;
  /** Where the request came from: stands in the events of what the actor does. */
  address?: string;
}

/** What is acted on. An act on the platform itself (list of units) has none. */
export interface Subject {
  unit: string | null;
  register?: string;
  /** Officer who wrote the draft. */
  author?: string;
}

interface Rule {
  roles: readonly Role[];
  /** `unit`: things of one's own unit only; `platform`: of any unit. */
  reach: 'unit' | 'platform';
  /** Also of any unit, for these roles. */
  everywhere?: readonly Role[];
  /** A second factor within the last five minutes. */
  fresh?: true;
  /** Never on what one wrote oneself. */
  notAuthor?: true;
  /** A unit's token may do it too. */
  machines?: true;
}

const UNIT: readonly Role[] = ['author', 'reviewer', 'issuer', 'complaintHandler', 'supervisor', 'unitAdministrator'];

export const PERMISSIONS = {
  'draft.read': { roles: ['author', 'reviewer', 'issuer'], reach: 'unit', everywhere: ['auditor'], machines: true },
  'draft.write': { roles: ['author'], reach: 'unit', machines: true },
  'draft.submit': { roles: ['author'], reach: 'unit', machines: true },
  'draft.discard': { roles: ['author'], reach: 'unit' },
  'draft.restore': { roles: ['author'], reach: 'unit' },
  'draft.return': { roles: ['reviewer', 'issuer'], reach: 'unit', notAuthor: true },
  'draft.approve': { roles: ['reviewer'], reach: 'unit', notAuthor: true },
  'notice.publish': { roles: ['issuer'], reach: 'unit', fresh: true, notAuthor: true },
  'notice.schedule': { roles: ['issuer'], reach: 'unit', fresh: true, notAuthor: true },
  /** Whoever sees a mistake stops it: the issuer may be away. */
  'notice.unschedule': { roles: ['author', 'reviewer', 'issuer'], reach: 'unit' },
  /** Emergency: without review, marked 未经复核, counted. The author may be the issuer: there is nobody else awake. */
  'notice.publishUnreviewed': { roles: ['issuer'], reach: 'unit', fresh: true },
  /** What went out without review is looked at by another officer. */
  'notice.reviewAfterwards': { roles: ['reviewer'], reach: 'unit', notAuthor: true },
  'notice.redactPropose': { roles: ['reviewer', 'issuer'], reach: 'unit', fresh: true },
  'notice.redactConfirm': { roles: ['reviewer', 'issuer'], reach: 'unit', fresh: true, notAuthor: true },
  /** Who complains is known to those who handle it, and to nobody else: not to auditors, not to the platform. */
  'complaint.read': { roles: ['complaintHandler'], reach: 'unit' },
  'complaint.handle': { roles: ['complaintHandler'], reach: 'unit' },
  /** What everybody will read of an answer is read by another officer first. */
  'complaint.publish': { roles: ['complaintHandler'], reach: 'unit', notAuthor: true },
  /** How cases stand, and a remark on them: neither who filed them nor a word of theirs. */
  'complaint.oversee': { roles: ['supervisor'], reach: 'unit' },
  'complaint.ways': { roles: ['unitAdministrator'], reach: 'unit', fresh: true },
  'officer.read': { roles: ['unitAdministrator'], reach: 'unit', everywhere: ['administrator', 'auditor'] },
  'officer.invite': { roles: ['unitAdministrator'], reach: 'unit', everywhere: ['administrator'], fresh: true },
  'officer.change': { roles: ['unitAdministrator'], reach: 'unit', everywhere: ['administrator'], fresh: true },
  'unit.read': { roles: UNIT, reach: 'unit', everywhere: ['administrator', 'auditor'] },
  'unit.change': { roles: ['administrator'], reach: 'platform', fresh: true },
  'token.read': { roles: ['unitAdministrator'], reach: 'unit', everywhere: ['auditor'] },
  'token.change': { roles: ['unitAdministrator'], reach: 'unit', fresh: true },
  'coverage.declare': { roles: ['administrator'], reach: 'platform' },
  /** It changes verdicts that were published. */
  'calendar.import': { roles: ['administrator'], reach: 'platform', fresh: true },
  'search.read': { roles: ['administrator'], reach: 'platform' },
  'status.read': { roles: ['administrator', 'auditor'], reach: 'platform' },
  'trail.read': { roles: ['auditor'], reach: 'platform' },
} as const satisfies Record<string, Rule>;

export type Act = keyof typeof PERMISSIONS;

/** How long a second factor counts as fresh. */
export const FRESH_FOR = 5 * 60_000;

/**
 * `hidden`: not theirs to know of, answered 404; `forbidden`: theirs, but not to do; `stale`: they may, after the
 * second factor.
 */
export type Permission = 'granted' | 'hidden' | 'forbidden' | 'stale';

/** Whether an act is any of this actor's business: of something, at some time. What is offered asks this; what is done, `permission`. */
export function mayEver(actor: Pick<Actor, 'roles' | 'token'>, act: Act): boolean {
  const rule: Rule = PERMISSIONS[act];
  if (actor.token && !rule.machines) return false;
  return [...rule.roles, ...(rule.everywhere ?? [])].some((role) => actor.roles.includes(role));
}

/** Deny by default. `now` in UTC ms. */
export function permission(actor: Actor, act: Act, subject: Subject, now: number): Permission {
  const rule: Rule = PERMISSIONS[act];
  const within =
    (rule.everywhere ?? []).some((role) => actor.roles.includes(role)) ||
    rule.reach === 'platform' ||
    (actor.unit !== null && actor.unit === subject.unit);
  if (!within) return 'hidden';
  if (!mayEver(actor, act)) return 'forbidden';
  if (
    subject.register &&
    UNIT.some((role) => actor.roles.includes(role)) &&
    !actor.registers.includes(subject.register)
  )
    return 'forbidden';
  if (rule.notAuthor && subject.author === actor.id) return 'forbidden';
  if (rule.fresh && (actor.confirmedAt === undefined || now - actor.confirmedAt > FRESH_FOR)) return 'stale';
  return 'granted';
}
