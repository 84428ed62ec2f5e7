import type { Labels } from '../zh/zh.ts';

export const accounts: Labels['accounts'] = {
  roles: {
    author: 'author',
    reviewer: 'reviewer',
    issuer: 'issuer',
    complaintHandler: 'complaint handler',
    supervisor: 'supervisor',
    unitAdministrator: 'unit administrator',
    administrator: 'platform administrator',
    auditor: 'auditor',
  },
  states: { invited: 'invited', active: 'active', disabled: 'disabled' },
  parts: { lead: 'lead', cooperating: 'cooperating' },
  platform: 'platform',
  operator: 'command line',
  help: {
    usage:
      'Usage: npm run gongshi -- user invite --name NAME --sign-in NAME --staff-number NUMBER --roles ROLE[,ROLE] [--unit UNIT]\n       npm run gongshi -- user reinvite SIGN-IN [--remove-second-factor]\n       npm run gongshi -- user unit --name NAME --region CODE [--lead REGISTER,…] [--cooperating REGISTER,…]\n       npm run gongshi -- user list\n       npm run gongshi -- user code SIGN-IN\n       GONGSHI_OLD_KEY=KEY npm run gongshi -- user rekey',
    notes:
      'Without --unit it is an officer of the platform. The link is good once, for seven days. “user code” gives codes of demo accounts only. “user rekey” encrypts the secrets of authenticators with a new GONGSHI_KEY; stop the portal first.',
    roles: 'Roles: {roles}',
  },
  invited: 'Invited {name} ({roles}, {unit}). Hand over this link; it is good once, for seven days:',
  reinvited: 'The old password of {name} is void. Hand over this link; it is good once, for seven days:',
  unitMade: 'Made the unit {name} ({id}).',
  line: '{signIn}  {name}  {unit}  {roles}  {state}',
  nobody: 'There are no accounts yet.',
  rekeyed:
    '{n} {n:secret|secrets} of authenticators {n:is|are} encrypted with GONGSHI_KEY now. Older backups still need the old key: keep it as long as them.',
  demoTitle:
    'Demo accounts, there only with demo data, and at this machine only unless GONGSHI_DEMO=public; their password is {password}',
  demoLine: '  {signIn}  {roles}  {unit}',
  demoCode: 'For a code: npm run gongshi -- user code SIGN-IN',
  demoSecret: '    authenticator secret {secret}',
};

export const doubtfulLinks: Labels['doubtfulLinks'] = {
  none: 'No link is in doubt.',
  count: '{n} {n:link|links} in doubt: of one code or title, and not taken for one project.',
  sameCode: 'Of one code, {code}, but {why}:',
  sameTitle: 'Of one title, but {why}:',
  record: '  {ocid}  {title}  {unit}  {register}  {n} {n:notice|notices}',
  noUnit: 'unit not disclosed',
  howToDecide:
    'Of one project: npm run gongshi -- links join OCID INTO_OCID --reason TEXT [--by NAME]\nA notice that is of another: npm run gongshi -- links part NOTICE --reason TEXT [--by NAME]',
  joined: '{n} {n:notice|notices} of {ocid} {n:is|are} of {into} now.',
  parted: 'Notice {id} was parted from {ocid}; with what amends it, {n} {n:notice|notices} {n:is|are} of {into} now.',
  doubts: {
    buyer: 'of different units',
    city: 'in different cities',
    years: 'too far apart in time',
    weak: 'the code is short, and neither unit nor title agree',
  },
};

export const verification: Labels['verification'] = {
  steps: {
    file: 'Checking the database file …',
    releases: 'Comparing each notice with its hash …',
    projections: 'Making again what is derived, and comparing row by row …',
    attachments: 'Comparing each attachment with its name …',
  },
  counts:
    '{releases} {releases:notice|notices} ({redacted} of them redacted), {events} {events:event|events}, {rows} derived {rows:row|rows}, {attachments} {attachments:attachment|attachments} ({bytes} {bytes:byte|bytes}).',
  finding: '- {what} ({n}): {examples}',
  findings: {
    'file-damaged': 'The database file is damaged',
    'schema-differs': 'Tables, indexes or triggers are not those of this version',
    'release-hash': 'The content of a notice does not have the hash it was published with',
    'release-columns': 'The columns of a notice do not say what its content says',
    'sequence-hole': 'Numbers of publication are missing',
    'events-hole': 'Events are missing (how many there are / last number)',
    'behind-mark': 'Behind the high-water mark (database / mark)',
    'beside-mark': 'The high-water mark knows another publication (database / mark)',
    'mark-unreadable': 'The high-water mark cannot be read',
    'projection-differs': 'What is derived differs from what is made again; gongshi rebuild mends it',
    'rebuild-failed': 'What is derived cannot be made again',
    'attachment-absent': 'An attachment is missing',
    'attachment-changed': 'An attachment has changed',
  },
  sound: 'Verified: nothing was found.',
  unsound: 'Verified: something is wrong, see above.',
  accepted:
    'Taken as it is: last number {seq}, the mark knew {mark}. Lost numbers are not given again; the reason is in the events.',
};

export const backups: Labels['backups'] = {
  made: 'Backed up to {path}: numbers up to {seq}, {n} {n:attachment|attachments}; {removed} old {removed:backup|backups} removed.',
  keepElsewhere: 'The values of these settings are not in the backup; keep them elsewhere: {names}',
  absent:
    '{n} {n:attachment is|attachments are} missing in the data folder or {n:has|have} changed, and {n:was|were} not backed up: {names}',
  restored: 'Restored from {path} (made {at}): numbers up to {seq}, {n} {n:attachment|attachments}. Verifying now.',
};

export const cli: Labels['cli'] = {
  usage: 'Usage: npm run gongshi -- <command>',
  serve: 'start the site',
  migrate: 'bring the database up to date',
  seed: 'put the demo stories in',
  import: 'import files of notices',
  mcp: 'answers an assistant on this machine (MCP by standard input and output), read only',
  read: 'print what is read of the notices in files, a JSON line each; nothing is written',
  rebuild: 'make everything that is derived again from what was published',
  returned:
    'takes one mail that came back (a bounce or a complaint) and ends what was followed; called by the mail server',
  returnedGone: 'There is no such mailbox: what it follows is paused.',
  returnedDelayed: 'The mail server goes on trying: nothing was changed.',
  returnedUnwanted: 'The reader complained: what was followed is deleted with the address.',
  returnedNothing: 'No bounce, or of nothing that is followed: nothing was changed.',
  sweep: 'remove uploaded files that no notice carries (older than a day)',
  swept: '{n} {n:file|files} that no notice carries {n:was|were} removed.',
  bulk: 'write the files of data that /data lists, as far as something changed',
  bulkBusy: 'Another process is writing the files of data; nothing was written.',
  bulkWritten: '{n} {n:file|files} of data; {m} {m:group|groups} of them {m:was|were} written now.',
  verify: 'ask whether notices, numbers, what is derived and attachments are sound',
  export: 'write all that was published into a new folder; import takes it into an empty portal',
  exported:
    'Exported to {path}: {n} {n:notice|notices}, {d} {d:decision|decisions}, {f} {f:attachment|attachments}. Into an empty portal: npm run gongshi -- import {path}',
  exportAbsent: '{n} {n:attachment is|attachments are} not on this machine: {names}',
  takenBack: 'Took {n} {n:notice|notices}, {d} {d:decision|decisions}, {f} {f:attachment|attachments}.',
  backup: 'back up database and attachments into a folder',
  restore: 'restore a backup into an empty data folder',
  calendar: 'take a year of holidays into the calendar of working days',
  user: 'invite officers, set up units',
  links: 'list the links between records that are in doubt, and decide (join, part)',
  search: 'look at, rebuild or compare the search engines',
  help: 'show this',
  migrated: 'Database brought up to date: {names}',
  upToDate: 'The database is up to date.',
  seeded: '{n} demo notices put in.',
  seedKept: 'The demo notices are there already; nothing changed.',
  rebuilt: 'Made again from {n} {n:notice|notices}.',
  listening: 'Gongshi is running: {url} ({n} {n:process|processes})',
  data: 'Data: {path}',
  howToStop: 'Press Ctrl+C to stop.',
  readOnly: 'The site is for reading only: nobody signs in, nothing is taken in, scheduled publications wait.',
  secretsClear: 'GONGSHI_KEY is not set: the secrets of authenticators are not encrypted in the database.',
  secretsUnreadable:
    'GONGSHI_KEY as it is does not open {n} {n:secret|secrets} of authenticators: their officers cannot sign in by code; recovery codes and passkeys still work. Put the former key back; to change it there is gongshi user rekey.',
  stopping: 'Stopping: requests under way are being finished …',
  stopped: 'Stopped.',
};
