import { fragmentOf } from '../../notices/compile.ts';
import { listOf, partiesAs } from '../../registers/ocds.ts';
import { labels } from '../../locales/labels.ts';
import { roleIn, ROLES, type Role } from '../../registers/roles.ts';
import { checkDealCode } from '../../values/identifier.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import { roleLabel } from './labels.ts';
import { namesOf } from './lots.ts';
import type { RecordContext } from './context.ts';

/** Who has a part in it, by role. */
export interface RoleGroup {
  role: string;
  label: string;
  parties: PartyLink[];
}

/** Those in charge, then those who take part and stand in none of the tables. */
export function rolesOf(context: RecordContext, tables: Record<NonNullable<Role['table']>, boolean>): RoleGroup[] {
  const { portal, register, record, life, locale } = context;
  const named = new Map<string, string[]>();
  const add = (role: string, name: unknown) => {
    if (typeof name !== 'string') return;
    const names = named.get(role) ?? [];
    if (!names.includes(name)) named.set(role, [...names, name]);
  };
  add('procuringEntity', record.tender?.procuringEntity?.name);
  add('buyer', record.buyer?.name);
  for (const { name, roles } of listOf(record.parties))
    for (const role of Array.isArray(roles) ? roles : []) add(role, name);
  for (const award of listOf(record.awards))
    if ((award.status ?? 'active') === 'active') for (const name of namesOf(award.suppliers)) add('supplier', name);
  // The roles the register declares, in its order; OCDS from elsewhere may name any.
  const order = [...new Set([...Object.keys(register.roles), ...Object.keys(ROLES), ...named.keys()])];
  const meaning = (role: string) => roleIn(register.roles, role);
  if (!order.some((role) => named.has(role) && !meaning(role).takesPart))
    add('publisher', life.speaking.findLast(({ content }) => content.unit)?.content.unit?.name);
  sayOnce(named, 'buyer', 'procuringEntity');

  const shown = order.filter((role) => {
    const { table } = meaning(role);
    return table === undefined || !tables[table];
  });
  const groups = new Map<string, RoleGroup>();
  for (const role of shown) {
    const label =
      role === 'tenderer' && areOnlyQualified(context)
        ? labels(locale).record.qualified
        : roleLabel(role, register, locale);
    const group = groups.get(label) ?? { role, label, parties: [] };
    for (const name of named.get(role) ?? [])
      if (!group.parties.some((party) => party.name === name)) group.parties.push(partyLink(portal, name));
    // A register may have one word for two roles of OCDS.
    if (group.parties.length > 0) groups.set(label, group);
  }
  return [...groups.values()];
}

/** Whoever passed the prequalification may tender, and has not yet: no later notice names one who did. */
function areOnlyQualified({ register, life }: RecordContext): boolean {
  const naming = life.speaking.filter(({ content }) => partiesAs('tenderer', fragmentOf(content)).length > 0);
  return naming.length > 0 && naming.every(({ kind }) => register.kinds[kind]?.stage === 'prequalification');
}

/** The same unit under two names of one office is said once. */
function sayOnce(named: Map<string, string[]>, role: string, unless: string): void {
  const [first, second] = [named.get(role), named.get(unless)];
  if (first && second && first.every((name) => second.includes(name))) named.delete(role);
}

export interface IdentifierLine {
  label: string;
  value: string;
  /** What its check digit says, when something is wrong. */
  note: string | null;
}

/** The codes by which the record is known, as its notices print them. */
export function identifiersOf({ life, locale }: RecordContext): IdentifierLine[] {
  const t = labels(locale).record;
  const distinct = (
    pick: (project: (typeof life.releases)[number]['content']['project']) => readonly (string | undefined)[],
  ) => [...new Set(life.releases.flatMap(({ content }) => pick(content.project)).filter((code) => code !== undefined))];
  const line = (label: string, value: string, note: string | null = null): IdentifierLine => ({ label, value, note });
  const others = distinct(({ otherCodes }) => otherCodes ?? []);
  return [
    ...distinct(({ code }) => [code]).map((code) => line(t.projectCode, code)),
    ...distinct(({ investmentCode }) => [investmentCode]).map((code) => line(t.investmentCode, code)),
    ...(others.length > 0 ? [line(t.otherCode, others.join(t.list))] : []),
    ...distinct(({ dealCode }) => [dealCode]).map((code) => line(t.dealCode, code, doubt(code, t))),
  ];
}

function doubt(code: string, t: { badShape: string; badCheck: string }): string | null {
  const { shape, check } = checkDealCode(code);
  if (!shape) return t.badShape;
  return check === false ? t.badCheck : null;
}

/** The medium that published first, of the newest notice that names one. */
export function firstPublishedOf({
  life,
}: RecordContext): { medium: string; url: string | null; at: number | null } | null {
  const found = life.speaking.findLast(({ content }) => content.firstPublished)?.content.firstPublished;
  return found ? { medium: found.medium, url: found.url ?? null, at: found.at ?? null } : null;
}
