import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  FRESH_FOR,
  permission,
  PERMISSIONS,
  PLATFORM_ROLES,
  ROLES,
  type Act,
  type Actor,
  type Permission,
  type Role,
  type Subject,
} from '../../src/accounts/permissions.ts';

/**
 * The whole table of who may do what, as a text to read and to review: `permissions.txt`. When it is meant to
 * change: `WRITE_PERMISSIONS=1 node --test tests/accounts/permissions.test.ts`, and read the difference.
 */
const TABLE = new URL('permissions.txt', import.meta.url);
const NOW = 1_800_000_000_000;

const SIGNS: Record<Permission, string> = { granted: 'y', stale: '2', forbidden: 'n', hidden: '-' };

/** Whose thing it is, and who asks how. */
interface Question {
  subject: Subject;
  /** The officer wrote it. */
  wrote?: boolean;
  fresh?: boolean;
  machine?: boolean;
}

const OWN = { unit: 'own', register: 'land' };
const OTHER = { unit: 'other', register: 'land' };

/** Four questions about a thing: with a fresh second factor, a stale one; the same when the officer wrote it. */
const four = (subject: Subject, machine = false): Question[] =>
  [false, true].flatMap((wrote) => [true, false].map((fresh) => ({ subject, machine, wrote, fresh })));

const COLUMNS: Record<string, Question[]> = {
  own: four(OWN),
  'own,token': four(OWN, true),
  'own,register': four({ unit: 'own', register: 'mining' }),
  other: four(OTHER),
  'other,token': four(OTHER, true),
  platform: four({ unit: null }),
};
const QUESTIONS = Object.values(COLUMNS).flat();

const ACTS = Object.keys(PERMISSIONS) as Act[];

test('the table of permissions is the one that was reviewed', () => {
  const table = printed();
  if (process.env['WRITE_PERMISSIONS']) writeFileSync(TABLE, table);
  assert.equal(table, readFileSync(TABLE, 'utf8'));
});

test('the platform administrator neither reads drafts nor publishes, and the auditor changes nothing', () => {
  for (const act of ACTS) {
    for (const question of QUESTIONS) {
      if (/^(draft|notice)\./.test(act)) assert.notEqual(asked(act, ['administrator'], question), 'granted', act);
      if (!act.endsWith('.read')) assert.notEqual(asked(act, ['auditor'], question), 'granted', act);
    }
  }
});

test('whatever roles are held together, nothing of another unit is even known of', () => {
  const unitRoles = ROLES.filter((role) => !PLATFORM_ROLES.includes(role));
  for (const act of ACTS.filter((name) => PERMISSIONS[name].reach === 'unit')) {
    for (const question of [...four(OTHER), ...four(OTHER, true)])
      assert.equal(asked(act, unitRoles, question), 'hidden', act);
  }
});

test('who wrote it approves and publishes it under no combination of roles', () => {
  for (const act of [
    'draft.return',
    'draft.approve',
    'notice.publish',
    'notice.schedule',
    'notice.redactConfirm',
  ] as const) {
    assert.equal(
      asked(
        act,
        ROLES.filter((role) => !PLATFORM_ROLES.includes(role)),
        { subject: OWN, wrote: true, fresh: true },
      ),
      'forbidden',
      act,
    );
  }
});

test('nobody without a role may do anything, and five minutes are five minutes', () => {
  for (const act of ACTS) for (const question of QUESTIONS) assert.notEqual(asked(act, [], question), 'granted');
  const issuer: Actor = { id: 'a', name: '', unit: 'own', registers: ['land'], roles: ['issuer'], confirmedAt: NOW };
  assert.equal(permission(issuer, 'notice.publish', OWN, NOW + FRESH_FOR), 'granted');
  assert.equal(permission(issuer, 'notice.publish', OWN, NOW + FRESH_FOR + 1), 'stale');
});

function asked(act: Act, roles: readonly Role[], { subject, wrote, fresh, machine }: Question): Permission {
  const platform = roles.some((role) => PLATFORM_ROLES.includes(role));
  const actor: Actor = {
    id: 'a',
    name: '',
    unit: platform ? null : 'own',
    registers: platform ? [] : ['land'],
    roles,
    confirmedAt: fresh ? NOW : NOW - FRESH_FOR - 1,
    token: machine ? 't' : undefined,
  };
  return permission(actor, act, { ...subject, author: wrote ? 'a' : 'b' }, NOW);
}

function printed(): string {
  const cells = (line: string[]) =>
    line
      .map((cell) => cell.padEnd(14))
      .join('')
      .trimEnd();
  const lines = ACTS.flatMap((act) => [
    act.padEnd(26) + cells(Object.keys(COLUMNS)),
    ...ROLES.map(
      (role) =>
        `  ${role.padEnd(24)}${cells(Object.values(COLUMNS).map((questions) => questions.map((question) => SIGNS[asked(act, [role], question)]).join('')))}`,
    ),
    '',
  ]);
  return `${HEAD}\n${lines.join('\n')}`;
}

const HEAD = `Who may do what: every act, by role. Made by permissions.test.ts from src/accounts/permissions.ts.

own, other   a thing of the officer's own unit, of another unit; platform: of no unit
token        a unit's machine asks
register     of a register that is not the unit's

Four letters: the second factor is fresh, is stale; and the same when the officer wrote the draft.

y  may
2  may after a second factor
n  may not (403)
-  does not know of it (404)
`;
