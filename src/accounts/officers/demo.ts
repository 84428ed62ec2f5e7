import { createHash } from 'node:crypto';
import { generateSync } from 'otplib';
import type { Database } from '../../database/database.ts';
import { recordEvent } from '../../events/storage.ts';
import { fill, labels, type Locale } from '../../locales/labels.ts';
import { confirmTotpSecret, findShownSecret, findTotpSecret, insertTotpSecret } from '../factors/storage.ts';
import { hashPasswordNow } from '../passwords/hash.ts';
import { insertPassword } from '../passwords/storage.ts';
import type { Role } from '../permissions.ts';
import { newId } from '../secrets.ts';
import { findUnitByName, saveUnit } from '../units/storage.ts';
import type { Vault } from '../vault.ts';
import type { Unit, UnitRegister } from '../units/unit.ts';
import type { Officer } from './officer.ts';
import { findOfficerBySignIn, hasDemoNotices, insertOfficer } from './storage.ts';

/** Of all demo officers; printed in the terminal, so it protects nothing. */
export const DEMO_PASSWORD = 'seven-magpies-old-bridge';

interface DemoUnit {
  name: string;
  region: string;
  registers: readonly UnitRegister[];
  officers: readonly [signIn: string, name: string, ...roles: Role[]][];
}

/** Units that the demo stories name, so that their officers find their own notices. */
const UNITS: readonly DemoUnit[] = [
  {
    name: '天水市某自然资源局',
    region: '620500',
    registers: [
      { register: 'land', part: 'lead' },
      { register: 'mining', part: 'lead' },
      { register: 'enforcement', part: 'lead' },
    ],
    officers: [
      ['land.author', '演示甲', 'author'],
      ['land.reviewer', '演示乙', 'reviewer'],
      ['land.issuer', '演示丙', 'issuer', 'reviewer', 'complaintHandler'],
      ['land.complaints', '演示寅', 'complaintHandler'],
      ['land.admin', '演示丁', 'unitAdministrator'],
    ],
  },
  {
    name: '天水市某财政局',
    region: '620500',
    registers: [
      { register: 'fees', part: 'lead' },
      { register: 'funds', part: 'lead' },
      { register: 'actions', part: 'cooperating' },
    ],
    officers: [
      ['fees.author', '演示癸', 'author'],
      ['fees.reviewer', '演示子', 'reviewer'],
      ['fees.issuer', '演示丑', 'issuer'],
    ],
  },
  {
    name: '天水市某政务服务中心',
    region: '620500',
    registers: [
      { register: 'approvals', part: 'lead' },
      { register: 'rectification', part: 'cooperating' },
      { register: 'cases', part: 'lead' },
      { register: 'discretion', part: 'lead' },
      { register: 'enforcers', part: 'lead' },
    ],
    officers: [
      ['centre.author', '演示寅', 'author'],
      ['centre.reviewer', '演示卯', 'reviewer', 'issuer'],
    ],
  },
  {
    name: '天水市某医院',
    region: '620500',
    registers: [{ register: 'procurement', part: 'lead' }],
    officers: [
      ['hospital.author', '演示戊', 'author'],
      ['hospital.issuer', '演示己', 'reviewer', 'issuer', 'complaintHandler'],
      ['hospital.complaints', '演示卯', 'complaintHandler'],
      ['hospital.admin', '演示庚', 'unitAdministrator'],
    ],
  },
];

const PLATFORM: readonly DemoUnit['officers'][number][] = [
  ['platform.admin', '演示辛', 'administrator'],
  ['platform.auditor', '演示壬', 'auditor'],
];

/**
 * Demo units and officers, with a password and secrets that anybody can read here. Without demo notices in the
 * database nothing is made, and where `GONGSHI_DEMO=0` they cannot sign in (`mayEnter`). Returns what the terminal
 * shows; nothing when they are there already.
 */
export function seedDemoOfficers(database: Database, vault: Vault, locale: Locale, now: number): string[] {
  return database.transaction(() => {
    if (!hasDemoNotices(database) || findOfficerBySignIn(database, 'platform.admin')) return [];
    // One hash for all: each costs 25 ms of the first start.
    const hash = hashPasswordNow(DEMO_PASSWORD);
    const made = UNITS.flatMap((unit) => {
      const { id } = unitOf(database, unit, now);
      return unit.officers.map((officer) => ({
        officer: demoOfficer(database, vault, id, officer, hash, now),
        unit: unit.name,
      }));
    });
    const ofPlatform = PLATFORM.map((officer) => ({
      officer: demoOfficer(database, vault, null, officer, hash, now),
      unit: labels(locale).accounts.platform,
    }));
    recordEvent(database, {
      at: now,
      actor: 'seed',
      act: 'officer.demo',
      subject: 'officers',
      detail: { officers: made.length + ofPlatform.length },
    });
    return printed([...made, ...ofPlatform], locale);
  });
}

/** The secret is made from the name: a demo officer has the same one on every machine. */
export function demoSecret(signIn: string): string {
  const bytes = createHash('sha256').update(`gongshi demo ${signIn}`).digest().subarray(0, 20);
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return bits
    .match(/.{5}/g)!
    .map((five) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[parseInt(five, 2)])
    .join('');
}

/** The code of this half minute, for who has no authenticator at hand; null for an officer who is not of the demo. */
export function demoCode(database: Database, vault: Vault, signIn: string, now: number): string | null {
  const officer = findOfficerBySignIn(database, signIn);
  const secret = officer?.demo ? findTotpSecret(database, vault, officer.id)?.secret : undefined;
  return secret == null ? null : generateSync({ secret, epoch: Math.floor(now / 1000) });
}

function unitOf(database: Database, { name, region, registers }: DemoUnit, now: number): Unit {
  const known = findUnitByName(database, name);
  if (known) return known;
  const unit: Unit = {
    id: newId('u'),
    name,
    region,
    formerNames: [],
    successor: null,
    registers,
    phone: null,
    address: null,
    hours: null,
    verifiedOn: null,
    verifiedBy: null,
    madeAt: now,
    endedAt: null,
  };
  saveUnit(database, unit);
  return unit;
}

function demoOfficer(
  database: Database,
  vault: Vault,
  unit: string | null,
  [signIn, name, ...roles]: DemoUnit['officers'][number],
  hash: string,
  now: number,
): Officer {
  const officer: Officer = {
    id: newId('o'),
    unit,
    name,
    signIn,
    staffNumber: `demo-${signIn}`,
    roles,
    demo: true,
    invitedAt: now,
    acceptedAt: now,
    disabledAt: null,
  };
  insertOfficer(database, officer);
  insertPassword(database, officer.id, hash, 0, now);
  insertTotpSecret(database, vault, officer.id, demoSecret(signIn), 'demo', now);
  confirmTotpSecret(database, officer.id, findShownSecret(database, vault, officer.id, 'demo')!.id, 0, now);
  return officer;
}

function printed(made: { officer: Officer; unit: string }[], locale: Locale): string[] {
  const t = labels(locale).accounts;
  const lines = made.flatMap(({ officer: { signIn, roles }, unit }) => [
    fill(t.demoLine, {
      signIn: signIn.padEnd(18),
      roles: roles.map((role) => t.roles[role]).join(labels(locale).record.list),
      unit,
    }),
    fill(t.demoSecret, { secret: demoSecret(signIn) }),
  ]);
  return [fill(t.demoTitle, { password: DEMO_PASSWORD }), ...lines, t.demoCode];
}
