import { calendarOf } from '../../clock/storage.ts';
import type { Locale } from '../../locales/labels.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { findRecord, releasesOf } from '../../notices/storage.ts';
import { cases } from '../../registers/cases/register.ts';
import { WITHDRAWN } from '../../registers/stages.ts';
import { dayOf } from '../../values/date.ts';
import { matchKey } from '../../values/script.ts';
import { recordClock, type RecordClock } from '../clock/record-clock.ts';
import { partyLink, type PartyLink } from '../party/party-link.ts';
import type { Portal } from '../portal.ts';
import { recordContext } from '../record/context.ts';
import { lifeOf } from '../record/life.ts';
import { timelineOf, type Statement } from '../record/timeline.ts';
import { choiceLabel } from '../words.ts';
import { caseOf, listedItems, type KeptCase } from './kept-cases.ts';
import { lampText } from './lamp.ts';

/** One case: what its page shows and `/cases/{code}.json` answers. */
export interface CasePage extends Omit<KeptCase, 'suspensions' | 'result'> {
  ocid: string;
  lamp: ReturnType<typeof lampText>;
  handler: PartyLink;
  itemPath: string | null;
  resultText: string | null;
  stops: { from: string; until: string | null; reason: string }[];
  timeline: Statement[];
  clock: RecordClock | null;
}

/** The record of a number, as people type it. */
export function casePath({ database }: Pick<Portal, 'database'>, number: string): string | null {
  const ocid = findByKey(database, `${cases.id}:code:${matchKey(number)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const code = record && record.stage !== WITHDRAWN ? record.compiled.handling?.code : undefined;
  return code ? `/cases/${encodeURIComponent(code)}` : null;
}

export function casePage(portal: Portal, number: string, locale: Locale): CasePage | undefined {
  const { database } = portal;
  const ocid = findByKey(database, `${cases.id}:code:${matchKey(number)}`);
  const record = ocid === undefined ? undefined : findRecord(database, ocid);
  const items = listedItems(portal);
  const one = record && record.stage !== WITHDRAWN ? caseOf(record, items, calendarOf(database)) : null;
  if (!record || !one) return undefined;
  const life = lifeOf(releasesOf(database, record.ocid));
  const { suspensions, result, ...said } = one;
  return {
    ...said,
    ocid: record.ocid,
    lamp: lampText(one, dayOf(portal.now()), locale),
    handler: partyLink(portal, one.unit),
    itemPath: items(one.item, one.acceptedOn) ? `/approvals/${encodeURIComponent(one.item)}` : null,
    resultText: result === null ? null : choiceLabel(cases, 'result', result, locale),
    stops: suspensions.map(({ from, until, reason }) => ({
      from,
      until: until ?? null,
      reason: choiceLabel(cases, 'suspension', reason, locale),
    })),
    timeline: timelineOf(recordContext(portal, record, cases, life, locale)),
    clock: recordClock(portal, record.ocid, life.speaking, locale),
  };
}
