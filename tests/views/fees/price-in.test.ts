import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceIn } from '../../../src/views/fees/price-in.ts';

test('a price of the catalogue is told to readers of English in their words, to others as the catalogue has it', () => {
  const told = {
    '20元/证': 'CNY 20 per certificate',
    '50—300元/件': 'CNY 50 to 300 per case',
    '100元/副等4档': 'CNY 100 per pair, 4 rates in all',
    '不超过2.5%': 'at most 2.5%',
    不超过800元: 'at most CNY 800',
    '1.7元/立方米': 'CNY 1.7 per cubic metre',
    '3元/没有译名的单位': 'CNY 3 per 没有译名的单位',
    '3元/constructor': 'CNY 3 per constructor',
    按省定标准: 'as set by the province',
    见文件: 'see the document',
    不收: 'not charged',
  };
  for (const [price, english] of Object.entries(told)) {
    assert.equal(priceIn(price, 'en'), english);
    assert.equal(priceIn(price, 'zh'), price);
  }
});
