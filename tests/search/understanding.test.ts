import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSum } from '../../src/search/sums.ts';
import { understand, type Understanding } from '../../src/search/understanding.ts';
import { parseInstant } from '../../src/values/date.ts';
import { EVERYDAY, everydayIn } from '../../src/values/everyday.ts';
import { fold } from '../../src/values/script.ts';
import { pairsTyped, soundsOf } from '../../src/values/sounds.ts';

const NOW = parseInstant('2026-11-23 08:00')!;
const read = (typed: string): Understanding => understand(typed, NOW)!;

test('a question leaves the words it is about, and the fact it asks for', () => {
  const asked: [string, string, Understanding['fact']][] = [
    ['谁中标了湖滨路改造', '湖滨路改造', 'supplier'],
    ['湖滨路改造中标单位是哪家', '湖滨路改造', 'supplier'],
    ['请问湖滨路改造花了多少钱？', '湖滨路改造', 'amount'],
    ['湖滨路改造什么时候开标', '湖滨路改造', 'opening'],
    ['湖滨路改造报名截止到什么时候', '湖滨路改造', 'deadline'],
    ['湖滨路改造的招标代理是谁', '湖滨路改造', 'agency'],
    ['湖滨路改造怎么报名', '湖滨路改造', 'how'],
    ['湖滨路改造谁中的标多少钱', '湖滨路改造', 'supplier'],
    ['谁买了2026-26号地', '2026-26号地', 'supplier'],
    ['湖滨路改造', '湖滨路改造', null],
  ];
  for (const [typed, words, fact] of asked) {
    const found = read(typed);
    assert.deepEqual([found.words, found.fact], [words, fact], typed);
  }
});

test('a month, a day and a year are days of publication; a month without a year is the last that has begun', () => {
  const spans: [string, string, string][] = [
    ['2026年3月 道路', '2026-03-01', '2026-03-31'],
    ['十月 道路', '2026-10-01', '2026-10-31'],
    ['12月份 道路', '2025-12-01', '2025-12-31'],
    ['2026.3.1 道路', '2026-03-01', '2026-03-01'],
    ['2024年2月 道路', '2024-02-01', '2024-02-29'],
    ['去年 道路', '2025-01-01', '2025-12-31'],
    ['上个月 道路', '2026-10-01', '2026-10-31'],
    ['2025 道路', '2025-01-01', '2025-12-31'],
  ];
  for (const [typed, from, to] of spans) {
    const { days, words } = read(typed);
    assert.deepEqual([days?.from, days?.to, words], [from, to, '道路'], typed);
  }
  for (const typed of ['2026-31号', '第3标段', '3个月', '2026年13月', 'GSZC2026GC0012'])
    assert.equal(read(typed).days?.from.slice(5) ?? null, typed === '2026年13月' ? '01-01' : null, typed);
});

test('a sum is near what was typed; who types every digit means them', () => {
  const near = (typed: string) => {
    const found = readSum(fold(typed));
    return found && [found.min, found.max].map((fen) => (fen === undefined ? null : fen / 1_000_000));
  };
  assert.deepEqual(near('480万'), [475.2, 484.8]);
  assert.deepEqual(near('四百八十万'), [475.2, 484.8]);
  assert.deepEqual(near('４８０万元'), [475.2, 484.8]);
  assert.deepEqual(near('482.4万元'), [482.1588, 482.6412]);
  assert.deepEqual(near('2,999,000'), [299.75005, 300.04995]);
  assert.deepEqual(near('500万以上'), [500, null]);
  assert.deepEqual(near('不超过3.2亿'), [null, 32_000]);
  for (const range of ['30万到50万', '30到50万', '30-50万元', '30万元至50万元之间'])
    assert.deepEqual(near(range), [30, 50], range);
  for (const typed of ['480', '2026', '10kv', '64排', '3年', '第5包', '第七工程局', '12万平方米'])
    assert.equal(near(typed), null, typed);
});

test('what is called of today or of this week was published then', () => {
  const days = (typed: string) => [read(typed).days?.from, read(typed).days?.to, read(typed).words];
  assert.deepEqual(days('今天的公告'), ['2026-11-23', '2026-11-23', '公告']);
  assert.deepEqual(days('上周发布的招标'), ['2026-11-16', '2026-11-22', '招标']);
  assert.deepEqual(days('最近中标 道路'), [undefined, undefined, '最近中标 道路']);
  assert.deepEqual(days('去年中标的'), ['2025-01-01', '2025-12-31', '中标']);
});

test('how far a record has come is a condition, but not in the name of a body or a notice', () => {
  const states: [string, string, string | undefined][] = [
    ['正在招标', '', 'open'],
    ['正在采购的项目', '', 'open'],
    ['未截止的招标', '招标', 'open'],
    ['还能报名的 道路', '道路', 'open'],
    ['7日内截止', '', 'soon'],
    ['即将截止的道路工程', '道路工程', 'soon'],
    ['本周截止的招标', '招标', 'soon'],
    ['下周截止', '', 'open'],
    ['道路 已截止', '道路', 'closed'],
    ['100万以上已成交', '', 'decided'],
    ['流标的项目', '', 'failed'],
    ['未成交 土地', '土地', 'failed'],
    ['已签合同 体育', '体育', 'contracted'],
    ['秦州区哪些项目正在招标', '', 'open'],
    ['政府采购中心', '政府采购中心', undefined],
    ['招标中标公告', '招标中标公告', undefined],
  ];
  for (const [typed, words, means] of states) {
    const found = read(typed);
    assert.deepEqual([found.words, found.state?.means], [words, means], typed);
  }
});

test('a division is a condition, but not in the name of a body', () => {
  assert.deepEqual(read('秦州区湖滨路').region?.codes, ['620502']);
  assert.deepEqual(read('甘肃省天水市麦积区 设备').region?.codes, ['620503']);
  assert.deepEqual(read('北道区 设备').region?.codes, ['620503']);
  assert.deepEqual(read('哪些项目在麦积区').words, '');
  assert.deepEqual([read('Qinzhou road').region?.codes, read('Qinzhou road').words], [['620502'], 'road']);
  for (const typed of ['秦州区教育局 设备', '天水市第一中学', '武汉市体育局'])
    assert.equal(read(typed).region, null, typed);
});

test('what is written in the signs of search means what it says', () => {
  for (const typed of ['"湖滨路"', '「湖滨路」', '道路 -480万', '单位:秦州区教育局', '编号：2026'])
    assert.equal(understand(typed, NOW), null, typed);
});

test('how words sound: by the word, and typed letters by every way to cut them', () => {
  assert.deepEqual(soundsOf('重庆 路').pairs, ['chong qing']);
  assert.deepEqual(soundsOf('湖滨路改造').initials, ['hbl', 'blg', 'lgz']);
  assert.deepEqual(pairsTyped('hubinlu'), [['hu bin', 'bin lu']]);
  assert.ok(pairsTyped('xianlu').some((pairs) => pairs.join() === 'xian lu'));
  for (const typed of ['led', 'ppp', 'gszc2026', 'x'.repeat(100)]) assert.deepEqual(pairsTyped(typed), [], typed);
});

test('what people say stands once, and means something else', () => {
  assert.equal(new Set(EVERYDAY.map(({ said }) => said)).size, EVERYDAY.length);
  for (const { said, means } of EVERYDAY) assert.ok(means.length > 0 && !means.includes(said), said);
});

test('what people say in English is called as notices call it, word by word', () => {
  assert.deepEqual(everydayIn('rural Roads')[0], { said: 'roads', means: ['道路', '公路'] });
  assert.deepEqual(everydayIn('broadband'), []);
});
