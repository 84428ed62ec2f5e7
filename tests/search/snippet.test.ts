import { strict as assert } from 'node:assert';
import { test } from 'node:test';
import { mark, snippet } from '../../src/search/snippet.ts';

const shown = (parts: { text: string; marked: boolean }[]) =>
  parts.map(({ text, marked }) => (marked ? `[${text}]` : text)).join('');

test('words are marked as they were published', () => {
  assert.equal(shown(mark('臺灣ＡＢＣ供應商名錄', ['供应商', 'abc'])), '臺灣[ＡＢＣ供應商]名錄');
  assert.equal(shown(mark('天水建〔2024〕28号', ['[2024]28号'])), '天水建〔[2024〕28号]');
  assert.equal(shown(mark('128号与28号', ['28号'])), '128号与[28号]');
});

test('overlapping words are marked once', () => {
  assert.equal(shown(mark('公开招标公告', ['招标', '标公告'])), '公开[招标公告]');
});

test('no word marks nothing, and every text comes back whole', () => {
  for (const words of [[], [''], ['！'], ['没有'], ['\ud800']]) {
    assert.equal(
      mark('<b>湖滨路</b> 𠮷\ud800', words)
        .map(({ text }) => text)
        .join(''),
      '<b>湖滨路</b> 𠮷\ud800',
    );
  }
  assert.deepEqual(mark('', ['字']), []);
});

test('the snippet stands where the words stand together', () => {
  const text = `${'工程概况。'.repeat(40)}\n湖滨路在别处。${'无关内容，'.repeat(40)}建设单位对湖滨路进行改造，\n含人行道。${'其余略。'.repeat(40)}`;
  const parts = snippet(text, ['湖滨路', '人行道'], 60);
  const line = shown(parts);
  assert.match(line, /^….*\[湖滨路\]进行改造， 含\[人行道\].*…$/);
  assert.ok(parts.map(({ text: piece }) => piece).join('').length <= 62);
});

test('without words the snippet is the beginning', () => {
  assert.equal(shown(snippet('  第一行\n第二行  ', [])), '第一行 第二行');
  assert.equal(shown(snippet('甲'.repeat(30), ['乙'], 10)), `${'甲'.repeat(10)}…`);
});

test('a snippet never ends within a character', () => {
  for (let width = 1; width < 12; width++) {
    for (const { text } of snippet('𠮷𠮷𠮷𠮷字𠮷𠮷𠮷𠮷', ['字'], width)) assert.ok(text.isWellFormed(), `${width}`);
  }
});
