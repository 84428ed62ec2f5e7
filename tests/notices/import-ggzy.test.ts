import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { ggzy } from '../../src/notices/import/ggzy/ggzy.ts';
import { platformKind, registerOfType } from '../../src/notices/import/platform-kind.ts';
import { sourceAddress, titleParts } from '../../src/notices/import/platform-notice.ts';
import { printedAmount } from '../../src/notices/import/printed/amount.ts';
import { asMarkdown } from '../../src/notices/import/printed/markdown.ts';
import { sectionInTitle } from '../../src/notices/import/printed/section.ts';
import { readableLines } from '../../src/notices/import/printed/text.ts';
import { shared, withoutShared } from './import-world.ts';

const kindOf = (type: string, title: string, text = '') => {
  const { register, kind, guessed } = platformKind(registerOfType(type)!, type, title, readableLines(text).slice(0, 2));
  return `${register.id} ${kind}${guessed ? '?' : ''}`;
};

test('what hides under another type is told by the title, then by the first lines of the text', () => {
  assert.equal(kindOf('0101', '湖滨路改造工程施工招标公告'), 'construction tender');
  assert.equal(kindOf('0101', '湖滨路改造工程终止公告'), 'construction termination');
  assert.equal(kindOf('0101', '湖滨路改造工程流标公告'), 'construction failure');
  assert.equal(kindOf('0104', '湖滨路改造工程（1标段）中标候选人公示'), 'construction candidate');
  assert.equal(kindOf('0104', '湖滨路改造工程中标结果更正公告'), 'construction correction');
  assert.equal(kindOf('0104', '湖滨路改造工程', '湖滨路改造工程评标结果公示'), 'construction candidate');
  assert.equal(kindOf('0101', '湖滨路改造工程', '招标文件修改、澄清（答疑）纪要（一）'), 'construction clarification');
  assert.equal(kindOf('0104', '湖滨路改造工程'), 'construction award?');
  assert.equal(kindOf('0105', '湖滨路改造工程-001-招标文件'), 'construction clarification');
  assert.equal(kindOf('0202', '课桌椅采购废标公告'), 'procurement failure');
  assert.equal(kindOf('0204', '课桌椅采购更正（澄清）公告（一）'), 'procurement correction');
  assert.equal(kindOf('0201', '课桌椅采购竞争性磋商公告'), 'procurement consultation');
  assert.equal(kindOf('0203', '课桌椅采购合同'), 'procurement contract');
  // Whatever stands in brackets behind it.
  assert.equal(kindOf('0202', '更衣柜系统项目废标公告[浙江某某工程咨询有限公司]'), 'procurement failure');
  assert.equal(kindOf('0202', '行为管理系统项目中止公告（2021-JL13(05)-F10014）'), 'procurement suspension');
  assert.equal(kindOf('0202', '电梯维保服务商选择项目流标说明'), 'procurement failure');
  // 变更 in the name of a project says nothing about the notice.
  assert.equal(kindOf('0101', '河道变更设计工程施工招标公告'), 'construction tender');
});

test('amounts are read as printed, and never guessed', () => {
  const fen = (text: string, label?: string) => printedAmount(text, label)?.money.fen;
  assert.equal(fen('480.000000（万元）'), 480_000_000);
  assert.equal(fen('1,436,000.00元'), 143_600_000);
  assert.equal(fen('140.000000', '预算金额(万元)'), 140_000_000);
  assert.equal(fen('报价：499200（元）'), 49_920_000);
  assert.equal(fen('1800000元（国库资金：1800000元；自筹资金：0元）'), 180_000_000);
  assert.deepEqual(printedAmount('0元 人民币')!.remark, { code: 'amountZero', found: '0元 人民币' });
  assert.deepEqual(printedAmount('179.3'), {
    money: { fen: null, currency: 'CNY', basis: 'total', printed: '179.3' },
    remark: { code: 'amountUnit', found: '179.3' },
  });
  assert.deepEqual([printedAmount('286.6元/工日')!.money.basis, fen('286.6元/工日')], ['per-unit', 28_660]);
  assert.deepEqual([printedAmount('费率 2.3%')!.money.basis, printedAmount('费率 2.3%')!.money.rate], ['rate', 2.3]);
  assert.equal(printedAmount('详见附件'), undefined);
});

test('sections are told from titles and codes', () => {
  assert.equal(sectionInTitle('体育设备采购项目二标段项目招标公告')?.id, '二标段');
  assert.equal(sectionInTitle('安全生产项目（第二包：综合监管）成交公告')?.id, '第二包');
  assert.equal(sectionInTitle('一标段、二标段招标公告'), undefined);
  assert.equal(sectionInTitle('背包采购公告'), undefined);
  assert.deepEqual(titleParts('综合住宿楼建设项目-E6205000608003668001001Z01-招标文件'), {
    code: 'E6205000608003668001',
    section: { id: '1' },
    name: '综合住宿楼建设项目',
  });
});

test('artefacts of the capture go, broken dates are whole again, and no mark of Markdown acts', () => {
  const lines = readableLines(
    "p{margin-top:0pt;}span.X1{font-family:'宋体';}？\n？\n递交截止\n：\n202\n6\n年\n3\n月\n20\n日\n9\n时\n00分\n<p>无</p>\nb8eff6d8-6931-4573-a24d-40b9022ea1a3\n1\n.采购人",
  );
  assert.deepEqual(lines, ['递交截止：2026年3月20日9时00分', '无', '1.采购人']);
  assert.equal(
    asMarkdown(['# 不是标题', '1. 不是列表', '*[x](y)* <b>'].map((line) => ({ line }))),
    '\\# 不是标题  \n1\\. 不是列表  \n\\*\\[x\\](y)\\* \\<b\\>',
  );
  assert.equal(sourceAddress('https://www.ggzy.gov.cn http://cx.example.org/a?id=1'), 'http://cx.example.org/a?id=1');
  assert.equal(
    sourceAddress('http://www.example.org/r.jspx?locationurl=http://www.example.org&infoid=e1b3'),
    'http://www.example.org/r.jspx?locationurl=http://www.example.org&infoid=e1b3',
  );
  assert.equal(sourceAddress('见附件'), undefined);
});

test('a stamp is no issuer, and two addresses in one are mended', { skip: withoutShared }, () => {
  const { items } = JSON.parse(readFileSync(shared('cn/ggzy-40.json'), 'utf8')) as { items: unknown[] };
  const notices = items.map(
    (item, index) => [...ggzy.objects!.items(item as Record<string, unknown>, index + 1, () => [])][0]!.notice,
  );
  assert.equal(notices[26]!.unit, undefined);
  assert.equal(notices[26]!.kind, 'clarification');
  assert.doesNotMatch(notices[26]!.body!, /margin|text-align/);
  assert.deepEqual(
    notices[36]!.attachments!.map(({ url }) => url?.startsWith('http://cx.ksggzy.com/')),
    [true, true, true, true],
  );
  assert.equal(notices[10]!.kind, 'consultation');
  assert.deepEqual([notices[38]!.section?.id, notices[39]!.section?.id], ['二标段', '一标段']);
  assert.deepEqual(notices[30]!.remarks, [{ code: 'amountUnit', found: '1800000' }]);
  assert.deepEqual([notices[11]!.region, notices[0]!.region], ['110112', '330521']);
  assert.deepEqual(notices[8]!.project!.otherCodes, ['兰财采字公开招-2026-12']);
});
