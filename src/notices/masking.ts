import * as z from 'zod';
import { fieldOf } from '../registers/fields.ts';
import type { Notice } from '../registers/notice.ts';
import { findKind } from '../registers/registers.ts';
import { literally, maskName, patternOf, personsIn } from '../values/person-names.ts';

/**
 * Personal data is masked at the door, before anything is stored: a natural person's name as 张*, resident
 * identity numbers and bank accounts by their last digits. What law wants published (experts, project leaders)
 * stands in text fields and is left alone. (个人信息保护法 art. 6; 政府信息公开条例 art. 15.)
 */
export function maskPersonalData(notice: Notice): Notice {
  const found: Found = { persons: new Set(), units: new Set(notice.unit ? [notice.unit.name] : []) };
  const fields = findKind(notice.register, notice.kind)?.fields;
  collectNames(notice.fields, fields, found);
  const maskFound = maskingOf(found);
  const mask = (text: string) => maskNumbers(maskFound(text));
  const { section, reason, explanations } = notice;
  return {
    ...notice,
    title: mask(notice.title),
    project: { ...notice.project, ...(notice.project.name && { name: mask(notice.project.name) }) },
    ...(section && { section: { ...section, ...(section.name && { name: mask(section.name) }) } }),
    ...(reason !== undefined && { reason: mask(reason) }),
    ...(explanations && { explanations: explanations.map((one) => ({ ...one, text: mask(one.text) })) }),
    ...(notice.body !== undefined && { body: mask(notice.body) }),
    attachments: notice.attachments.map((file) => ({ ...file, name: mask(file.name) })),
    fields: mapTexts(notice.fields, mask) as Notice['fields'],
  };
}

/** Names of persons, and of the organisations that stand beside them: 张三丰建材经营部 keeps its name though 张三丰 does not. */
interface Found {
  persons: Set<string>;
  units: Set<string>;
}

/**
 * Names that are said to be of persons, and those in fields that declare (`person: 'natural'`) that a person may stand
 * there, where the notice does not say and the name can only be one.
 */
function collectNames(value: unknown, schema: z.ZodType | undefined, found: Found): void {
  if (typeof value !== 'object' || value === null) return;
  const field = schema && fieldOf(schema);
  if (Array.isArray(value)) {
    const element = field?.schema instanceof z.ZodArray ? (field.schema.element as z.ZodType) : undefined;
    for (const item of value) collectNames(item, element, found);
    return;
  }
  const { name, person } = value as { name?: unknown; person?: unknown };
  if (typeof name === 'string') {
    const mayBe = person === true || (person === undefined && field?.person === 'natural');
    const persons = mayBe ? personsIn(name, person === true) : [];
    for (const one of persons) found.persons.add(one);
    if (persons.length === 0 && field?.type === 'party') found.units.add(name);
  }
  const shape = field?.schema instanceof z.ZodObject ? (field.schema.shape as Record<string, z.ZodType>) : undefined;
  for (const [key, member] of Object.entries(value)) collectNames(member, shape?.[key], found);
}

/** Names of organisations are matched first and left, then the longest name of a person. */
function maskingOf({ persons, units }: Found): (text: string) => string {
  if (persons.size === 0) return (text) => text;
  const longestFirst = (names: Iterable<string>) => [...names].sort((a, b) => b.length - a.length);
  const kept = longestFirst(units).filter((unit) => !persons.has(unit));
  const patterns = [...kept.map((unit) => `(?:${literally(unit)})`), ...longestFirst(persons).map(patternOf)];
  const pattern = new RegExp(patterns.join('|'), 'gu');
  const unitNames = new Set(kept);
  return (text) => text.replace(pattern, (name) => (unitNames.has(name) ? name : maskName(name)));
}

const IDENTITY_NUMBER =
  /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g;
const ACCOUNT = /((?:账|帐)号\s*[:：]?\s*)(\d{8,})(\d{4})(?!\d)/g;

function maskNumbers(text: string): string {
  if (!/\d{12}/.test(text)) return text;
  return text
    .replace(IDENTITY_NUMBER, (number) => `${number.slice(0, 6)}********${number.slice(-4)}`)
    .replace(ACCOUNT, (_, label: string, hidden: string, last: string) => label + '*'.repeat(hidden.length) + last);
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member, change)]));
  }
  return value;
}
