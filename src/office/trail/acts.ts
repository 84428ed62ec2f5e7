import type { Labels } from '../../locales/labels.ts';

/** Kinds of acts as auditors look for them. */
export type Group = keyof Labels['trail']['groups'];
export type KnownAct = keyof Labels['office']['draft']['acts'];

/** Every act has its kind; one without a line here is no act for the compiler. */
const GROUP_OF: Readonly<Record<KnownAct, Group>> = {
  publish: 'issue',
  import: 'issue',
  'session.start': 'signIn',
  'session.password': 'signIn',
  'session.refused': 'signIn',
  'session.confirm': 'signIn',
  'session.end': 'signIn',
  'factor.refused': 'signIn',
  'factor.enrol': 'people',
  'factor.remove': 'people',
  'factor.recoveryCodes': 'people',
  'officer.invite': 'people',
  'officer.accept': 'people',
  'officer.reinvite': 'people',
  'officer.roles': 'people',
  'officer.disable': 'people',
  'officer.password': 'people',
  'officer.passwordRefused': 'signIn',
  'officer.demo': 'people',
  'unit.create': 'people',
  'unit.change': 'people',
  'unit.delegate': 'people',
  'unit.endDelegation': 'people',
  'upload.keep': 'write',
  'deskToken.make': 'people',
  'deskToken.revoke': 'people',
  'token.make': 'people',
  'token.revoke': 'people',
  'template.save': 'write',
  'template.discard': 'write',
  'notice.redactPropose': 'withdraw',
  'notice.redactConfirm': 'withdraw',
  'notice.redactEnd': 'withdraw',
  'draft.start': 'write',
  'draft.write': 'write',
  'draft.submit': 'write',
  'draft.return': 'review',
  'draft.approve': 'review',
  'draft.discard': 'write',
  'draft.restore': 'write',
  'notice.publish': 'issue',
  'notice.schedule': 'issue',
  'notice.unschedule': 'issue',
  'notice.publishUnreviewed': 'issue',
  'notice.reviewAfterwards': 'issue',
  'notice.publishRefused': 'issue',
  'complaint.accept': 'complaints',
  'complaint.refuse': 'complaints',
  'complaint.ask': 'complaints',
  'complaint.answer': 'complaints',
  'complaint.handOver': 'complaints',
  'complaint.join': 'complaints',
  'complaint.standAside': 'complaints',
  'complaint.remark': 'complaints',
  'complaint.publish': 'complaints',
  'complaint.ways': 'settings',
  'calendar.import': 'settings',
  'links.join': 'withdraw',
  'links.part': 'withdraw',
  'coverage.declare': 'settings',
  'coverage.end': 'settings',
  'database.accept': 'settings',
  'database.restore': 'settings',
};

const GROUPS: readonly Group[] = ['write', 'review', 'issue', 'withdraw', 'complaints', 'people', 'settings', 'signIn'];

/** In the order in which they are offered. */
export function groups(): readonly Group[] {
  return GROUPS;
}

export function actsOf(group: Group): KnownAct[] {
  return (Object.keys(GROUP_OF) as KnownAct[]).filter((act) => GROUP_OF[act] === group);
}

/** Null for an act of an older program. */
export function groupOf(act: string): Group | null {
  return (GROUP_OF as Record<string, Group>)[act] ?? null;
}
