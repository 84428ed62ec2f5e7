import * as z from 'zod';
import { fill, labels, language, type Locale } from '../../locales/labels.ts';
import { APPROVALS_VALUES } from '../approvals/values.ts';
import { CASES_VALUES } from '../cases/values.ts';
import { CHECK_VALUES, FEES_VALUES } from '../fees/values.ts';
import { FUNDS_VALUES } from '../funds/values.ts';
import { DISCRETION_VALUES } from '../discretion/values.ts';
import type { Register } from '../../registers/register.ts';
import { findRegister } from '../../registers/registers.ts';
import { CALENDAR_VALUES } from '../calendar/parameters.ts';
import { CHANGES_VALUES } from '../changes/changes-page.ts';
import { COMPLIANCE_VALUES } from '../clock/compliance/parameters.ts';
import { OWED_VALUES } from '../clock/owed/parameters.ts';
import { listValues } from '../list/parameters.ts';
import { PACKAGE_VALUES } from '../ocds/packages.ts';
import { QUALITY_VALUES } from '../ocds/quality-page.ts';
import { DIRECTORY_VALUES } from '../party/directory-page.ts';
import { PARTY_VALUES } from '../party/party-page.ts';
import { PURCHASE_VALUES } from '../procurement/values.ts';
import { RECTIFICATION_VALUES } from '../rectification/values.ts';
import type { ProblemError } from '../problem.ts';
import { routeOf, type Route } from '../routes.ts';
import { PANELS_VALUES } from '../supervision/panels-page.ts';
import { FACET_NAMES, SEARCH_VALUES } from '../search/parameters.ts';

/** The schema by which each parameter of an address is read; the document says it, and programs are held to it. */
export type Asked = Readonly<Record<string, z.ZodType>>;

const words = z.string();
/** What the columns of a table to take away are called. */
const names = z.literal('code');

const ASKED: Readonly<Record<string, Asked>> = {
  '/search': { q: words, ...SEARCH_VALUES },
  '/suggest': { q: words },
  '/calendar': { ...CALENDAR_VALUES, names },
  '/owed': { ...OWED_VALUES, before: words, names },
  '/units': { q: words, ...DIRECTORY_VALUES, names },
  '/parties': { q: words, ...DIRECTORY_VALUES, names },
  '/parties/[id]': { ...PARTY_VALUES, names },
  '/units/[id]': { ...PARTY_VALUES, names },
  '/units/[id]/compliance': { ...COMPLIANCE_VALUES, names },
  '/supervision/panels': PANELS_VALUES,
  '/supervision/questions': { names },
  '/supervision/sums': { names },
  '/complaints': { names },
  '/hotlines': { names },
  '/data/quality': QUALITY_VALUES,
  '/api/changes': CHANGES_VALUES,
  '/api/ocds/releases': PACKAGE_VALUES,
  '/api/ocds/records': PACKAGE_VALUES,
  '/fees': FEES_VALUES,
  '/fees/[code]': { on: FEES_VALUES.on },
  '/fees/check': CHECK_VALUES,
  '/approvals': { ...APPROVALS_VALUES, names },
  '/approvals/[code]': { on: APPROVALS_VALUES.on },
  '/rectification': { ...RECTIFICATION_VALUES, names },
  '/actions': {},
  '/cases': { ...CASES_VALUES, names },
  '/discretion': { ...DISCRETION_VALUES, names },
  '/discretion/[code]': { on: DISCRETION_VALUES.on },
  '/procurement/savings': { ...PURCHASE_VALUES, names },
  '/procurement/electronic': { ...PURCHASE_VALUES, names },
  '/funds': { ...FUNDS_VALUES, names },
  '/funds/[code]': { names },
};

/** Of the machine faces of a page, by name; what only its page reads is not here. */
export function askedOf({ path }: Pick<Route, 'path'>): Asked {
  const known = ASKED[path];
  if (known) return known;
  const register = findRegister(path.slice(1));
  return register ? { q: words, ...listValues(register), names } : {};
}

/** May be given several times. */
export function isRepeatable({ path }: Pick<Route, 'path'>, name: string): boolean {
  return path === '/search' && (FACET_NAMES as readonly string[]).includes(name);
}

/** What begins after its end holds nothing; before and after at once lead nowhere. */
const RANGES = [
  ['from', 'to'],
  ['min', 'max'],
] as const;

/**
 * What of an address cannot be used, in the order of the address. A page drops it and says so beside its control; a
 * program that is not told would take everything for what it asked for.
 */
export function parameterErrors(path: string, search: URLSearchParams, locale: Locale): ProblemError[] {
  const route = routeOf(path)?.route;
  if (!route || search.size === 0) return [];
  const asked = askedOf(route);
  const expected = (name: string) => expectedOf(route, name, locale);
  const errors = Object.entries(asked).flatMap(([name, schema]): ProblemError[] => {
    const values = [...new Set(search.getAll(name).map((one) => one.trim()))].filter(Boolean);
    const wrong = values
      .filter((value) => !schema.safeParse(value).success)
      .map((found) => ({ name, code: 'unreadable', found: found.slice(0, 40), expected: expected(name) }));
    const others = isRepeatable(route, name) ? [] : values.slice(1);
    const one = labels(locale).api.oneValue;
    return [...wrong, ...others.map((found) => ({ name, code: 'several', found: found.slice(0, 40), expected: one }))];
  });
  return errors.length > 0 ? errors : [...reversed(asked, search, locale), ...together(path, search, locale)];
}

function reversed(asked: Asked, search: URLSearchParams, locale: Locale): ProblemError[] {
  return RANGES.flatMap(([low, high]) => {
    const read = (name: string) => asked[name]?.safeParse(search.get(name)?.trim() || undefined).data;
    const [first, last] = [read(low), read(high)] as [string | undefined, string | undefined];
    if (first === undefined || last === undefined || first <= last) return [];
    const expected = fill(labels(locale).api.notBefore, { name: low });
    return [{ name: high, code: 'reversed', found: String(search.get(high)), expected }];
  });
}

function together(path: string, search: URLSearchParams, locale: Locale): ProblemError[] {
  const isBoth = routeOf(path)?.route.path === '/api/changes' && search.get('after') && search.get('before');
  const expected = fill(labels(locale).api.notWith, { name: 'after' });
  return isBoth ? [{ name: 'before', code: 'several', found: search.get('before')!.slice(0, 40), expected }] : [];
}

/** Beyond this a list of choices is no sentence any more. */
const MOST_LISTED = 40;

function expectedOf(route: Route, name: string, locale: Locale): string {
  const { enum: choices, const: only } = schemaOf(askedOf(route)[name]!);
  const list = only === undefined ? choices : [only];
  return list && list.length <= MOST_LISTED ? list.join(', ') : parameterText(route, name, locale);
}

/** As JSON Schema says it: what is typed, not what is made of it. */
export function schemaOf(schema: z.ZodType): z.core.JSONSchema.BaseSchema {
  const { $schema: _, ...said } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return said;
}

/** What a parameter asks for; the same name means other things at other addresses. */
export function parameterText({ path }: Pick<Route, 'path'>, name: string, locale: Locale): string {
  const t: Record<string, string> = labels(locale).api.parameters;
  const register: Register | undefined = findRegister(path.slice(1));
  const facet = register?.labels[language(locale)].facets[name];
  const page = path.replace(/^\/api(?=\/)/, '').split('/')[1]!;
  return t[`${page}.${name}`] ?? t[name] ?? facet ?? name;
}
