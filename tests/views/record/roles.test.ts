import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NoticeInput } from '../../../src/registers/notice.ts';
import { recordPage } from '../../../src/views/record/record-page.ts';
import { emptyHouse, NOW, published } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

test('who passed the prequalification is not called a tenderer before a notice says so', () => {
  const applicants = [{ tenderer: { name: '天水××建设有限公司' }, passed: true }];
  const notice = {
    register: 'construction',
    title: '某工程',
    project: { code: 'GC-9', name: '某工程' },
    region: '620502',
    body: '现公布如下。',
  };
  const roles = (...fields: [kind: string, at: string, fields: unknown][]) => {
    const database = emptyHouse();
    const releases = fields.flatMap(([kind, publishedAt, said]) =>
      published(database, { ...notice, id: kind, kind, publishedAt, fields: said } as NoticeInput),
    );
    return recordPage(portalOver(database, NOW), releases[0]!.ocid, 'zh')!.roles.map(({ label }) => label);
  };
  const result: [string, string, unknown] = [
    'prequalificationResult',
    '2026-09-01 10:00',
    { procuringEntity: { name: '某中心' }, applicants },
  ];
  assert.ok(roles(result).includes('资格预审合格的申请人'));
  assert.ok(!roles(result).includes('投标人'));
});
