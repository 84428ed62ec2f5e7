import type { Refusal } from '../../values/result.ts';
import { refusalsOfCode } from '../address-code.ts';
import type { Notice } from '../notice.ts';
import type { CaseSaid } from './case.ts';

/** An identity card, or a mobile telephone: nobody's data stand here. */
const PERSONAL = /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/;

/** What no single field can say. Refusals: `address-code`, `case-personal`, `case-before`, `case-result`. */
export function refusalsOfCase(notice: Notice): Refusal[] {
  const {
    itemName,
    acceptedOn,
    dueOn,
    statutoryDueOn,
    decidedOn,
    result,
    suspensions = [],
  } = notice.fields as Partial<CaseSaid>;
  const refusals = refusalsOfCode(notice);
  const refuse = (code: string, path: string, found = '', expected = '') =>
    refusals.push({ code, path, found, expected });
  for (const [path, said] of [
    ['project.code', notice.project.code],
    ['project.name', notice.project.name],
    ['title', notice.title],
    ['fields.itemName', itemName],
    ['body', notice.body],
  ] as const)
    if (said && PERSONAL.test(said)) refuse('case-personal', path);
  if (acceptedOn)
    for (const [name, day] of [
      ['dueOn', dueOn],
      ['statutoryDueOn', statutoryDueOn],
      ['decidedOn', decidedOn],
    ] as const)
      if (day && day < acceptedOn) refuse('case-before', `fields.${name}`, day, acceptedOn);
  for (const [at, { from, until }] of suspensions.entries())
    if (until && until < from) refuse('case-before', `fields.suspensions.${at}.until`, until, from);
  if ((decidedOn === undefined) !== (result === undefined))
    refuse('case-result', decidedOn ? 'fields.result' : 'fields.decidedOn');
  return refusals;
}
