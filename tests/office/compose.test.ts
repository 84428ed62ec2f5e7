import assert from 'node:assert/strict';
import { test } from 'node:test';
import { partedIn } from '../../src/notices/drafts/parted.ts';
import { noticeOf } from '../../src/notices/drafts/draft.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import { composedBody } from '../../src/office/draft/compose.ts';
import type { Notice } from '../../src/registers/notice.ts';
import { findRegister } from '../../src/registers/registers.ts';
import type { Portal } from '../../src/views/portal.ts';
import { NOW } from '../accounts/world.ts';
import { grant, office, started } from '../notices/drafts-world.ts';

const land = findRegister('land')!;

/** The notice of the world's grant, with another body. */
function noticeWith(body?: string): { notice: Notice; portal: Portal } {
  const house = office();
  const draft = started(house, { ...grant, ...(body && { body }) });
  const parsed = parseNotice(noticeOf(house.database, draft, NOW));
  assert.ok(parsed.ok);
  return { notice: parsed.value, portal: { database: house.database } as Portal };
}

test('a body is composed from the fields in the form of its kind, with tables as tables and days in words', () => {
  const { notice, portal } = noticeWith();
  const body = composedBody(notice, land, '天水市某自然资源局', portal, '2026-11-27');
  assert.match(body, /^天水市某自然资源局决定以挂牌方式出让1宗国有建设用地使用权，现将有关事项公告如下：\n\n## 一、/);
  assert.match(body, /\| 宗地编号 \|[\s\S]*\| 2026-32号 \|/);
  assert.match(body, /挂牌开始时间：2026年12月22日9时\n/);
  assert.match(body, /竞买保证金[\s\S]*240万元/);
  assert.match(body, /天水市某自然资源局\n\n2026年11月27日$/);
  assert.doesNotMatch(body, /undefined|见正文|未公开|null/);
  // What is composed says everything that the fields say.
  assert.deepEqual(partedIn({ register: 'land', kind: 'grant' }, { ...notice, body }), []);
});

test('where text and fields part is told, whatever the spelling of days and sums', () => {
  const parted = (body: string) => partedIn({ register: 'land', kind: 'grant' }, noticeWith(body).notice);
  const said =
    '文件自2026.11.30起领取，2026年12月20日17时报名截止，12月22日挂牌，至2027年1月5日；保证金2,400,000元，起始价２４万元／亩。';
  assert.deepEqual(parted(said), []);
  assert.deepEqual(parted(said.replace('12月20日', '12月25日').replace('2,400,000', '2,500,000')), [
    { path: 'fields.parcels.0.deposit', found: '240万元' },
    { path: 'fields.applicationDeadline', found: '2026年12月20日' },
  ]);
  assert.deepEqual(parted('详见附件。'), []);
});
