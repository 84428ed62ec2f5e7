import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptGroups, keptHtml, keptParts } from '../../src/ui/kept.ts';

const keptIn = (text: string) => keptParts(text).flatMap((part) => (part.kept ? [part.text] : []));

test('days, sums and numbers of documents in a sentence stay on one line, codes and addresses do not', () => {
  assert.deepEqual(keptIn('公示期2026年11月27日至12月4日'), ['2026年11月27日', '12月4日']);
  assert.deepEqual(keptIn('起始价¥1,000.00元，截止2026-02-20 17:00。'), ['¥1,000.00元', '2026-02-20']);
  assert.deepEqual(keptIn('工作日9:00—12:00、13:30—17:00'), ['9:00—12:00', '13:30—17:00']);
  assert.deepEqual(keptIn('handed in on 18 June 2012'), ['18 June 2012']);
  assert.deepEqual(keptIn('电话0938-×××××××，0931-1234567'), ['0938-×××××××', '0931-1234567']);
  assert.deepEqual(keptIn('依据《民法典》；财税〔2014〕77号，每件0.8元/立方米'), ['财税〔2014〕77号', '0.8元/立方米']);
  assert.deepEqual(keptIn('bj-2026-0008，××-620503-84-01-11'), []);
});

test('in a difference a sum and a day stay on one line, however little of them is marked', () => {
  const difference = (...texts: [text: string, change?: 'removed' | 'added'][]) =>
    texts.map(([text, change]) => ({ text, change: change ?? ('same' as const) }));
  const keptOf = (parts: ReturnType<typeof difference>) =>
    keptGroups(parts).flatMap(({ parts: group, kept }) => (kept ? [group.map(({ text }) => text).join('|')] : []));
  const sum = difference(
    ['中标价7,'],
    ['258', 'removed'],
    ['285', 'added'],
    [',000.00元；落款2026年10月'],
    ['26', 'removed'],
    ['28', 'added'],
    ['日'],
  );
  assert.deepEqual(keptOf(sum), ['7,|258|285|,000.00元', '2026年10月|26|28|日']);
  assert.deepEqual(keptOf(difference(['标段'], ['一', 'removed'], ['二', 'added'])), []);
  assert.deepEqual(keptOf(difference(['2026年'], ['甲'.repeat(300), 'removed'], ['11月2日', 'added'])), []);
  for (const parts of [sum, difference(['7,285元', 'added']), difference(['', 'removed'])])
    for (const change of ['removed', 'added'] as const) {
      const textOf = (all: typeof parts) =>
        all
          .filter((part) => part.change !== change)
          .map(({ text }) => text)
          .join('');
      assert.equal(textOf(keptGroups(parts).flatMap((group) => group.parts)), textOf(parts));
    }
});

test('the text of a sentence is the same after it was divided', () => {
  for (const text of ['', '2026-11-27', '由6,214,000.00元改为20万元。', 'a < b'])
    assert.equal(
      keptParts(text)
        .map((part) => part.text)
        .join(''),
      text,
    );
});

test('a megabyte of digits and commas is gone through once, from whatever place it is looked at', () => {
  for (const run of ['1', '1,', '1,,', '1.', ',', '财', '财〔', '〔2014'])
    for (const end of ['万', 'x元', '.5亿']) assert.deepEqual(keptIn(run.repeat(1_000_000 / run.length) + end), []);
});

test('attributes of a tag are not touched', () => {
  assert.equal(
    keptHtml('<td data-label="2026-11-27">2026-11-27</td>'),
    '<td data-label="2026-11-27"><span class="kept">2026-11-27</span></td>',
  );
});
