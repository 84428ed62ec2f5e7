import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ggzy } from '../../src/notices/import/ggzy/ggzy.ts';
import { blocksOf } from '../../src/notices/import/printed/page.ts';
import { readPage } from '../../src/notices/import/printed/reading.ts';
import { factsOf } from '../../src/notices/import/read-facts.ts';
import { prepare } from '../../src/notices/plan.ts';

/**
 * `forms/*.txt` hold notices of invented bodies in the forms in which notices are printed. Each begins with
 * `=== type region title`, then a line of JSON: what is to be read of it; nothing else may be.
 */
const folder = new URL('forms/', import.meta.url);

for (const file of readdirSync(folder))
  for (const [title, { type, region, text, facts }] of noticesIn(readFileSync(new URL(file, folder), 'utf8')))
    test(`${title}: what is read is what is printed`, () => {
      assert.deepEqual(read(title, type, region, text), JSON.parse(facts));
    });

// What grows with the square of the length would take longer than the runner waits for a test.
test('a megabyte of one sign is read to its end', () => {
  for (const sign of [
    '（',
    '：',
    '|',
    '一、',
    '<td>',
    '中标',
    '截止时间',
    '第一中标候选人',
    '1 ',
    '公司',
    '受',
    '包',
  ]) {
    assert.ok(readPage(blocksOf(sign.repeat(1_000_000 / sign.length)), '某公告'), sign);
  }
});

type Printed = { type: string; region: string; facts: string; text: string };

function noticesIn(file: string): [string, Printed][] {
  return file
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [head = '', facts = '', ...lines] = part.split('\n');
      const [, type = '', region = '', title = ''] = /^(\d+) (\S+) (.*)$/.exec(head) ?? [];
      return [title, { type, region, facts, text: lines.join('\n').trim() }];
    });
}

/** What `gongshi read` prints of it, without what is not said. */
function read(title: string, type: string, region: string, text: string): unknown {
  const [item] = ggzy.objects!.items(
    {
      title,
      publish_date: '2026-03-01',
      region,
      record_id: 'form',
      detail_url: `https://www.ggzy.gov.cn/information/deal/html/a/000000/${type}/20260301/form.html`,
      content_text: text,
    },
    1,
    () => [],
  );
  const prepared = prepare(item!.notice!, { now: Date.UTC(2026, 11, 31) });
  assert.ok(prepared.ok);
  const { title: _, publishedAt: __, register: ___, failed, ...facts } = factsOf(prepared.value.notice);
  return said({ ...facts, ...(failed && { failed }) });
}

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one != null && !(Array.isArray(one) && one.length === 0));
  return Object.fromEntries(kept.map(([key, one]) => [key, said(one)]));
}
