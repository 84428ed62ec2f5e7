import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRegion, regionName, regionOf } from '../../src/values/region.ts';
import { fold, matchKey } from '../../src/values/script.ts';

test('traditional, full-width and upper-case text fold together', () => {
  assert.equal(fold('招標公告'), '招标公告');
  assert.equal(fold('ＳＺＣＧ２０２４'), 'szcg2024');
  assert.equal(fold('臺北髮廊裏面①'), '台北发廊里面1');
});

test('a radical that a PDF gives for a character is that character', () => {
  assert.equal(fold('⽔利⼯程'), '水利工程');
  assert.equal(fold('⻓江⻔⻋⻅⺠⻰'), '长江门车见民龙');
});

test('folding keeps every offset', () => {
  for (const text of ['㎡〔2024〕28號', '𠮷野家', 'ﬁne ½', '\ud800孤'])
    assert.equal(fold(text).length, text.length, text);
});

test('a document number is the same in any brackets', () => {
  for (const text of ['〔2024〕28号', '[2024]28號', '（２０２４）28号', '【2024】 28号'])
    assert.equal(matchKey(text), '202428号', text);
});

test('divisions are known by code, by name and by the name they had', () => {
  assert.equal(findRegion('620502')?.name, '秦州区');
  assert.equal(regionOf('北道区'), '620503');
  assert.equal(regionOf('张家川县'), '620525');
  assert.equal(regionOf('某某区'), null);
  assert.equal(regionName('620525'), '张家川县');
  assert.equal(regionName('999999'), '999999');
});
