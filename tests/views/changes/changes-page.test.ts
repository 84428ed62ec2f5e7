import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Database } from '../../../src/database/database.ts';
import { joinRecords, partNotice } from '../../../src/notices/decisions/decide.ts';
import { confirmRedaction, proposeRedaction } from '../../../src/notices/drafts/redaction/redact.ts';
import { findRelease, releasesAfter } from '../../../src/notices/storage.ts';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { changesPage, readChangesQuery, type ChangesPage } from '../../../src/views/changes/changes-page.ts';
import { readCursor, recordPackage } from '../../../src/views/ocds/packages.ts';
import type { Portal } from '../../../src/views/portal.ts';
import { MINUTE, value } from '../../accounts/world.ts';
import { grant, issued, office } from '../../notices/drafts-world.ts';
import {
  clarificationNotice,
  emptyHouse,
  NOW,
  published,
  tenderNotice,
  withdrawalOf,
} from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

const ask = (portal: Portal, query: string): ChangesPage =>
  changesPage(portal, readChangesQuery(new URLSearchParams(query))!)!;

/** All pages in one direction, as their addresses lead. */
function crawl(portal: Portal, query: string, to: 'next' | 'previous'): ChangesPage[] {
  const pages = [ask(portal, query)];
  for (let path = pages[0]![to]; path !== null; path = pages.at(-1)![to])
    pages.push(ask(portal, new URL(path, 'https://x').search));
  return pages;
}

const ids = (pages: ChangesPage[]) =>
  pages.flatMap(({ changes }) => changes.map((change) => ('notice' in change ? change.notice.id : change.how)));

/** Another project of the same buyer, which is no batch of its own story. */
const school: NoticeInput = {
  ...tenderNotice,
  id: 'school-1',
  title: '学校路照明工程施工招标公告',
  number: 'TS-GC-2026-0300-01',
  project: { code: 'TS-GC-2026-0300', name: '学校路照明工程施工' },
};

test('who reads while two processes publish ends with everything that was published, and nothing twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-changes-'));
  try {
    const path = join(folder, 'gongshi.sqlite');
    emptyHouse(path).close();
    const database = new Database(path, { readOnly: true });
    const portal = portalOver(database);
    const read: number[] = [];
    let after: string | null = null;
    let pages = 0;
    const readOn = () => {
      for (let next: string | null = ''; next !== null; pages++) {
        const page = ask(portal, `limit=2${after ? `&after=${after}` : ''}`);
        read.push(...(ids([page]) as number[]));
        ({ after, next } = page);
      }
    };
    const publishers = ['东', '西'].map((name) => {
      const one = spawn(process.execPath, ['tests/views/changes/publisher.ts', path, name]);
      one.stdout.on('data', readOn);
      one.stderr.pipe(process.stderr);
      return one;
    });
    const ends = await Promise.all(publishers.map((one) => once(one, 'close')));
    readOn();
    const all = releasesAfter(database, 0, 1_000).map(({ id }) => id);
    database.close();
    assert.deepEqual([ends.map(([code]) => code as number), all.length], [[0, 0], 30]);
    assert.deepEqual(read, all);
    assert.ok(pages > 15);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('corrections, withdrawals and moves are changes of their own, the same read forwards and backwards', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice, clarificationNotice);
  const [other] = published(database, school);
  value(joinRecords(database, other!.ocid, first!.ocid, { by: '李静', reason: '同一项目', now: NOW }));
  value(partNotice(database, other!.id, { by: '李静', reason: '不是同一项目', now: NOW }));
  published(database, withdrawalOf('school-1'));
  const portal = portalOver(database);
  const forwards = crawl(portal, 'limit=2', 'next');
  const changes = forwards.flatMap((page) => page.changes);
  assert.deepEqual(
    changes.map(({ change }) => change),
    ['published', 'corrected', 'published', 'moved', 'moved', 'withdrawn'],
  );
  const [, , , join] = changes;
  assert.ok(join && 'how' in join);
  assert.deepEqual(
    [join.how, join.on, join.notices.map(({ id }) => id), join.from === join.to],
    ['join', '2026-11-23', [other!.id], false],
  );
  const backwards = crawl(portal, 'before=last&limit=2', 'previous');
  assert.deepEqual(ids(backwards.toReversed()), ids(forwards));
  assert.deepEqual(
    backwards.map(({ changes: some }) => some.length),
    [2, 2, 2],
  );
  const end = forwards.at(-1)!;
  assert.equal(end.next, null);
  assert.deepEqual(ask(portal, `after=${end.after}`), { changes: [], after: end.after, next: null, previous: null });
});

test('a redaction is a change of its own, and what went is in none of them', () => {
  const house = office();
  const name = '甲丙丁戊';
  const { id: release } = issued(house, { ...grant, body: `该宗地原由${name}使用。` });
  const { redaction } = value(
    proposeRedaction(house.database, house.reviewer, release, { passages: [name] }, '误公开姓名', NOW),
  );
  value(confirmRedaction(house.database, house.issuer, redaction.id, NOW + MINUTE));
  const { changes } = ask(portalOver(house.database), '');
  assert.deepEqual(
    changes.map((change) => [change.change, 'notice' in change && change.notice.id]),
    [
      ['published', release],
      ['redacted', release],
    ],
  );
  assert.equal('reason' in changes[1]! && changes[1].reason, '误公开姓名');
  assert.doesNotMatch(JSON.stringify(changes), new RegExp(name));
});

test('a cursor that is none, or of what was lost, is refused and not taken for the beginning', () => {
  const database = emptyHouse();
  published(database, tenderNotice);
  const portal = portalOver(database);
  for (const query of ['after=x', 'after=1', 'before=', 'limit=0', 'after=1-1-1&before=last'])
    assert.equal(readChangesQuery(new URLSearchParams(query)), null, query);
  const { after } = ask(portal, '');
  const [event, seq, at] = after!.split('-');
  for (const unknown of [`${Number(event) + 7}-${seq}-${at}`, `${event}-${seq}-${Number(at) + 1}`])
    assert.equal(changesPage(portal, readChangesQuery(new URLSearchParams({ after: unknown }))!), undefined);
  assert.ok(findRelease(database, ids([ask(portal, '')])[0] as number));
});

test('who follows records as OCDS sees those that were joined or parted, once', () => {
  const database = emptyHouse();
  const [first] = published(database, tenderNotice);
  const [other] = published(database, school);
  const portal = portalOver(database);
  const follow = (after: string) => {
    const page = recordPackage(portal, readCursor(new URLSearchParams({ after, limit: '2' }))!);
    const ocids = ((page?.json['records'] ?? []) as { ocid: string }[]).map(({ ocid }) => ocid);
    return { ocids, next: page?.next && new URL(page.next, 'https://x').searchParams.get('after') };
  };
  const all = follow('0');
  assert.equal(all.ocids.length, 2);
  assert.deepEqual(follow(all.next!), { ocids: [], next: undefined });
  value(joinRecords(database, other!.ocid, first!.ocid, { by: '李静', reason: '同一项目', now: NOW }));
  const joined = follow(all.next!);
  assert.deepEqual(joined.ocids, [all.ocids[0]]);
  value(partNotice(database, other!.id, { by: '李静', reason: '不是同一项目', now: NOW }));
  const parted = follow(joined.next!);
  assert.deepEqual([parted.ocids[0], parted.ocids.length], [all.ocids[0], 2]);
  assert.deepEqual(follow(parted.next!), { ocids: [], next: undefined });
});
