import * as z from 'zod';
import { fieldOf } from '../registers/fields.ts';
import type { Notice } from '../registers/notice.ts';
import { findKind } from '../registers/registers.ts';

/**
 * Personal data is masked at the door, before anything is stored: a natural person's name as 张*, resident
 * identity numbers and bank accounts by their last digits. What law wants published (experts, project leaders)
 * stands in text fields and is left alone. (个人信息保护法 art. 6; 政府信息公开条例 art. 15.)
 */
export function maskPersonalData(notice: Notice): Notice {
  const names = new Set<string>();
  const fields = findKind(notice.register, notice.kind)?.fields;
  collectPersons(notice.fields, fields, names);
  const mask = (text: string) => maskNumbers(maskNames(text, names));
  return {
    ...notice,
    title: mask(notice.title),
    project: { ...notice.project, ...(notice.project.name && { name: mask(notice.project.name) }) },
    ...(notice.body !== undefined && { body: mask(notice.body) }),
    fields: mapTexts(notice.fields, mask) as Notice['fields'],
  };
}

/** True for a name of two to four characters that names no organisation. Used where a source does not say. */
export function looksNatural(name: string): boolean {
  return (
    /^[\p{Script=Han}·]{2,4}$/u.test(name) && !/[司厂社局院校店部所会处村组委站场馆矿行户队园城镇乡府]$/.test(name)
  );
}

export function maskName(name: string): string {
  if (/[*＊某×]/.test(name)) return name;
  const [first = '', ...others] = [...name];
  return first + '*'.repeat(Math.max(1, others.length));
}

/**
 * Names that are said to be of persons, and those in fields that declare (`person: 'natural'`) that a person may stand
 * there, where the notice does not say and the name can only be one.
 */
function collectPersons(value: unknown, schema: z.ZodType | undefined, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const field = schema && fieldOf(schema);
  if (Array.isArray(value)) {
    const element = field?.schema instanceof z.ZodArray ? (field.schema.element as z.ZodType) : undefined;
    for (const item of value) collectPersons(item, element, names);
    return;
  }
  const { name, person } = value as { name?: unknown; person?: unknown };
  const isPerson =
    person === true || (person === undefined && field?.person === 'natural' && looksNatural(String(name)));
  if (isPerson && typeof name === 'string' && maskName(name) !== name) names.add(name);
  const shape = field?.schema instanceof z.ZodObject ? (field.schema.shape as Record<string, z.ZodType>) : undefined;
  for (const [key, member] of Object.entries(value)) collectPersons(member, shape?.[key], names);
}

function maskNames(text: string, names: Set<string>): string {
  let masked = text;
  for (const name of names) masked = masked.replaceAll(name, maskName(name));
  return masked;
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
