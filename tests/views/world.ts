import type { Database } from '../../src/database/database.ts';
import { releaseText } from '../../src/notices/search-document.ts';
import { findReleases } from '../../src/notices/storage.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import type { NoticeInput } from '../../src/registers/notice.ts';
import type { Portal } from '../../src/views/portal.ts';
import { readSettings } from '../../src/values/settings.ts';
import {
  NOW,
  awardNotice,
  candidateNotice,
  clarificationNotice,
  correctedAward,
  emptyHouse,
  published,
  tenderNotice,
} from '../stories/lakeside-road.ts';

/** A portal over a database, on the day of the stories. */
export function portalOver(database: Database, now = NOW): Portal {
  const settings = readSettings({ GONGSHI_ORIGIN: 'https://gongshi.example' });
  if (!settings.ok) throw new Error('settings');
  const search = embeddedEngine(
    database,
    (ids) => new Map(findReleases(database, ids).map((release) => [release.id, releaseText(release)])),
    { clock: () => 0 },
  );
  return { database, search, settings: settings.value, now: () => now };
}

/** A notice that others published first, of which a few fields were read. */
export function reprint(
  register: string,
  kind: string,
  fields: Record<string, unknown>,
  more: Partial<NoticeInput> = {},
): NoticeInput {
  return {
    id: `${register}-${kind}`,
    register,
    kind,
    title: '某学校器材',
    project: { code: 'CS-2026-9', name: '某学校器材' },
    region: '620500',
    publishedAt: '2026-11-17 10:00',
    firstPublished: { medium: '某网' },
    body: '见附件。',
    fields,
    ...more,
  } as NoticeInput;
}

/** 湖滨路 is awarded; 学校路 closes in two days and was published yesterday. */
export function lakesideAndSchool(): { portal: Portal; lakeside: string; school: string } {
  const database = emptyHouse();
  const [lakeside] = published(
    database,
    tenderNotice,
    clarificationNotice,
    candidateNotice,
    awardNotice,
    correctedAward,
  );
  const [school] = published(database, {
    ...tenderNotice,
    id: 'school-1',
    title: '学校路照明工程施工招标公告',
    number: 'TS-GC-2026-0300-01',
    project: { code: 'TS-GC-2026-0300', name: '学校路照明工程施工' },
    region: '620503',
    publishedAt: '2026-11-22 09:00',
    body: '## 一、范围\n\n| 项目 | 数量 |\n| --- | --- |\n| 路灯 | 40 |\n\n学校路照明工程现进行公开招标。',
    fields: {
      ...tenderNotice.fields,
      procuringEntity: { name: '麦积区某学校', code: '12620503MA71ABC28X' },
      ceilingPrice: '1,200,000.00元',
      bidDeadline: '2026-11-25 10:00',
      openingAt: '2026-11-25 10:00',
    },
  });
  return { portal: portalOver(database), lakeside: lakeside!.ocid, school: school!.ocid };
}
