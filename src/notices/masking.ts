import type { Notice } from '../registers/notice.ts';

/**
 * Personal data is masked at the door, before anything is stored: a natural person's name as 张*, resident
 * identity numbers and bank accounts by their last digits. What law wants published (experts, project leaders)
 * stands in text fields and is left alone. (个人信息保护法 art. 6; 政府信息公开条例 art. 15.)
 */
export function maskPersonalData(notice: Notice): Notice {
  const names = new Set<string>();
  collectPersons(notice.fields, names);
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

/** Who a right goes to is often a person though the notice does not say so; a name that can only be one is masked. */
const HOLDERS = ['transferee', 'transferor', 'holder'];

function collectPersons(value: unknown, names: Set<string>, field = ''): void {
  if (Array.isArray(value)) {
    for (const item of value) collectPersons(item, names, field);
  } else if (typeof value === 'object' && value !== null) {
    const { name, person } = value as { name?: unknown; person?: unknown };
    const isPerson = person === true || (person === undefined && HOLDERS.includes(field) && looksNatural(String(name)));
    if (isPerson && typeof name === 'string' && maskName(name) !== name) names.add(name);
    for (const [key, member] of Object.entries(value)) collectPersons(member, names, key);
  }
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
