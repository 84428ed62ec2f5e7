import type { Notice } from '../registers/notice.ts';
import { findRegister } from '../registers/registers.ts';
import { checkDealCode } from '../values/identifier.ts';
import { matchKey } from '../values/script.ts';

/** A code by which a notice finds its record, folded. */
export interface Code {
  text: string;
  /**
   * What it names: one deal in the whole country (`deal`), whatever else the notice says; a thing, such as a parcel
   * (`thing`); a project, as one unit numbers its own (`project`).
   */
  of: 'deal' | 'thing' | 'project';
}

/** The codes in a notice; by the register's own keys too, such as a parcel number. Each once. */
export function codesIn(notice: Notice): Code[] {
  const { code, dealCode, otherCodes = [] } = notice.project;
  const own = findRegister(notice.register)?.keys?.(notice) ?? [];
  const codes = [
    ...[code, dealCode, ...otherCodes].map((text) => ({ text: text ? matchKey(text) : '', of: 'project' as const })),
    ...own.map((text) => ({ text: matchKey(text), of: 'thing' as const })),
  ].filter(({ text }) => text.length > 2);
  const once = new Map<string, Code>();
  for (const one of codes)
    if (!once.has(one.text)) once.set(one.text, isOfDeal(one.text) ? { ...one, of: 'deal' } : one);
  return [...once.values()];
}

/** 统一交易标识码, or a code of the national platform or of a licence: a letter and at least nineteen digits. */
function isOfDeal(text: string): boolean {
  if (text.length < 16) return false;
  const { shape, check } = checkDealCode(text);
  return (shape && check !== false) || /^[a-z]\d{19,}$/.test(text);
}

/** 2026-001: so many units number so that two that agree in nothing else are not taken for one. */
export function isWeak({ text, of }: Code): boolean {
  return of === 'project' && text.length < 10 && /^\d+$/.test(text);
}
