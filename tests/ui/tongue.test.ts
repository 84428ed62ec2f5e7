import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pieces } from '../../src/ui/tongue.ts';

const chineseIn = (text: string) =>
  pieces(text)
    .filter(({ chinese }) => chinese)
    .map(({ text: piece }) => piece);

test('what is Chinese in an English text is found, with the figures and signs within it', () => {
  assert.deepEqual(chineseIn('Nothing was found for “500万以上 10月 医院”.'), ['500万以上', '10月', '医院']);
  assert.deepEqual(chineseIn('教育 · Allocation'), ['教育']);
  assert.deepEqual(chineseIn(': 秦安县××水库除险加固工程监理'), ['秦安县××水库除险加固工程监理']);
  assert.deepEqual(chineseIn('Demo data (演示数据)'), ['演示数据']);
  assert.deepEqual(chineseIn('2 days left, 40 years'), []);
});

test('no character is lost where the language changes', () => {
  for (const text of ['', 'road', '道路', 'today: 市自然资源局 (to be verified)', '（EPC）一标段', '3 of 5：××'])
    assert.equal(
      pieces(text)
        .map((piece) => piece.text)
        .join(''),
      text,
    );
});

test('a megabyte of figures or signs is cut to its end', () => {
  for (const sign of ['1', '×', '（', '“', '1“', '甲'])
    assert.equal(
      pieces(sign.repeat(1_000_000 / sign.length))
        .map(({ text }) => text)
        .join('').length,
      1_000_000,
    );
});
