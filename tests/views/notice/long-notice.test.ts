import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asDocument, foldedBody } from '../../../src/views/notice/body.ts';
import { noticePage } from '../../../src/views/notice/notice-page.ts';
import { foldedGrid } from '../../../src/views/grid.ts';
import { emptyHouse, published, tenderNotice } from '../../stories/lakeside-road.ts';
import { portalOver } from '../world.ts';

/** 开标记录 of a tender for which very many bid. */
function opening(bidders: number) {
  const database = emptyHouse();
  const [release] = published(database, {
    ...tenderNotice,
    id: 'opening-1',
    kind: 'opening',
    title: '湖滨路改造工程施工开标记录',
    fields: {
      openingAt: '2026-10-08 10:00',
      openingPlace: '第3开标厅',
      bids: Array.from({ length: bidders }, (_, index) => ({
        tenderer: `天水第${index + 1}建设有限公司`,
        bidPrice: '32,145,000.00元',
      })),
    },
  });
  return noticePage(portalOver(database), release!.id, 'zh')!;
}

test('of 1528 bids twenty stand open and the rest is folded; the data keeps them all', () => {
  const grid = opening(1528).facts.find(({ id }) => id === 'bids')!.grid!;
  assert.equal(grid.rows.length, 1528);
  const [shown, rest] = foldedGrid(grid);
  assert.deepEqual([shown.rows.length, rest!.rows.length, rest!.columns], [20, 1508, shown.columns]);
});

test('twenty rows are not folded', () => {
  const [shown, rest] = foldedGrid(opening(20).facts.find(({ id }) => id === 'bids')!.grid!);
  assert.deepEqual([shown.rows.length, rest], [20, null]);
});

test('a captured text becomes a document: numbered points and ended sentences begin paragraphs', () => {
  assert.equal(
    asDocument('1、项目名称：湖滨路  \n2\\.地点：秦州区  \n潜在供应商应在  \n网上  \n获取采购文件。  \n另行通知'),
    '1、项目名称：湖滨路\n\n2\\.地点：秦州区  \n潜在供应商应在  \n网上  \n获取采购文件。\n\n另行通知',
  );
  assert.equal(asDocument('| 甲  \n| --- |'), '| 甲  \n| --- |');
});

const paragraphs = Array.from({ length: 300 }, (_, index) => `${index + 1}、投标人应当具备与招标项目相适应的能力。`);
const long = [{ type: 'markdown' as const, text: paragraphs.join('\n\n') }];

test('a very long body is folded where the facts stand above it, and nothing of it is lost', () => {
  const { shown, rest, length } = foldedBody(long, 'factsAbove');
  const texts = [...shown, ...rest].map((block) => (block.type === 'markdown' ? block.text : ''));
  assert.equal(texts.join('\n\n'), paragraphs.join('\n\n'));
  assert.ok(length > 1_000);
  assert.equal(foldedBody(long, 'none').rest.length, 0);
});

test('a long table in a body is cut between rows, and its head stands over both parts', () => {
  const head = '| 序号 | 名称 |\n| --- | --- |';
  const rows = Array.from({ length: 400 }, (_, index) => `| ${index + 1} | 设备 |`);
  const { shown, rest } = foldedBody([{ type: 'markdown', text: `${head}\n${rows.join('\n')}` }], 'factsAbove');
  const lines = [...shown, ...rest].map((block) => (block.type === 'markdown' ? block.text.split('\n') : []));
  assert.deepEqual(
    lines.map((part) => part.slice(0, 2).join('\n')),
    [head, head],
  );
  assert.equal(lines.flatMap((part) => part.slice(2)).length, 400);
});

test('a text with changes marked in it is never folded', () => {
  const changed = {
    type: 'changed' as const,
    level: 'text' as const,
    parts: [{ text: '现', change: 'added' as const }],
  };
  assert.equal(foldedBody([...long, changed], 'factsAbove').rest.length, 0);
});
