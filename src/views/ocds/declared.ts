import type { Shape } from '../../registers/extension.ts';
import { CLOSED_LISTS } from './standard.ts';

/**
 * What of a value is declared: members that the shapes do not name are dropped, and so is what has not the type they
 * say, what is empty and what lacks a required member. Items of a list are each there once by their `id`. Nothing that
 * is kept for ourselves leaves by being forgotten here, and what others wrote goes out no worse than the standard asks.
 * `null` stays: in a release it takes back what an earlier one said.
 */
export function asDeclared(
  value: unknown,
  name: string,
  shapes: Readonly<Record<string, Shape>>,
): Record<string, unknown> | undefined {
  const shape = shapes[name];
  if (!shape || typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const given = value as Record<string, unknown>;
  const kept: Record<string, unknown> = {};
  for (const [member, type] of Object.entries(shape)) {
    const isRequired = type.endsWith('!');
    const one = asType(given[member], isRequired ? type.slice(0, -1) : type, shapes);
    if (one !== undefined) kept[member] = one;
    else if (given[member] === null && !isRequired) kept[member] = null;
    else if (isRequired) return undefined;
    if (type === 'words') Object.assign(kept, translationsOf(given, member));
  }
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function asType(value: unknown, type: string, shapes: Readonly<Record<string, Shape>>): unknown {
  if (value === undefined || value === null) return undefined;
  if (type.endsWith('[]')) return listOf(value, type.slice(0, -2), shapes);
  if (type.startsWith('=')) return CLOSED_LISTS[type.slice(1)]?.find((code) => code === value);
  return type in PLAIN ? PLAIN[type as keyof typeof PLAIN](value) : asDeclared(value, type, shapes);
}

function listOf(value: unknown, type: string, shapes: Readonly<Record<string, Shape>>): unknown[] | undefined {
  const items = new Map<string, unknown>();
  // Others write one word where a list of words belongs.
  for (const one of Array.isArray(value) ? value : [value]) {
    const item = asType(one, type, shapes);
    if (item === undefined) continue;
    const id = typeof item === 'object' && item !== null ? (item as { id?: string }).id : undefined;
    const key = id ?? JSON.stringify(item);
    const known = items.get(key);
    items.set(key, known === undefined || id === undefined ? item : { ...(known as object), ...(item as object) });
  }
  return items.size > 0 ? [...items.values()] : undefined;
}

const PLAIN = {
  text,
  words: text,
  id: text,
  number: (value: unknown) => {
    const found = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
  },
  integer: (value: unknown) => (Number.isSafeInteger(value) ? value : undefined),
  boolean: (value: unknown) => (typeof value === 'boolean' ? value : undefined),
  instant,
  uri: (value: unknown) => (typeof value === 'string' && value.includes(':') ? URL.parse(value)?.href : undefined),
  currency: (value: unknown) => (typeof value === 'string' && CURRENCIES.has(value) ? value : undefined),
};

function text(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  const found = typeof value === 'string' ? value.replaceAll('\0', '').trim() : '';
  return found === '' ? undefined : found;
}

/** RFC 3339 with time and offset. A day alone begins at its midnight, and what names no offset is taken for UTC. */
function instant(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, day, time = 'T00:00:00', offset = 'Z'] = INSTANT.exec(value.trim()) ?? [];
  if (day === undefined) return undefined;
  const found = `${day}${time.replace(' ', 'T')}${offset.toUpperCase().replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`;
  const at = Date.parse(found);
  // `2026-02-30` is a day to Date.parse.
  return Number.isNaN(at) || new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) !== day ? undefined : found;
}

const INSTANT = /^(\d{4}-\d\d-\d\d)(?:([T ]\d\d:\d\d:\d\d(?:\.\d+)?)(Z|z|[+-]\d\d:?\d\d)?)?$/;

/** ISO 4217 as Node knows it, without three that are newer than the codelist of 1.1.5. */
const CURRENCIES = new Set(Intl.supportedValuesOf('currency').filter((code) => !/^(?:SLE|XCG|ZWG)$/.test(code)));

/** `title_en` beside `title`: only where the plain member may have other languages. */
function translationsOf(given: Record<string, unknown>, member: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(given)) {
    const words = name.startsWith(`${member}_`) && /^[a-z]{2}$/.test(name.slice(member.length + 1)) && text(value);
    if (words) found[name] = words;
  }
  return found;
}
