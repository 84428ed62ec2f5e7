import type { Refusal } from './result.ts';
import { fold } from './script.ts';

/** What a check found. A failed check digit warns and never blocks: real codes carry wrong ones (domain.md §2.6). */
export interface Checked {
  /** The code without spaces and hyphens, upper case. */
  code: string;
  /** False when the code does not even have the shape. */
  shape: boolean;
  /** Null when there is no check digit to verify. */
  check: boolean | null;
}

/** What is doubtful about a code as it was printed, if anything: `code-shape`, `check-digit`. */
export function doubtsOf({ shape, check }: Checked, path: string, found: string): Refusal[] {
  return shape && check !== false ? [] : [{ code: shape ? 'check-digit' : 'code-shape', path, found }];
}

/**
 * What a spreadsheet leaves of a long number that it took for a quantity: 9.16205E+17. All but the first digits are gone
 * for ever, and what is left stands for a great many codes.
 */
export function isDestroyedCode(text: string): boolean {
  return /^\d(?:[.,]\d+)?e\+\d+$/.test(fold(text).replace(/\s+/g, ''));
}

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** 统一社会信用代码, GB 32100-2015, with the inner organisation code of GB 11714. */
export function checkUscc(text: string): Checked {
  const code = compact(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return { code, shape: false, check: null };
  let sum = 0;
  for (let index = 0; index < 17; index++) sum += USCC_ALPHABET.indexOf(code[index]!) * USCC_WEIGHTS[index]!;
  const expected = USCC_ALPHABET[(31 - (sum % 31)) % 31];
  return { code, shape: true, check: code[17] === expected && organisationCheck(code.slice(8, 17)) };
}

function organisationCheck(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 8; index++) sum += parseInt(code[index]!, 36) * ORGANISATION_WEIGHTS[index]!;
  const value = 11 - (sum % 11);
  return code[8] === (value === 10 ? 'X' : value === 11 ? '0' : String(value));
}

const MOD_37_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*';

/** The check character of ISO 7064 MOD 37-2. */
export function mod37(text: string): string {
  let p = 0;
  for (const character of text) p = ((p + MOD_37_ALPHABET.indexOf(character)) * 2) % 37;
  return MOD_37_ALPHABET[(38 - p) % 37]!;
}

/**
 * 统一交易标识码: an industry prefix (`A01`), the platform's 18-character code, `yyyymmdd`, six digits, one check
 * character over all before it. Printed with or without hyphens, with or without the prefix; without it the
 * check cannot be made.
 */
export function checkDealCode(text: string): Checked {
  const code = compact(text);
  const match = /^([A-Z]\d{2})?([0-9A-Z]{18})(\d{8})(\d{6})([0-9A-Z*])$/.exec(code);
  if (!match) return { code, shape: false, check: null };
  const [, prefix, , date] = match;
  const month = Number(date!.slice(4, 6));
  const day = Number(date!.slice(6));
  if (month < 1 || month > 12 || day < 1 || day > 31) return { code, shape: false, check: null };
  return { code, shape: true, check: prefix ? mod37(code.slice(0, -1)) === code.at(-1) : null };
}

function compact(text: string): string {
  return fold(text)
    .toUpperCase()
    .replace(/[\s-]+/g, '');
}
