import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskName, namesPersonsOnly, personsIn } from '../../src/values/person-names.ts';

/** How a holder is written, and the persons that stand in it. */
const PERSONS: [text: string, ...persons: string[]][] = [
  ['张三丰', '张三丰'],
  ['王伟', '王伟'],
  ['欧阳小燕', '欧阳小燕'],
  ['諸葛大同', '諸葛大同'],
  ['張三豐', '張三豐'],
  ['王大明、李小红', '王大明', '李小红'],
  ['王大明，李小红', '王大明', '李小红'],
  ['王大明,李小红', '王大明', '李小红'],
  ['王大明;李小红；赵四', '王大明', '李小红', '赵四'],
  ['王大明/李小红', '王大明', '李小红'],
  ['王大明和李小红', '王大明', '李小红'],
  ['王大明与李小红', '王大明', '李小红'],
  ['王大明及李小红', '王大明', '李小红'],
  ['王大明、李小红和赵小平', '王大明', '李小红', '赵小平'],
  ['张和平', '张和平'],
  ['张和平和李和', '张和平', '李和'],
  ['王大明等3人', '王大明'],
  ['王大明、李小红等三人', '王大明', '李小红'],
  ['王大明等', '王大明'],
  ['王大明 等5户', '王大明'],
  ['王大明（户主）', '王大明'],
  ['王大明(户主)、李小红（配偶）', '王大明', '李小红'],
  ['户主：王大明', '王大明'],
  ['自然人王大明', '王大明'],
  ['王大明先生', '王大明'],
  ['王大明夫妇', '王大明'],
  ['王 大 明', '王大明'],
  ['王　明', '王明'],
  ['王大明 李小红', '王大明', '李小红'],
  ['阿依古丽·买买提', '阿依古丽·买买提'],
  ['阿依古丽•买买提、王大明', '阿依古丽•买买提', '王大明'],
  ['扎西多吉', '扎西多吉'],
  ['卓玛才让', '卓玛才让'],
  ['张杨果果', '张杨果果'],
  ['王建设', '王建设'],
  ['张城', '张城'],
  ['李会', '李会'],
  ['John Smith', 'John Smith'],
  ["Mary-Ann O'Neil", "Mary-Ann O'Neil"],
  ['ZHANG San', 'ZHANG San'],
  ['王大明、天水某建设有限公司', '王大明'],
  ['王大明与天水湖滨建设有限公司', '王大明'],
  ['王某、李小红', '李小红'],
  ['甲丙丁', '甲丙丁'],
];

const NONE = [
  '王*明',
  '王**、李**',
  '王某',
  '王某某',
  '某某某',
  '某某某、某某某',
  '王××',
  '天水湖滨建设有限公司',
  '市住建局',
  '区医院',
  '王家湾小学',
  '马家沟村',
  '李家庄村委会',
  '李家庄村民委员会',
  '兴农合作社',
  '大明经营部',
  '王大明建材经营部',
  '机床厂',
  '张三丰小吃店',
  '老王烧烤',
  '张记面皮',
  '王记面馆',
  '秦州区人民政府',
  '服务中心',
  '会展中心',
  '农商银行',
  '市商会',
  '石油公司',
  '中国石化',
  '国家电网',
  '永和豆浆',
  '李强和谐置业有限公司',
  '华和医院',
  '天水公路段第一工区',
  '第三中学',
  '东方红农场',
  '高新区管委会',
  '温州商会',
  'Lakeside Construction Co., Ltd.',
  'Ministry of Works',
  'Smith & Sons',
  'National Power Grid',
  'Siemens',
  '国网',
  '中石化',
  '宏达和利达',
  '宏达 利达商贸',
];

test('a natural person is told however the name is written', () => {
  for (const [text, ...persons] of PERSONS) assert.deepEqual(personsIn(text), persons, text);
});

test('an organisation is no person, and what is masked needs no mask', () => {
  for (const text of NONE) assert.deepEqual(personsIn(text), [], text);
});

test('who is said to be a person is one, whatever the name looks like', () => {
  assert.deepEqual(personsIn('天一', true), ['天一']);
  assert.deepEqual(personsIn('天一、市住建局', true), ['天一']);
});

test('holders that are all persons are persons, masked or not', () => {
  assert.ok(namesPersonsOnly('王大明、李小红'));
  assert.ok(namesPersonsOnly('某某某、某某某'));
  assert.ok(!namesPersonsOnly('王大明、天水湖滨建设有限公司'));
  assert.ok(!namesPersonsOnly('天水某建设有限公司'));
});

test('a mask keeps the first character, the spaces between words, and what is masked', () => {
  const masks = { 张三丰: '张**', '王 大 明': '王**', 'John Smith': 'J*** *****', '王*明': '王*明', 某某某: '某某某' };
  for (const [name, masked] of Object.entries(masks)) assert.equal(maskName(name), masked);
});
