import type { Database } from '../../database/database.ts';
import type { Refusal } from '../../values/result.ts';
import { unscannedOf } from '../attachments/scans.ts';
import { dayOf } from '../../values/date.ts';
import { barredIn } from '../bars/barred.ts';
import { fragmentOf } from '../compile.ts';
import { findBySourceKey, releasesOf } from '../storage.ts';
import { doubtsOf } from './doubts.ts';
import type { Notice } from '../../registers/notice.ts';
import type { Draft } from './draft.ts';
import { partedIn } from './parted.ts';
import { findDraftsUnderWay } from './storage.ts';

/** One line of the check list that a reviewer goes through; `doubt` never blocks. */
export interface Check {
  /** A key of `locales` `office.checks`. */
  code:
    | 'complete'
    | 'linked'
    | 'first'
    | 'rivals'
    | 'amends'
    | 'files'
    | 'noFiles'
    | 'unscanned'
    | 'mobile'
    | 'identity'
    | 'code'
    | 'odd'
    | 'parted'
    | 'barred';
  verdict: 'kept' | 'doubt';
  found?: string;
  /** Of what field, where it is of one. */
  path?: string;
}

/** What can be checked by machine of a complete draft, and of the notice it makes; the rest is the reviewer's. `warnings` are those of the door. */
export function checksOf(
  database: Database,
  draft: Draft,
  ocid: string,
  warnings: readonly Refusal[],
  notice?: Notice,
): Check[] {
  const text = JSON.stringify(draft.content);
  const earlier = releasesOf(database, ocid).length;
  const files = draft.content.attachments?.length ?? 0;
  const checks: Check[] = [{ code: 'complete', verdict: 'kept' }];
  checks.push(
    earlier > 0 ? { code: 'linked', verdict: 'kept', found: String(earlier) } : { code: 'first', verdict: 'kept' },
  );
  const rivals = (draft.follows === null ? [] : findDraftsUnderWay(database, draft.unit, draft.follows)).filter(
    ({ id }) => id !== draft.id,
  );
  if (rivals.length > 0)
    checks.push({ code: 'rivals', verdict: 'doubt', found: rivals.map(({ title }) => title || '—').join('、') });
  if (draft.amends !== null && findBySourceKey(database, draft.amends))
    checks.push({ code: 'amends', verdict: 'kept' });
  checks.push(
    files > 0 ? { code: 'files', verdict: 'kept', found: String(files) } : { code: 'noFiles', verdict: 'doubt' },
  );
  const unscanned = unscannedOf(database, draft.content.attachments);
  if (unscanned.length > 0)
    checks.push({ code: 'unscanned', verdict: 'doubt', found: unscanned.map(({ name }) => name).join('、') });
  // An office number belongs there; a mobile number is somebody's own (个人信息保护法 art. 6).
  const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/.exec(text)?.[0];
  if (mobile) checks.push({ code: 'mobile', verdict: 'doubt', found: mobile });
  if (/(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)/.test(text)) checks.push({ code: 'identity', verdict: 'doubt' });
  for (const { path, found = '' } of doubtsOf(draft)) checks.push({ code: 'odd', verdict: 'doubt', path, found });
  if (notice)
    for (const { path, found } of partedIn(draft, notice))
      checks.push({ code: 'parted', verdict: 'doubt', path, found });
  if (notice)
    for (const { name, from, until } of barredIn(
      database,
      notice.register,
      fragmentOf(notice),
      dayOf(notice.publishedAt),
    ))
      checks.push({ code: 'barred', verdict: 'doubt', found: `${name}（${from}—${until}）` });
  for (const { found } of warnings) checks.push({ code: 'code', verdict: 'doubt', ...(found && { found }) });
  return checks;
}
