import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { registers } from '../../src/registers/registers.ts';
import { articlesIn, asRecordPath, lawPath, ocidIn, recordPath } from '../../src/views/address.ts';
import { routeOf } from '../../src/views/routes.ts';

const OCIDS = [
  'ocds-demo-150/001/CY',
  'ocds-demo-50%',
  'ocds-demo-a%2Fb',
  'ocds-demo-q?x=1&y#z',
  'ocds demo 7',
  'ocds-demo-~7E~',
  'ocds-demo.json',
  'ocds-demo.ics',
  '..',
  'ocds-湖滨路（一）',
  'ocds-demo-\\+"<>\'',
];

test('an ocid of any characters is one segment of an address, and comes back from it', () => {
  for (const ocid of OCIDS) {
    const path = recordPath(ocid);
    const segment = path.slice('/records/'.length);
    assert.doesNotMatch(decodeURIComponent(segment), /[/%?#\\ ]/, ocid);
    assert.equal(ocidIn(decodeURIComponent(segment)), ocid);
    for (const face of ['', '.json', '.ics', '.atom']) {
      const found = routeOf(path + face);
      assert.deepEqual([found?.route.path, found?.face ?? null], ['/records/[ocid]', face.slice(1) || null], path);
    }
  }
});

test('the address of an ordinary ocid is the ocid', () => {
  assert.equal(recordPath('gongshi-620500-land-0123456789ab'), '/records/gongshi-620500-land-0123456789ab');
});

test('an ocid that others wrote with percent signs leads to the same page', () => {
  for (const ocid of ['ocds-demo-150/001/CY', 'ocds-demo-50% #2', 'ocds-湖滨路'])
    for (const [before, behind] of [
      ['', ''],
      ['/en', '.json'],
      ['/hant', '.ics'],
      ['/en', '.atom'],
    ] as const)
      assert.equal(
        asRecordPath(`${before}/records/${encodeURIComponent(ocid)}${behind}`),
        before + recordPath(ocid) + behind,
      );
  assert.equal(asRecordPath('/notices/1%2F2'), '/notices/1%2F2');
});

test('a rule leads to its article on the page of its law', () => {
  assert.equal(lawPath('tendering-law', '第二十四条'), '/laws/tendering-law#第二十四条');
  assert.equal(lawPath('x', '第五十条；《政府采购法》第四十六条'), '/laws/x#第五十条');
  assert.equal(lawPath('x', ''), '/laws/x');
  assert.equal(lawPath(undefined, '第一条'), null);
});

test('every rule with a page of law has its article there', () => {
  for (const { id: register, periods, remedies } of registers)
    for (const { id, page, article } of [...(periods?.rules ?? []), ...(remedies?.ways ?? [])]) {
      const [first] = articlesIn(article);
      if (page === undefined || !first) continue;
      const law = readFileSync(`content/laws/${page}.md`, 'utf8');
      assert.match(law, new RegExp(`article: .*${first}`), `${register} ${id}: ${page} ${first}`);
    }
});
