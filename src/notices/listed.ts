import type { Notice } from '../registers/notice.ts';
import { findKind } from '../registers/registers.ts';
import { canonicalJson, sha256 } from '../values/canonical.ts';
import { dayNumber } from '../values/date.ts';
import { matchKey } from '../values/script.ts';
import type { Known } from './known.ts';
import type { Prepared } from './prepared.ts';

/**
 * A notice whose id is that of a line of a listing, and which says all of it and more: it goes in as a new statement that
 * restates the line, or as what it was when it came before. Any other is given back as it is.
 */
export function restatedListing(known: Pick<Known, 'origin' | 'said'>, prepared: Prepared): Prepared {
  const { notice, hash } = prepared;
  if (!mayRestate(notice)) return prepared;
  const first = known.origin(notice.id);
  if (!first || first.hash === hash) return prepared;
  for (let number = 2, before = notice.id; ; number++) {
    const restated = asRestating(notice, `${notice.id}#${number}`, before);
    const there = known.origin(restated.notice.id);
    if (there?.hash === restated.hash) return restated;
    if (there) {
      before = restated.notice.id;
      continue;
    }
    return saysMore(notice, known.said(before)?.content) ? restated : prepared;
  }
}

function mayRestate({ register, kind, amends, firstPublished, ocds }: Notice): boolean {
  return !amends && !ocds && firstPublished !== undefined && findKind(register, kind)?.act === 'state';
}

function asRestating(notice: Notice, id: string, amends: string): Prepared {
  const content = canonicalJson({ ...notice, id, amends });
  return { notice: JSON.parse(content) as Notice, content, hash: sha256(content) };
}

/**
 * A line of a listing has a title, a day and a few facts. A text or files of that title and day are the notice itself,
 * which may print its facts in other words; another line must repeat all that was said, and add to it.
 */
function saysMore(notice: Notice, listed: Notice | undefined): boolean {
  if (!listed || !listed.firstPublished || listed.body || listed.attachments.length > 0 || listed.ocds) return false;
  const isSame =
    notice.register === listed.register &&
    matchKey(notice.title) === matchKey(listed.title) &&
    dayNumber(notice.publishedAt) === dayNumber(listed.publishedAt);
  if (!isSame) return false;
  if (notice.body || notice.attachments.length > 0) return true;
  const now = factsIn(notice);
  const before = Object.entries(factsIn(listed));
  return before.every(([name, value]) => now[name] === value) && Object.keys(now).length > before.length;
}

function factsIn({ kind, project, unit, fields, number, section }: Notice): Record<string, string> {
  const facts = {
    kind,
    ...fields,
    ...prefixed('project', project),
    ...prefixed('unit', unit),
    number,
    section: section?.id,
  };
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (value === undefined ? [] : [[name, canonicalJson(value)]])),
  );
}

function prefixed(prefix: string, group: object = {}): Record<string, unknown> {
  return Object.fromEntries(Object.entries(group).map(([name, value]) => [`${prefix}.${name}`, value]));
}
