import { labels, type Locale } from '../../locales/labels.ts';
import { joinedTo, whereNow } from '../../notices/decisions/storage.ts';
import { recordAt, targetsOf } from '../../notices/pointing.ts';
import type { RecordRow } from '../../notices/release.ts';
import { findRecords, linksFrom, linksTo } from '../../notices/storage.ts';
import { findByKey } from '../../notices/links/storage.ts';
import { recordPath } from '../address.ts';
import type { Portal } from '../portal.ts';
import { stateText } from '../words.ts';
import type { RecordContext } from './context.ts';
import { stateOf } from './state.ts';

/** Another record, and what it is to this one. */
export interface RelatedRecord {
  /** A code of `relations.ts`, or OCDS of elsewhere. */
  relationship: string;
  /** Whether it is this record that points, or the other. */
  points: boolean;
  /** 框架协议, 依据本框架的采购. */
  label: string;
  /** Null for a record that is not here. */
  ocid: string | null;
  path: string | null;
  /** Its title; of a record that is not here the code by which it was named. */
  title: string;
  state: (ReturnType<typeof stateOf> & { text: string }) | null;
}

/** The records it points to, then those that point to it. */
export function relatedOf({ portal, life, locale }: RecordContext, row: RecordRow): RelatedRecord[] {
  const { database } = portal;
  const keys = { findByKey: (key: string) => findByKey(database, key) };
  const meantBy = (target: string, register: string) => {
    const ocid = recordAt(keys, target, register);
    return ocid === undefined ? undefined : whereNow(database, ocid);
  };
  const from = linksFrom(database, row.ocid).map((link) => ({
    ...link,
    ocid: meantBy(link.target, row.register),
  }));
  const pointing = linksTo(
    database,
    targetsOf(
      [row.ocid, ...joinedTo(database, row.ocid)],
      life.releases.map(({ content }) => content),
    ),
  );
  const others = new Map(
    findRecords(
      database,
      [...from, ...pointing].flatMap(({ ocid }) => ocid ?? []),
    ).map((one) => [one.ocid, one]),
  );
  // Two records may print one code: whom a third one means is said by its own register first.
  const meant = pointing.filter(
    ({ ocid, target }) => meantBy(target, others.get(ocid)?.register ?? row.register) === row.ocid,
  );
  return [
    ...from.map(({ relationship, code, ocid }) =>
      shown(portal, locale, relationship, true, ocid === undefined ? undefined : others.get(ocid), code),
    ),
    ...meant.map(({ relationship, ocid }) => shown(portal, locale, relationship, false, others.get(ocid), ocid)),
  ];
}

function shown(
  portal: Portal,
  locale: Locale,
  relationship: string,
  points: boolean,
  other: RecordRow | undefined,
  code: string,
): RelatedRecord {
  const state = other && stateOf(other, portal.now());
  return {
    relationship,
    points,
    label: relationLabel(relationship, points, locale),
    ocid: other?.ocid ?? null,
    path: other ? recordPath(other.ocid) : null,
    title: other?.title ?? code,
    state: other && state ? { ...state, text: stateText(state, other.register, locale) } : null,
  };
}

function relationLabel(relationship: string, points: boolean, locale: Locale): string {
  const { choices, record } = labels(locale);
  const named: Record<string, string> = points ? choices.relationship : record.relatedBy;
  return Object.hasOwn(named, relationship) ? named[relationship]! : record.related;
}
