import { refusalsOfCode } from '../address-code.ts';
import type { Notice } from '../notice.ts';
import { formatFen } from '../../values/money.ts';
import type { Refusal } from '../../values/result.ts';
import { OFFENCES, type FundStatement } from './fund.ts';
import { exceeding, placesOf } from './told.ts';

/** The words of the document of 2012, by the offence. */
const WORDS: Record<(typeof OFFENCES)[number], string> = {
  embezzlement: '贪污',
  retention: '截留',
  misuse: '挪用',
  deduction: '克扣',
};

/**
 * What no single field can say. Refusals: `address-code`, `fund-year`, `fund-within`, `fund-offence`, `fund-number`,
 * `fund-before`.
 */
export function refusalsOfFund(notice: Notice): Refusal[] {
  const {
    year,
    shares,
    payments,
    findings = [],
    corrections = [],
    formedOn,
    allotBy,
    payBy,
  } = notice.fields as Partial<FundStatement>;
  const refusals = refusalsOfCode(notice);
  const refuse = (code: string, path: string, found = '', expected = '') =>
    refusals.push({ code, path: `fields.${path}`, found, expected });
  if (year !== undefined && !/^20\d\d$/.test(year)) refuse('fund-year', 'year', year);
  for (const [name, day] of [
    ['allotBy', allotBy],
    ['payBy', payBy],
  ] as const)
    if (formedOn && day && day < formedOn) refuse('fund-before', name, day, formedOn);
  // What a notice itself gives out twice is wrong whatever was said before it.
  for (const { place, has, gives, what } of exceeding(placesOf([{ shares: shares ?? [], payments: payments ?? [] }])))
    refuse('fund-within', what === 'paid' ? 'payments' : 'shares', `${place.name} ${formatFen(gives)}`, formatFen(has));
  const numbers = findings.map(({ number }) => number);
  for (const [at, { number, type, quoted = '' }] of findings.entries()) {
    if (numbers.indexOf(number) !== at) refuse('fund-number', `findings.${at}.number`, number);
    const word = WORDS[type as keyof typeof WORDS];
    if (word && !quoted.includes(word)) refuse('fund-offence', `findings.${at}.quoted`, word);
  }
  for (const [at, { number }] of corrections.entries())
    if (corrections.findIndex((one) => one.number === number) !== at)
      refuse('fund-number', `corrections.${at}.number`, number);
  return refusals;
}
