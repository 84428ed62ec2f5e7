import words from '../../../db/seeds/reference/password-words.json' with { type: 'json' };
import { DAY } from '../../values/date.ts';
import type { Refusal } from '../../values/result.ts';
import { fold } from '../../values/script.ts';
import type { PasswordPolicy } from '../../values/settings.ts';

export const SHORTEST = 15;
export const LONGEST = 200;

/** What GB/T 22239-2019 (等保三级) asks beyond: three of four classes, a new one after 90 days, none of the last five. */
export const DENGBAO = { classes: 3, expiresAfter: 90 * DAY, history: 5 };

/** How much must be left when everything a guesser would try first is taken out. */
const LEAST_LEFT = 8;

/**
 * Whether a password may be taken. NIST SP 800-63B asks for length and a blocklist and forbids composition rules and
 * rotation; `dengbao3` adds what 等保三级 asks. `context` is what a guesser knows: names of officer, unit, sign-in.
 *
 * Refusals: `password-short`, `password-long`, `password-predictable`, `password-classes`.
 */
export function passwordRefusals(password: string, context: readonly string[], policy: PasswordPolicy): Refusal[] {
  const length = [...password.normalize('NFKC')].length;
  if (length < SHORTEST) return [{ code: 'password-short', path: 'password', expected: String(SHORTEST) }];
  if (length > LONGEST) return [{ code: 'password-long', path: 'password', expected: String(LONGEST) }];
  const refusals: Refusal[] = [];
  if (unpredictable(password, context) < LEAST_LEFT) refusals.push({ code: 'password-predictable', path: 'password' });
  if (policy === 'dengbao3' && classesOf(password) < DENGBAO.classes) {
    refusals.push({ code: 'password-classes', path: 'password', expected: String(DENGBAO.classes) });
  }
  return refusals;
}

/** True when `dengbao3` wants another one. */
export function hasExpired(setAt: number, policy: PasswordPolicy, now: number): boolean {
  return policy === 'dengbao3' && now - setAt > DENGBAO.expiresAfter;
}

/** Read as typed, and with the usual swaps (`P@ssw0rd`) taken back: whichever leaves less. */
function unpredictable(password: string, context: readonly string[]): number {
  return Math.min(...[plain, unswapped].map((reading) => left(password, context, reading)));
}

/** How many letters are left without known words, years, repetitions (`abcabc`) and runs (`12345`, `qwert`). */
function left(password: string, context: readonly string[], reading: (text: string) => string): number {
  const known = [...words, ...context.flatMap(partsOf)]
    .map(reading)
    .filter(({ length }) => length >= 2)
    .toSorted((a, b) => b.length - a.length);
  let text = reading(password);
  for (const word of known) text = text.replaceAll(word, ' ');
  text = text.replace(/(?:19|20)\d\d/g, ' ').replace(/(.{1,12}?)\1+/gu, '$1');
  const letters = withoutRuns(text).replaceAll(' ', '');
  return new Set(letters).size < DISTINCT ? 0 : letters.length;
}

/** A password of four letters is none, however long. */
const DISTINCT = 5;

/** Folded, without signs. */
function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

function unswapped(text: string): string {
  const letters = fold(text)
    .replace(/[@4]/g, 'a')
    .replace(/[$5]/g, 's')
    .replace(/0/g, 'o')
    .replace(/[1!]/g, 'i')
    .replace(/3/g, 'e');
  return plain(letters);
}

/** A long name is guessed in pieces as well: 天水市某自然资源局 → 天水, 自然资源局. */
function partsOf(name: string): string[] {
  return [name, ...name.split(/[^\p{L}\p{N}]+|[某市区县]/u)];
}

const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
];
const STEPS = new Set(
  ROWS.flatMap((row) => [...row].slice(1).flatMap((letter, index) => [row[index]! + letter, letter + row[index]!])),
);

/** Without letters that only go on along the alphabet, the digits or the keyboard, either way. */
function withoutRuns(text: string): string {
  return [...text].filter((letter, index, all) => !STEPS.has(letter + (all[index + 1] ?? ''))).join('');
}

function classesOf(password: string): number {
  return [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{Ll}\p{Lu}\p{N}]/u].filter((one) => one.test(password)).length;
}
