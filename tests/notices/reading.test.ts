import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asMarkdown } from '../../src/notices/import/printed/markdown.ts';
import { blocksOf } from '../../src/notices/import/printed/page.ts';
import type { Reading } from '../../src/notices/import/printed/printed.ts';
import { readPage } from '../../src/notices/import/printed/reading.ts';

/** What is read of a page, and its sums in yuan. */
const read = (text: string, title = '某项目公告'): Reading => readPage(blocksOf(text), title);
const yuan = (amount: Reading['budget']) =>
  amount === undefined ? undefined : amount.money.fen === null ? null : amount.money.fen / 100;
const winners = (text: string, title?: string) =>
  read(text, title).winners.map(({ lot, supplier, price }) => [lot, supplier.name, yuan(price)]);

test('facts stand behind labels, several on a line, with spaces inside words, in any numbering', () => {
  const page = read(
    [
      '一、采 购 人：某县教育局地址：某县城关镇某路1号联系方式：略',
      '2.1 项目编号：XJ-CG-2026-018；项目名称：课桌椅采购',
      '（3）预算金额（万元）：48.5，最高限价：480,000.00元',
      '第四章 联系方式',
      '1.采购代理机构信息（如有）',
      '名    称：甘肃某招标有限公司',
    ].join('\n'),
  );
  assert.deepEqual(
    [page.buyer, page.agency, page.codes, page.projectName],
    ['某县教育局', '甘肃某招标有限公司', ['XJ-CG-2026-018'], '课桌椅采购'],
  );
  assert.deepEqual([yuan(page.budget), yuan(page.ceiling)], [485_000, 480_000]);
});

test('a table whose cells stand a line each is read under its heads', () => {
  const gansu =
    '中标人信息\n标段号\n排序\n中标人名称\n联合体成员单位\n中标价(元)\n001\n第1名\n甘肃某建设工程有限公司\n无\n9330166.85000000';
  assert.deepEqual(winners(gansu), [['001', '甘肃某建设工程有限公司', 9_330_166.85]]);
  const packages =
    '包号\n预算金额(万元)\n最高限价(万元)\nA\n50.000000\n50.000000\nB\n50.000000\n50.000000\nC\n35.000000\n35.000000\n采购需求：\n见附件';
  assert.deepEqual(
    read(packages).lots.map(({ id, budget }) => [id, yuan(budget)]),
    [
      ['A', 500_000],
      ['B', 500_000],
      ['C', 350_000],
    ],
  );
});

test('an empty cell at the end of a row leaves no line, and the row is read all the same', () => {
  const text =
    '采购包1:\n供应商名称\n供应商地址\n中标（成交）金额\n评审价格\n某传媒有限公司\n某市某路87号\n447,500.00元\n合计（总价）：447500元\n四、主要标的信息';
  assert.deepEqual(winners(text), [['采购包1', '某传媒有限公司', 447_500]]);
});

test('tables of HTML are read by column, cells that span rows included, and by label beside value', () => {
  const text =
    '<div><table><tr><td>采购单位</td><td colspan="3">某乡人民政府</td></tr><tr><td>代理机构名称</td><td>某咨询有限公司</td></tr></table>' +
    '<p>中标结果：</p><table><tr><th>包号</th><th>供应商名称</th><th>中标金额（万元）</th></tr>' +
    '<tr><td rowspan="2">1</td><td>甲公司</td><td>56.98</td></tr><tr><td>乙公司</td><td>12</td></tr></table></div>';
  const page = read(text);
  assert.deepEqual([page.buyer, page.agency], ['某乡人民政府', '某咨询有限公司']);
  assert.deepEqual(winners(text), [
    ['1', '甲公司', 569_800],
    ['1', '乙公司', 120_000],
  ]);
});

test('candidates keep their rank and members; a price of several rates is no sum', () => {
  const ranked =
    '中标候选人名称\n质量\n工期\n投标报价（元）\n第一名\n甲建设公司\n质量要求：合格\n90日历天\n139584357.34\n第二名\n乙建设公司;丙设计院\n合格\n90日历天\n138710233.16\n说明';
  assert.deepEqual(
    read(ranked, '某项目中标候选人公示').candidates.map(({ rank, supplier, members, price }) => [
      rank,
      supplier.name,
      members?.length ?? 0,
      yuan(price),
    ]),
    [
      [1, '甲建设公司', 0, 139_584_357.34],
      [2, '乙建设公司', 1, 138_710_233.16],
    ],
  );
});

test('the standard tender document says its dates in sentences', () => {
  const page = read(
    [
      '1.招标条件',
      '招标人为某中学，建设资金来自财政。',
      '4.招标文件的获取',
      '凡有意参加投标者，请于',
      '2026-03-16 12:00 至 2026-03-22 23:59',
      '（北京时间，下同)，领取招标文件。',
      '5.投标文件的递交',
      '投标文件递交的截止时间（投标截止时间，下同）为',
      '2026-04-07 09:00',
      '，投标人应在截止时间前上传。',
    ].join('\n'),
  );
  assert.deepEqual(
    [page.bidDeadline, page.documentsFrom, page.documentsUntil],
    ['2026-04-07 09:00', '2026-03-16 12:00', '2026-03-22 23:59'],
  );
});

test('one heading over deadline and opening gives both, a deadline without an hour none', () => {
  const joint = read('四、提交投标文件截止时间、开标时间和地点\n2026年04月08日 09点30分 （北京时间）\n地点：某中心');
  assert.deepEqual([joint.bidDeadline, joint.openingAt], ['2026-04-08 09:30', '2026-04-08 09:30']);
  assert.equal(read('四、提交投标文件截止时间、开标时间和地点\n2026年04月08日').bidDeadline, undefined);
});

test('a publicity keeps the hours that are printed, but not those of every day', () => {
  const until = (line: string) => [read(line).publicityFrom, read(line).publicityUntil];
  assert.deepEqual(until('公示期：2026年3月1日09时00分至2026年3月4日17时00分'), [
    '2026-03-01 09:00',
    '2026-03-04 17:00',
  ]);
  assert.deepEqual(until('公示开始时间:\n2026-03-16 18:00\n公示结束时间:\n2026-03-19 18:00'), [
    '2026-03-16 18:00',
    '2026-03-19 18:00',
  ]);
  assert.deepEqual(until('公示时间：2026年3月1日至2026年3月4日'), ['2026-03-01', '2026-03-04']);
  assert.deepEqual(until('公示时间：2026-03-01至2026-03-04，每天9:00至12:00'), ['2026-03-01', '2026-03-04']);
  assert.equal(
    read('三、获取招标文件\n时间:2026-03-17至2026-03-23， 00:00-12:00-12:00-23:59\n地点：某网').documentsUntil,
    '2026-03-23',
  );
});

test('bids taken from one hour of a day to another are due at the last', () => {
  assert.equal(read('投标截止时间：2026年4月7日 08:30-09:00（北京时间）').bidDeadline, '2026-04-07 09:00');
  assert.equal(read('投标截止时间：2026年4月7日 09:00').bidDeadline, '2026-04-07 09:00');
  assert.equal(read('开标时间：2026年4月7日 09:00-11:00').openingAt, '2026-04-07 09:00');
});

test('an opening is told by its day alone only where no hour is found and nothing else stands beside', () => {
  assert.equal(read('开标时间：2026年3月9日').openingAt, '2026-03-09');
  assert.equal(read('开标时间：2026年3月9日\n9时30分').openingAt, '2026-03-09 09:30');
  assert.equal(read('开标时间：详见2026年3月1日的公告').openingAt, undefined);
});

test('a ceiling of several rates is kept as printed, without a sum; parts of a sum are no rates', () => {
  const printed = '施工部分为评审价的100%；勘察设计部分以国家收费标准的60%计取。（约9017.71万元）';
  const { money } = read(`招标控制价：${printed}`).ceiling!;
  assert.deepEqual([money.fen, money.basis, money.printed], [null, 'rate', printed]);
  assert.equal(read('最高限价：财政资金占60%，自筹占40%').ceiling, undefined);
});

test('the heads of a table of staff are nobody who won', () => {
  const staff = '中标候选人名称\n人员类别\n姓名\n职务\n职业资格证书或职称证书名称\n证书编号\n牵头人：某建设公司';
  assert.deepEqual(read(staff, '某项目中标候选人公示').candidates, []);
});

test('a failure is told by its words wherever they stand, and by package', () => {
  assert.match(read('鉴于以上原因，本次采购予以流标。特此说明。').failure!, /流标/);
  assert.match(read('二、项目终止的原因\n终止原因：供应商不足三家').failure!, /终止/);
  assert.equal(read('三、采购结果\n成交供应商：某有限公司\n成交金额：12万元').failure, undefined);
  const lots = read('三、采购结果\n采购包1:\n废标理由：有效供应商不足三家，本项目流标。\n四、其他').lots;
  assert.deepEqual(lots, [{ id: '采购包1', failed: '有效供应商不足三家，本项目流标。' }]);
});

test('who commissions, who acts for them and who signs is said in prose', () => {
  const land = read(
    '受某市自然资源局委托，某市国土资源交易中心以网上挂牌方式出让某矿区采矿权。\n矿区名称：某县某沟矿区\n资源矿种：石灰岩\n矿区面积:0.0267平方公里\n挂牌起始价:118.00万元(评估价的110%)\n竞买保证金:59.00万元',
  );
  assert.deepEqual([land.buyer, land.agency], ['某市自然资源局', '某市国土资源交易中心']);
  assert.deepEqual(
    land.objects.map(({ name, startPrice, deposit }) => [name, yuan(startPrice), yuan(deposit)]),
    [['某县某沟矿区', 1_180_000, 590_000]],
  );
  assert.equal(read('决定协议出让1宗土地。\n某县自然资源局\n2025年3月7日').publisher, '某县自然资源局');
});

test('words that differ from the digits make no sum, and a placeholder is no price', () => {
  const doubtful = read('成交供应商：某公司\n成交金额：¥120.00元（大写：壹佰贰拾万元整）').winners[0]!;
  assert.deepEqual([yuan(doubtful.price), doubtful.price?.remark?.code], [null, 'amountWords']);
  const placeholder = read('中标人名称：某公司\n中标价（元）：1').winners[0]!;
  assert.deepEqual([yuan(placeholder.price), placeholder.price?.remark?.code], [null, 'amountZero']);
});

test('a reason that is only pointed at is the sentence before', () => {
  const { failure } = read(
    '过程中出现如下情形：仅有一家响应单位按要求制作文件，无法评审。鉴于以上原因，本次采购予以流标。',
  );
  assert.equal(failure, '仅有一家响应单位按要求制作文件，无法评审');
});

test('whether a consortium may bid is read where all that is printed agrees', () => {
  assert.equal(read('本项目（是/否）接受联合体投标：\n否\n二、资格要求').consortium, false);
  assert.equal(read('7、本项目是否接受联合体投标：否\n（8）本次招标不接受联合体投标。').consortium, false);
  assert.equal(read('本项目（\n否\n）接受联合体投标。').consortium, false);
  assert.equal(read('是否接受联合体投标：\n是\n联合体要求：略').consortium, true);
  assert.equal(read('本项目（是/否）接受联合体投标:\n是\n否').consortium, undefined);
  assert.equal(read('采购包1：是否接受联合体：是\n采购包2：是否接受联合体：否').consortium, undefined);
  assert.equal(read('若为联合体投标时，由牵头人提供').consortium, undefined);
});

test('how long a notice stands and who watches over the tender is read from its sentences', () => {
  assert.equal(read('五、公告期限\n自本公告发布之日起\n5\n个工作日。').noticePeriod, '自本公告发布之日起5个工作日');
  assert.equal(read('招标公告期限为五个工作日').noticePeriod, '五个工作日');
  assert.equal(read('本招标项目的监督部门为某市住房和城乡建设局。').supervisor, '某市住房和城乡建设局');
  assert.equal(read('监督部门及联系方式：\n某区政务服务管理局（0871-66190297）').supervisor, '某区政务服务管理局');
  assert.equal(read('4、监督部门信息\n名称：某县财政局\n联系方式：0375-5057526').supervisor, '某县财政局');
  assert.equal(read('向有关行政监督部门投诉。行政监督部门：无').supervisor, undefined);
});

test('a credit code belongs to the name above it, with nobody else named between', () => {
  const table = '中标供应商名称\n中标供应商地址\n统一社会信用代码\n中标金额（元）\n';
  const [only] = read(`${table}北京信联云数据技术有限公司\n某路2号\n91110105MA01A4ER3E\n884500`).winners;
  assert.equal(only?.supplier.code, '91110105MA01A4ER3E');
  const [first] = read('中标供应商：甲有限公司\n中标金额：3万元\n甲有限公司\n乙有限公司\n91110105MA01A4ER3E').winners;
  assert.deepEqual([first?.supplier.name, first?.supplier.code], ['甲有限公司', undefined]);
});

test('a cell that spans several is written once, and one over all of a table is its name', () => {
  const text =
    '<div><p>概要</p><p>一</p><table><tr><td colspan="3">公告信息</td></tr><tr><td>采购单位</td><td colspan="2">某乡政府</td></tr>' +
    '<tr><td>地区</td><td>某省</td><td>某县</td></tr></table></div>';
  assert.equal(
    asMarkdown(blocksOf(text)).split('\n\n').slice(-2).join('\n'),
    ['公告信息', '|  |  |  |', '| --- | --- | --- |', '| 采购单位 | 某乡政府 |  |', '| 地区 | 某省 | 某县 |'].join(
      '\n',
    ),
  );
});

test('when the candidates were publicised is no period of the result', () => {
  const text = '中标结果公告\n成交候选人公示时间：2026年3月10日至2026年3月12日\n公示期：2026年3月16日至2026年3月18日';
  assert.equal(read(text, '某项目中标结果公告').publicityFrom, '2026-03-16');
  assert.equal(read(text.split('\n').slice(0, 2).join('\n'), '某项目中标结果公告').publicityFrom, undefined);
  assert.equal(
    read('中标候选人公示时间：2026年3月10日至2026年3月12日', '某项目中标候选人公示').publicityFrom,
    '2026-03-10',
  );
});
