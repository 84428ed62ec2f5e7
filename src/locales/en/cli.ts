import type { Labels } from '../zh/zh.ts';

export const accounts: Labels['accounts'] = {
  roles: {
    author: 'author',
    reviewer: 'reviewer',
    issuer: 'issuer',
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
      'Usage: npm run gongshi -- user invite --name NAME --sign-in NAME --staff-number NUMBER --roles ROLE[,ROLE] [--unit UNIT]\n       npm run gongshi -- user reinvite SIGN-IN [--remove-second-factor]\n       npm run gongshi -- user unit --name NAME --region CODE [--lead REGISTER,…] [--cooperating REGISTER,…]\n       npm run gongshi -- user list\n       npm run gongshi -- user code SIGN-IN',
    notes:
      'Without --unit it is an officer of the platform. The link is good once, for seven days. “user code” gives codes of demo accounts only.',
    roles: 'Roles: {roles}',
  },
  invited: 'Invited {name} ({roles}, {unit}). Hand over this link; it is good once, for seven days:',
  reinvited: 'The old password of {name} is void. Hand over this link; it is good once, for seven days:',
  unitMade: 'Made the unit {name} ({id}).',
  line: '{signIn}  {name}  {unit}  {roles}  {state}',
  nobody: 'There are no accounts yet.',
  demoTitle:
    'Demo accounts, there only with demo data, and at this machine only unless GONGSHI_DEMO=public; their password is {password}',
  demoLine: '  {signIn}  {roles}  {unit}',
  demoCode: 'For a code: npm run gongshi -- user code SIGN-IN',
  demoSecret: '    authenticator secret {secret}',
};

export const doubtfulLinks: Labels['doubtfulLinks'] = {
  none: 'No link is in doubt.',
  count: '{n} links in doubt: of one code or title, and not taken for one project.',
  sameCode: 'Of one code, {code}, but {why}:',
  sameTitle: 'Of one title, but {why}:',
  record: '  {ocid}  {title}  {unit}  {register}  {n} notices',
  noUnit: 'unit not disclosed',
  howToDecide:
    'Of one project: npm run gongshi -- links join OCID INTO_OCID --reason TEXT [--by NAME]\nA notice that is of another: npm run gongshi -- links part NOTICE --reason TEXT [--by NAME]',
  joined: '{n} notices of {ocid} are of {into} now.',
  parted: 'Notice {id} was parted from {ocid}; with what amends it, {n} notices are of {into} now.',
  doubts: {
    buyer: 'of different units',
    city: 'in different cities',
    years: 'too far apart in time',
    weak: 'the code is short, and neither unit nor title agree',
  },
};

export const cli: Labels['cli'] = {
  usage: 'Usage: npm run gongshi -- <command>',
  serve: 'start the site',
  migrate: 'bring the database up to date',
  seed: 'put the demo stories in',
  import: 'import files of notices',
  read: 'print what is read of the notices in files, a JSON line each; nothing is written',
  rebuild: 'make everything that is derived again from what was published',
  calendar: 'take a year of holidays into the calendar of working days',
  user: 'invite officers, set up units',
  links: 'list the links between records that are in doubt, and decide (join, part)',
  search: 'look at, rebuild or compare the search engines',
  help: 'show this',
  migrated: 'Database brought up to date: {names}',
  upToDate: 'The database is up to date.',
  seeded: '{n} demo notices put in.',
  seedKept: 'The demo notices are there already; nothing changed.',
  rebuilt: 'Made again from {n} notices.',
  listening: 'Gongshi is running: {url} ({n} processes)',
  data: 'Data: {path}',
  howToStop: 'Press Ctrl+C to stop.',
  stopping: 'Stopping: requests under way are being finished …',
  stopped: 'Stopped.',
};
