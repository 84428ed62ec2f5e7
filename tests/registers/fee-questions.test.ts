import assert from 'node:assert/strict';
import { test } from 'node:test';
import { feeStories } from '../../db/seeds/demo/fees.ts';
import { calendar } from '../../db/seeds/demo/world.ts';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { publishBatch } from '../../src/notices/publish.ts';
import { readQuestion } from '../../src/registers/fees/question.ts';
import { checkPage, readCheckParameters } from '../../src/views/fees/check-page.ts';
import { portalOver } from '../views/world.ts';

/** What citizens ask in one box, over the catalogue of the demo: nothing in it is verified. */
const NOW = Date.parse('2026-11-24T04:00:00Z');
const portal = portalWith(feeStories(calendar(NOW)).flat());
const VERIFIED = portalWith(
  feeStories(calendar(NOW))
    .flat()
    .map((notice) =>
      notice.kind === 'reduction' ? notice : { ...notice, fields: { ...notice.fields, verifiedOn: '2026-11-01' } },
    ),
);

function portalWith(notices: ReturnType<typeof feeStories>[number]) {
  const database = new Database(':memory:');
  migrate(database);
  const outcomes = publishBatch(
    database,
    notices.map((input) => ({ input, at: input.id })),
    { actor: 'test', now: NOW },
  );
  assert.deepEqual(
    outcomes.filter(({ status }) => status !== 'published'),
    [],
  );
  return portalOver(database, NOW);
}

const ask = (q: string, more: Record<string, string> = {}, over = portal) =>
  checkPage(over, readCheckParameters(new URLSearchParams({ q, ...more })), 'zh');

/** Outcome, item (or those to choose from), line, sum paid, base, sum due. */
const questions: [q: string, answer: string][] = [
  // Spoken sums.
  ['取护照花了一百二', 'right|因私普通护照||120||120.00元'],
  ['護照費用壹佰陸拾元整', 'high|因私普通护照||160||120.00元'],
  ['护照１２０', 'right|因私普通护照||120||120.00元'],
  ['收我10各驾驶证', 'right|机动车行驶证、登记证、驾驶证工本费||10||10.00元'],
  ['换行驶证十五块', 'high|机动车行驶证、登记证、驾驶证工本费||15||10.00元'],
  ['自来水一方两块八毛五', 'family|||2.85||'],
  ['电费一度5毛1', 'family|||0.51||'],
  ['车辆购置税1万2', 'family|||12,000||'],
  ['供暖费2.6千', 'family|||2,600||'],
  // Actions and quantities.
  ['我爸身份证掉了重新办花四十', 'right|居民身份证工本费|丢失补领、损坏换领|40||40.00元'],
  ['身份证摔坏了换了一张20', 'low|居民身份证工本费|丢失补领、损坏换领|20||40.00元'],
  ['身份证到期换证交了20元', 'right|居民身份证工本费|换领|20||20.00元'],
  ['小孩头一次办身份证15元', 'notCharged|首次申领居民身份证工本费||15||0.00元'],
  ['身份证30', 'undecided|居民身份证工本费||30||'],
  ['全家三本护照360元', 'right|因私普通护照||360||360.00元'],
  ['两个人办港澳通行证120', 'right|往来港澳通行证||120||120.00元'],
  ['补身份证收了40', 'right|居民身份证工本费|丢失补领、损坏换领|40||40.00元'],
  ['写字楼登记550元', 'right|不动产登记费|非住宅|550||550.00元'],
  ['储藏间不动产登记收了550', 'high|不动产登记费|车位、车库、储藏间|550||80.00元'],
  ['更正登记收了80', 'high|不动产登记费|异议登记、更正登记、姓名变更|80||40.00元'],
  ['预告登记80', 'notCharged|不动产登记费|查封登记、注销登记、预告登记|80||0.00元'],
  ['廉租房登记80元', 'notCharged|不动产登记费|公租房、廉租房、经济适用房、保障性住房、安置房|80||0.00元'],
  ['临时车牌收10块', 'high|机动车号牌工本费|临时号牌|10||5.00元'],
  ['小微企业不动产登记收了550', 'notCharged|不动产登记费||550||0.00元'],
  // Several sums, and tables.
  ['人家欠我8万，打官司法院收了1800', 'right|诉讼费|超过1万元至10万元的部分|1,800|80,000|1,800.00元'],
  ['标的30万元，受理费5800元', 'right|诉讼费|超过20万元至50万元的部分|5,800|300,000|5,800.00元'],
  ['起诉6000元交了50元诉讼费', 'right|诉讼费|不超过1万元的|50|6,000|50.00元'],
  ['案件受理费1800', 'undecided|诉讼费||1,800||'],
  ['我欠银行20万被起诉，诉讼费4300', 'right|诉讼费|超过10万元至20万元的部分|4,300|200,000|4,300.00元'],
  ['申请执行20万收了2900', 'right|申请执行费|超过1万元至50万元的部分|2,900|200,000|2,900.00元'],
  ['财产保全2000万收5000元', 'right|申请保全费|超过10万元的部分|5,000|20,000,000|5,000.00元'],
  ['应收120，办护照收了150', 'high|因私普通护照||150||120.00元'],
  // A range that is no matter of the city's lower bound.
  ['离婚案件受理费200', 'right|诉讼费|离婚案件|200||'],
  ['离婚官司收了900', 'undecided|诉讼费|离婚案件|900||'],
  ['离婚收200', 'which|婚姻登记费 诉讼费||200||'],
  // Holding the name of an item is not being it.
  ['小区物业费一平米2块', 'family|||2||'],
  ['住宅维修资金9000', 'family|||9,000||'],
  ['护照照片20元', 'family|||20||'],
  ['结婚登记请律师1000', 'family|||1,000||'],
  ['驾照考试300', 'undecided|机动车驾驶许可考试费||300||'],
  ['身份证加急费80', 'which|居民身份证工本费||80||'],
  ['不动产登记簿查询30', 'which|不动产登记费||30||'],
  ['护照120，拍照30', 'which|因私普通护照||120||'],
  ['营业执照代办300', 'family|||300||'],
  ['离婚咨询律师200', 'family|||200||'],
  // Other families, and what is in none.
  ['闯红灯罚款200', 'unlisted|||200||'],
  ['医保交了380', 'family|||380||'],
  ['房租押金2000', 'family|||2,000||'],
  ['投标保证金3万', 'family|||30,000||'],
  ['印花税5元', 'family|||5||'],
  ['审车费180', 'family|||180||'],
  ['遗体火化费600', 'family|殡葬基本服务收费||600||'],
  ['燃气安装费2800', 'family|||2,800||'],
  ['自来水开户费500', 'notCharged|水电气暖初装费||500||0.00元'],
  ['个体户营业执照20', 'notCharged|企业和个体工商户注册登记费||20||0.00元'],
  ['劳动争议仲裁收50', 'notCharged|劳动争议仲裁费||50||0.00元'],
  ['暂住证15元', 'unlisted|||15||'],
  ['窗口政策咨询收20', 'free|||20||'],
  ['擦皮鞋十块', 'unlisted|||10||'],
];

for (const [q, answer] of questions)
  test(`a citizen asks: ${q}`, () => {
    const page = ask(q);
    const due = page.sums.find(({ label }) => label === '应收')?.text ?? '';
    assert.doesNotMatch(JSON.stringify(page), /\{[a-z]+\}/);
    // Nothing in this catalogue is verified: nobody is told to refuse.
    assert.doesNotMatch(`${page.word}${page.rest}${page.advice?.lead}${page.advice?.text}`, /偏高|多收|可以拒绝/);
    assert.equal(
      [
        page.outcome,
        page.item?.name ?? page.nearest.map(({ name }) => name).join(' '),
        page.line?.name.split('·').at(-1) ?? '',
        page.asked.paidYuan ?? '',
        page.asked.baseYuan ?? '',
        due,
      ].join('|'),
      answer,
    );
  });

test('too much and may-refuse are said of a verified standard only', () => {
  const unsure = ask('办护照收了160');
  assert.equal(`${unsure.word}${unsure.rest}`, '高于目录记载，差40元（待核）');
  assert.match(unsure.advice!.lead, /^目录记载为120元（待核），请先问/);
  assert.doesNotMatch(JSON.stringify([unsure.word, unsure.sums, unsure.advice]), /多收|可以拒绝/);
  const sure = ask('办护照收了160', {}, VERIFIED);
  assert.equal(`${sure.word}${sure.rest}`, '偏高，多收40元');
  assert.match(sure.advice!.lead, /多出的40元可以拒绝/);
  assert.doesNotMatch(sure.hints.map(({ text }) => text).join(), /没有与现行目录核对/);

  const ended = ask('结婚登记收9元');
  assert.equal(`${ended.word}${ended.rest}`, '目录记载不收，2017年4月1日起已取消（待核）');
  assert.match(ended.advice!.lead, /财税〔2017〕20号[^]*请先问/);
  assert.match(ask('结婚登记收9元', {}, VERIFIED).advice!.lead, /^可以拒绝/);
});

test('while the line or the base is not told, no line is called too much', () => {
  for (const q of ['诉讼费2300元', '不动产登记 300元', '身份证100']) {
    const { byLine, outcome } = ask(q, {}, VERIFIED);
    assert.equal(outcome, 'undecided');
    assert.ok(byLine.length > 1);
    assert.doesNotMatch(byLine.map(({ word }) => word).join(), /偏高|不该收/);
  }
  assert.equal(ask('诉讼费2300元').base, '标的额');
  assert.match(ask('诉讼费2300元').byLine[0]!.path, /kind=1\.1/);
  assert.equal(ask('诉讼费2300元', { base: '100000' }).outcome, 'right');
});

test('one click chooses the item, and the answer is the same by q, by fee, by item and paid', () => {
  const which = ask('不动产登记簿查询30');
  assert.match(which.why!, /没有看懂“[^”]*查询”/);
  assert.match(which.nearest[0]!.path, /item=zr-01/);
  const told = (page: ReturnType<typeof ask>) => [page.outcome, page.word, page.rest, page.sums];
  const byQuestion = told(ask('办护照收了160'));
  for (const query of [
    'fee=办护照收了160',
    'item=ga-05&paid=160',
    'q=护照&paid=160元',
    'q=护照&item=ga-05&paid=一百六',
  ])
    assert.deepEqual(told(checkPage(portal, readCheckParameters(new URLSearchParams(query)), 'zh')), byQuestion);
});

test('what was told and not used is said, and what is not found says what that means', () => {
  assert.match(
    ask('应收120，办护照收了150')
      .hints.map(({ text }) => text)
      .join(),
    /还写了120元，没有用来判断/,
  );
  assert.match(ask('擦皮鞋10元').why!, /不等于不能收，也不等于能收[^]*认定/);
  assert.deepEqual(ask('暂住证15元').nearest, []);
});

test('a charge is told in English too, and other words in letters keep their spaces', () => {
  assert.deepEqual([readQuestion('passport fee 120').words, readQuestion('passport fee 120').paid], ['护照', 12_000]);
  const registration = readQuestion('property registration 80 yuan');
  assert.deepEqual([registration.words, registration.paid], ['不动产登记', 8_000]);
  assert.equal(readQuestion('shoe polish 10元').words, 'shoe polish');
  assert.equal(readQuestion('不动产 登记 80元').words, '不动产登记');
});

test('a sum that fits none of several kinds is said to, unless a copy or two more explain it', () => {
  assert.equal(ask('不动产登记 300元').word, '和哪一种都对不上');
  assert.match(ask('不动产登记 300元').why!, /可能是几样、几件加在一起/);
  for (const question of ['不动产登记 100元', '不动产登记 80元', '不动产登记'])
    assert.equal(ask(question).word, '要看是哪一种', question);
});
