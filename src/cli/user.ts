import { parseArgs } from 'node:util';
import { rekeySecrets } from '../accounts/factors/sealing.ts';
import { reinviteOfficer } from '../accounts/officers/change-officer.ts';
import { demoCode } from '../accounts/officers/demo.ts';
import { invitationLink, inviteOfficer } from '../accounts/officers/invite.ts';
import { operator, stateOf } from '../accounts/officers/officer.ts';
import { findAllOfficers, findOfficerBySignIn } from '../accounts/officers/storage.ts';
import { ROLES, type Role } from '../accounts/permissions.ts';
import { signInName } from '../accounts/sessions/sign-in.ts';
import { findUnit, findUnitByName } from '../accounts/units/storage.ts';
import { Sealer } from '../accounts/sealer.ts';
import { rekeyComplaints } from '../complaints/rekey.ts';
import { FollowerKeys } from '../following/keys.ts';
import { rekeyFollows } from '../following/rekey.ts';
import { createUnit, type UnitRegister } from '../accounts/units/unit.ts';
import { Vault } from '../accounts/vault.ts';
import type { Database } from '../database/database.ts';
import { fill, labels } from '../locales/labels.ts';
import { registers } from '../registers/registers.ts';
import { done, refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { openDataFolder } from './data-folder.ts';

const OPTIONS = {
  name: { type: 'string' },
  unit: { type: 'string' },
  roles: { type: 'string' },
  'sign-in': { type: 'string' },
  'staff-number': { type: 'string' },
  region: { type: 'string' },
  lead: { type: 'string' },
  cooperating: { type: 'string' },
  'remove-second-factor': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

type Options = { [K in keyof typeof OPTIONS]?: (typeof OPTIONS)[K]['type'] extends 'boolean' ? boolean : string };

/** Does its work; returns what is printed. */
type Work = (database: Database, options: Options, names: string[], command: Command) => Result<string>;

const WORKS: Record<string, Work> = { invite, reinvite, unit: makeUnit, list, code, rekey };

/** `gongshi user invite|reinvite|unit|list|code|rekey`: the first people of a portal, before there is anybody who could invite in the office. */
export function user(command: Command): Result<number> {
  const parsed = read(command.words);
  if (!parsed.ok) return parsed;
  const {
    options,
    names: [name = 'help', ...names],
  } = parsed.value;
  const work = Object.hasOwn(WORKS, name) ? WORKS[name] : undefined;
  if (options.help || name === 'help') return say(helpText(command));
  if (!work) return refuse({ code: 'unexpected-word', found: name });
  const folder = openDataFolder(command.settings);
  if (!folder.ok) return folder;
  try {
    const said = work(folder.value.database, options, names, command);
    return said.ok ? say(said.value) : said;
  } finally {
    folder.value.database.close();
  }
}

function invite(database: Database, options: Options, _: string[], { settings, locale }: Command): Result<string> {
  const t = labels(locale).accounts;
  const unit =
    options.unit === undefined ? null : (findUnitByName(database, options.unit) ?? findUnit(database, options.unit));
  if (unit === undefined) return refuse({ code: 'unit-unknown', found: options.unit });
  const roles = split(options.roles) as Role[];
  const input = {
    unit: unit?.id ?? null,
    name: options.name ?? '',
    signIn: options['sign-in'] ?? '',
    staffNumber: options['staff-number'] ?? '',
    roles,
  };
  const now = Date.now();
  const invited = inviteOfficer(database, operator(now), input, now);
  if (!invited.ok) return invited;
  const { officer, token } = invited.value;
  const sentence = fill(t.invited, {
    name: officer.name,
    roles: officer.roles.map((role) => t.roles[role]).join('、'),
    unit: unit?.name ?? t.platform,
  });
  return done(`${sentence}\n${invitationLink(settings.origin, token)}`);
}

/** For the day nobody else is left who could. */
function reinvite(
  database: Database,
  options: Options,
  [signIn = '']: string[],
  { settings, locale }: Command,
): Result<string> {
  const officer = findOfficerBySignIn(database, signInName(signIn));
  if (!officer) return refuse({ code: 'no-officer', found: signIn });
  const now = Date.now();
  const invited = reinviteOfficer(
    database,
    operator(now),
    officer.id,
    { removeSecondFactor: options['remove-second-factor'] },
    now,
  );
  return invited.ok
    ? done(
        `${fill(labels(locale).accounts.reinvited, { name: officer.name })}\n${invitationLink(settings.origin, invited.value.token)}`,
      )
    : invited;
}

function makeUnit(database: Database, options: Options, _: string[], { locale }: Command): Result<string> {
  const wanted: UnitRegister[] = [
    ...split(options.lead).map((register) => ({ register, part: 'lead' as const })),
    ...split(options.cooperating).map((register) => ({ register, part: 'cooperating' as const })),
  ];
  const known = registers.map(({ id }) => id);
  const unknown = wanted.find(({ register }) => !known.includes(register));
  if (unknown) return refuse({ code: 'unit-register', found: unknown.register, expected: known.join(', ') });
  const now = Date.now();
  const made = createUnit(
    database,
    operator(now),
    { name: options.name ?? '', region: options.region ?? '', registers: wanted },
    now,
  );
  return made.ok ? done(fill(labels(locale).accounts.unitMade, { name: made.value.name, id: made.value.id })) : made;
}

function list(database: Database, _: Options, __: string[], { locale }: Command): Result<string> {
  const t = labels(locale).accounts;
  const lines = findAllOfficers(database).map((officer) => {
    const unit = officer.unit === null ? t.platform : findUnit(database, officer.unit)!.name;
    const { signIn, name, roles } = officer;
    return fill(t.line, {
      signIn,
      name,
      unit,
      roles: roles.map((role) => t.roles[role]).join('、'),
      state: t.states[stateOf(officer)],
    });
  });
  return done(lines.join('\n') || t.nobody);
}

function code(database: Database, _: Options, [signIn = '']: string[], { settings }: Command): Result<string> {
  const found = demoCode(database, new Vault(settings.key), signInName(signIn), Date.now());
  return found === null ? refuse({ code: 'no-demo-officer', found: signIn }) : done(found);
}

/** While the portal stands still: its processes know the old key until they are started anew. */
function rekey(database: Database, _: Options, __: string[], { settings, locale }: Command): Result<string> {
  const { key, oldKey } = settings;
  if (key === undefined || oldKey === undefined) return refuse({ code: 'rekey-keys' });
  let n = 0;
  for (const rekeyed of [
    rekeySecrets(database, new Vault(oldKey), new Vault(key)),
    rekeyComplaints(database, new Sealer(oldKey, 'complaint'), new Sealer(key, 'complaint')),
    rekeyFollows(database, new FollowerKeys(oldKey), new FollowerKeys(key)),
  ]) {
    if (!rekeyed.ok) return rekeyed;
    n += rekeyed.value;
  }
  // What was written over would stand in the log of the database.
  if (n > 0) database.emptyLog();
  return done(fill(labels(locale).accounts.rekeyed, { n }));
}

function read(words: string[]): Result<{ options: Options; names: string[] }> {
  try {
    const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true });
    return done({ options: values, names: positionals });
  } catch {
    return refuse({ code: 'unexpected-word', found: words.find((word) => word.startsWith('-')) });
  }
}

function helpText({ locale }: Command): string {
  const t = labels(locale).accounts;
  return [
    t.help.usage,
    t.help.notes,
    fill(t.help.roles, { roles: ROLES.map((role) => `${role} ${t.roles[role]}`).join(', ') }),
  ].join('\n\n');
}

function split(list: string = ''): string[] {
  return list.split(/[,，、\s]+/).filter(Boolean);
}

function say(text: string): Result<number> {
  process.stdout.write(`${text}\n`);
  return done(0);
}
