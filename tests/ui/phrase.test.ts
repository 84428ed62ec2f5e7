import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskedParts, phrases } from '../../src/ui/phrase.ts';

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

test('a place ends where it ends, and an ordinal, 自治县 and what is not named stay with their word', () => {
  for (const [text, ...expected] of [
    ['四川省乐山市峨边彝族自治县核桃坪', '四川省', '乐山市', '峨边彝族自治县'],
    ['贵港市港北区大圩镇人民政府', '贵港市', '港北区', '大圩镇'],
    ['天水市第一中学麦积校区', '天水市', '第一中学'],
    ['天水市某小学教学设备', '天水市', '某小学'],
  ] as const)
    for (const word of expected)
      assert.ok(
        phrases(text).some((piece) => piece.startsWith(word)),
        `${word} in ${phrases(text).join('|')}`,
      );
  assert.ok(!phrases('天水市级机关').includes('天水市'));
});

test('signs that stand for a name stay on one line with the word that says what it is', () => {
  assert.deepEqual(maskedParts('武山县××镇高标准'), [
    { text: '武山县', masked: false },
    { text: '××镇', masked: true },
    { text: '高标准', masked: false },
  ]);
  assert.deepEqual(maskedParts('湖滨路'), [{ text: '湖滨路', masked: false }]);
});

test('whatever is cut is whole again when it is read or copied', () => {
  for (const text of ['', 'A', '东区地块2026-31号国有建设用地使用权', 'Lakeside 路 (二期)', '（）'])
    assert.equal(phrases(text).join(''), text);
});

test('a heading of words that no dictionary holds is cut once, and leaves no single character over', () => {
  assert.deepEqual(phrases('村级道路养护资金结余未收回'), ['村级道路养护', '资金结余未收回']);
});

test('a hundred thousand signs that stand for a name are looked through once', () => {
  for (const text of ['×'.repeat(100_000), '某'.repeat(100_000)])
    assert.equal(
      maskedParts(text)
        .map((part) => part.text)
        .join(''),
      text,
    );
});
