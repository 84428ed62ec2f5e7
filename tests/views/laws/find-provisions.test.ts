import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findProvisions, inWords, type Law } from '../../../src/views/laws/find-provisions.ts';

const LAWS: Law[] = [
  {
    id: 'tendering-law',
    titles: ['招标投标法', 'Tendering and Bidding Law'],
    provisions: [
      {
        article: '第二十四条',
        requires: '自招标文件开始发出之日起至投标截止之日止，最短不得少于二十日。',
        verified: true,
      },
      { article: '第三十四条', requires: '开标在投标截止时间的同一时间公开进行。', verified: true },
    ],
  },
  {
    id: 'thresholds',
    titles: ['16号令'],
    provisions: [{ article: '规模标准', requires: '施工四百万元以上。', verified: false }],
  },
];
const found = (q: string) => findProvisions(LAWS, q).map(({ path }) => path);

test('a reader finds the provision that holds all of the words, at its article', () => {
  assert.deepEqual(found('招标文件 截止'), ['/laws/tendering-law#第二十四条']);
  assert.deepEqual(found('bidding 开标'), ['/laws/tendering-law#第三十四条']);
  assert.deepEqual(found('施工'), ['/laws/thresholds#规模标准']);
  assert.deepEqual(found('擦皮鞋'), []);
  assert.deepEqual(found('  '), []);
});

test('numbers in digits and traditional characters find what the law writes', () => {
  assert.deepEqual(found('20日'), ['/laws/tendering-law#第二十四条']);
  assert.deepEqual(found('開標'), ['/laws/tendering-law#第三十四条']);
  assert.deepEqual(['3', '10', '15', '20', '105', '400'].map(inWords), [
    '三',
    '十',
    '十五',
    '二十',
    '一百零五',
    '四百',
  ]);
});
