import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoticeInput } from '../../src/registers/notice.ts';
import { questionsPage } from '../../src/views/supervision/questions-page.ts';
import { portalOver } from '../views/world.ts';
import { emptyHouse, published } from './lakeside-road.ts';

const LICENCE = 'C620520201011××××';

function said(id: string, kind: string, at: string, fields: Record<string, unknown>): NoticeInput {
  return {
    id,
    register: 'mining',
    kind,
    title: `武山县某山石料矿采矿权 ${id}`,
    project: { name: '武山县某山石料矿采矿权' },
    region: '620524',
    unit: { name: '武山县某自然资源局' },
    publishedAt: at,
    fields: {
      name: '武山县某山石料矿采矿权',
      right: 'extractionRight',
      mineral: '建筑用石料',
      licence: LICENCE,
      holder: '武山某矿业有限公司',
      ...fields,
    },
  };
}

const registered = said('right-1', 'registration', '2021-05-10 09:00', {
  area: 0.18,
  validFrom: '2021-05-01',
  validUntil: '2026-05-01',
  registeredOn: '2021-05-01',
});
const report = (year: number) =>
  said(`right-${year}`, 'annualReport', `${year + 1}-03-10 09:00`, { reportYear: `${year}年度`, reported: '正常开采' });

function asked(...notices: NoticeInput[]): string[] {
  const database = emptyHouse();
  published(database, ...notices);
  return questionsPage(portalOver(database), 'zh').questions.map(({ question }) => question);
}

test('a right that has run out without renewal, and a year without report after years that have one, are asked about', () => {
  assert.deepEqual(asked(registered, report(2022), report(2024)), [
    '有效期到2026-05-01，本站没有见到延续、注销。还在勘查、开采吗？',
    '没有见到2023、2025年的年度报告，前面的年份有。报告了吗？',
  ]);
});

test('a renewed or cancelled right, and one of which no report was ever seen here, raise no question', () => {
  const renewed = said('right-2', 'renewal', '2026-04-20 09:00', {
    area: 0.18,
    validFrom: '2026-05-01',
    validUntil: '2031-05-01',
    registeredOn: '2026-04-15',
  });
  const cancelled = said('right-3', 'cancellation', '2026-06-01 09:00', { cancelledOn: '2026-05-20', ground: '期满' });
  assert.deepEqual(asked(registered, renewed), []);
  assert.deepEqual(asked(registered, report(2022), cancelled), []);
});
