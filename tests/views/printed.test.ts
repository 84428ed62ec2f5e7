import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES, labels, language } from '../../src/locales/labels.ts';
import { registers } from '../../src/registers/registers.ts';
import { printedIn, printedSum } from '../../src/views/printed.ts';
import { choiceLabel, registerLabels } from '../../src/views/words.ts';

test('what a notice printed in Chinese units has the same figure behind it for those who read English', () => {
  assert.equal(printedIn('24万元/亩', 'en'), '24万元/亩 (CNY 240,000.00 per mu)');
  assert.equal(printedIn('费率1.85%', 'en'), '费率1.85% (rate 1.85%)');
  assert.equal(printedIn('18个月', 'en'), '18个月 (18 months)');
  assert.equal(printedIn('120日历天', 'en'), '120日历天 (120 calendar days)');
});

test('dates, names and what is no quantity stay as they are, and Chinese pages show what was printed', () => {
  for (const text of ['2026年', '12月', '天水某路桥工程有限公司', 'GB/T 2260'])
    assert.equal(printedIn(text, 'en'), text);
  for (const locale of LOCALES)
    if (language(locale) === 'zh') assert.equal(printedIn('24万元/亩', locale), '24万元/亩');
});

test('a figure without a unit says so in the place of a sum, and nowhere else: it may be a code or a telephone', () => {
  assert.equal(printedSum('1800000', 'zh'), '1800000（原文没有写单位）');
  assert.equal(printedSum('费率1.85%', 'zh'), '费率1.85%');
  assert.equal(printedSum('24万元/亩', 'en'), '24万元/亩 (CNY 240,000.00 per mu)');
  for (const locale of LOCALES) assert.equal(printedIn('09388213456', locale), '09388213456');
});

test('under the title of a record no word is said twice: the section and what is bought have different names', () => {
  for (const locale of LOCALES)
    for (const register of registers)
      for (const { list } of register.facets)
        for (const code of Object.keys(registerLabels(register, locale).choices[list ?? ''] ?? {}))
          assert.notEqual(choiceLabel(register, list, code, locale), registerLabels(register, locale).name);
});

test('readers are told of sections of the site, and of the week before and after', () => {
  const said = (what: unknown) => JSON.stringify(what);
  const { home, pages, list, search, clock } = labels('zh');
  assert.doesNotMatch(said({ home, pages, list, search, clock }), /登记簿|前一段|后一段/);
});
