import assert from 'node:assert/strict';
import { test } from 'node:test';
import { phrases } from '../../src/ui/phrase.ts';

test('a heading may break between words, and not within one', () => {
  const pieces = phrases('五河县2017年城关镇农村道路畅通工程30户泥水路（崇南村贫困村一般债券项目）施工');
  assert.ok(pieces.some((piece) => piece.endsWith('农村')) && pieces.some((piece) => piece.startsWith('道路')));
  for (const word of ['五河县', '30户', '2017年'])
    assert.ok(
      pieces.some((piece) => piece.includes(word)),
      word,
    );
  assert.ok(!phrases('某战河南省工程').some((piece) => piece.endsWith('战河')));
  assert.ok(phrases('儿童影剧院装修').some((piece) => piece.includes('影剧院')));
});

test('whatever is cut is whole again when it is read or copied', () => {
  for (const text of ['', 'A', '东区地块2026-31号国有建设用地使用权', 'Lakeside 路 (二期)', '（）'])
    assert.equal(phrases(text).join(''), text);
});
