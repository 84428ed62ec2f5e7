import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LONGEST_DRAFT } from '../../src/notices/drafts/write.ts';
import { parseNotice } from '../../src/notices/parse.ts';
import { inputOf, withoutRow, type DraftInput } from '../../src/office/form/input.ts';
import type { FormField } from '../../src/office/form/field.ts';
import { arranged } from '../../src/office/form/arrange.ts';
import { formOf } from '../../src/office/form/model.ts';
import type { Locale } from '../../src/locales/labels.ts';
import { findRegister, registers } from '../../src/registers/registers.ts';
import type { Refusal } from '../../src/values/result.ts';

const land = findRegister('land')!;
const grant = land.kinds['grant']!;

function typed(values: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

const filled = {
  title: '2026-32号宗地出让公告',
  'project.name': '2026-32号宗地',
  'project.code': 'TS-TD-2026-032',
  region: '620502',
  'fields.grantor.name': '天水市某自然资源局',
  'fields.grantor.address': '秦州区某路1号',
  'fields.method': 'listing',
  'fields.documentsFrom': '2026-11-30T09:00',
  'fields.listingFrom': '2026-12-22T09:00',
  'fields.listingUntil': '2027-01-05T10:00',
  'fields.parcels.0.parcel': '2026-32号',
  'fields.parcels.0.location': '麦积区××工业园',
  'fields.parcels.0.area': '1.3337',
  'fields.parcels.0.use': '工业',
  'fields.parcels.0.boundary': '见附图',
  'fields.parcels.0.extent': '见出让文件',
  'fields.parcels.0.presentState': '净地',
  'fields.parcels.0.term': '50',
  'fields.parcels.0.plotRatio': '≥1.0',
  'fields.parcels.0.deposit': '240万元',
  'fields.parcels.0.startingPrice': '24万元/亩',
  'fields.bidderScope': '法人和其他组织',
  'fields.documentsHow': '网上下载',
  'fields.applicationDeadline': '2026-12-20T17:00',
  'fields.salePlace': '网上交易系统',
  'fields.awardRule': '价高者得',
  body: '全文\r\n第二行',
};

function fieldsIn(
  input: DraftInput,
  refusals: Refusal[] = [],
  rows: Record<string, number> = {},
): Map<string, FormField> {
  const all = new Map<string, FormField>();
  const visit = (fields: readonly FormField[]) => {
    for (const field of fields) {
      all.set(field.path, field);
      visit([...(field.members ?? []), ...(field.rows ?? []).flatMap((row) => row.fields)]);
    }
  };
  visit(
    formOf({ register: land, kind: grant, input, refusals, rows, locale: 'zh' }).sections.flatMap(
      ({ fields }) => fields,
    ),
  );
  return all;
}

test('what is typed into a form is a notice that the door accepts', () => {
  const input = inputOf(typed(filled), grant);
  const parsed = parseNotice({
    id: 'draft',
    register: 'land',
    kind: 'grant',
    publishedAt: '2026-11-24 09:00',
    ...input,
  });
  assert.deepEqual(parsed.ok ? [] : parsed.refusals, []);
});

test('the form shows again what was typed, word for word', () => {
  const fields = fieldsIn(inputOf(typed(filled), grant));
  for (const [path, value] of Object.entries(filled))
    assert.equal(fields.get(path)!.value, value.replace('\r\n', '\n'), path);
});

test('what is left blank is not there, and a blank row is no row', () => {
  const input = inputOf(
    typed({ title: ' ', 'fields.parcels.0.parcel': '', 'fields.parcels.1.parcel': '2026-33号', 'fields.contact': '' }),
    grant,
  );
  assert.deepEqual(input, { fields: { parcels: [{ parcel: '2026-33号' }] } });
});

test('a required list begins with one empty row, and gets another when asked', () => {
  assert.equal(fieldsIn({}).get('fields.parcels')!.rows!.length, 1);
  assert.equal(
    fieldsIn(inputOf(typed(filled), grant), [], { 'fields.parcels': 2 }).get('fields.parcels')!.rows!.length,
    2,
  );
});

test('a row is taken out without touching the others', () => {
  const input = inputOf(
    typed({ 'fields.parcels.0.parcel': '甲', 'fields.parcels.1.parcel': '乙', 'fields.parcels.2.parcel': '丙' }),
    grant,
  );
  assert.deepEqual(withoutRow(input, 'fields.parcels.1').fields, { parcels: [{ parcel: '甲' }, { parcel: '丙' }] });
});

test('every refusal leads to the field it is about, and says what to do', () => {
  const input = inputOf(
    typed({
      ...filled,
      'fields.parcels.0.startingPrice': '24',
      'fields.salePlace': '',
      'fields.grantor.name': '',
      'fields.grantor.address': '',
    }),
    grant,
  );
  const parsed = parseNotice({
    id: 'draft',
    register: 'land',
    kind: 'grant',
    publishedAt: '2026-11-24 09:00',
    ...input,
  });
  assert.ok(!parsed.ok);
  const { open, sections } = formOf({ register: land, kind: grant, input, refusals: parsed.refusals, locale: 'zh' });
  assert.deepEqual(
    open.map(({ label, href, isMissing }) => [label, href, isMissing]),
    [
      ['出让人（供地单位）', '#f-fields-grantor', true],
      ['起始价（第1项）', '#f-fields-parcels-0-startingPrice', false],
      ['地点', '#f-fields-salePlace', true],
    ],
  );
  assert.match(open[1]!.text, /要写明单位/);
  assert.ok(sections.length >= 4);
});

test('a publicity is typed with or without its hour, and shown again as it was', () => {
  const register = findRegister('construction')!;
  const kind = register.kinds['candidate']!;
  const input = inputOf(
    typed({ 'fields.publicityFrom': '2026年10月14日', 'fields.publicityUntil': '2026-10-19 18:00' }),
    kind,
  );
  const stored = { publicityFrom: '2026-10-14', publicityUntil: Date.parse('2026-10-19T18:00:00+08:00') };
  const readings = (fields: Record<string, unknown>, locale: Locale) =>
    formOf({ register, kind, input: { fields }, refusals: [], locale })
      .sections.flatMap((section) => section.fields)
      .filter(({ type, value }) => type === 'dayOrInstant' && value !== '')
      .map(({ value, reading }) => `${value} ${reading}`);
  assert.deepEqual(readings(input.fields!, 'zh'), [
    '2026年10月14日 读作2026年10月14日，星期三',
    '2026-10-19 18:00 读作2026年10月19日 18:00，星期一',
  ]);
  assert.deepEqual(readings(stored, 'en'), [
    '2026-10-14 Read as 2026-10-14, Wednesday',
    '2026-10-19 18:00 Read as 2026-10-19 18:00, Monday',
  ]);
});

const refusalsOf = (input: DraftInput) => {
  const notice = { id: 'draft', register: 'land', kind: 'grant', publishedAt: '2026-11-24 09:00', ...input };
  const parsed = parseNotice(notice);
  return parsed.ok ? [] : parsed.refusals;
};

test('quantities are brought into the unit of their field as they are typed', () => {
  const input = inputOf(
    typed({
      ...filled,
      'fields.parcels.0.area': ' 32，450.12 ㎡ ',
      'fields.parcels.0.totalArea': '60亩',
      'fields.parcels.0.term': '五十年',
      'fields.listingFrom': '２０２６年１２月２２日上午９时',
    }),
    grant,
  );
  assert.deepEqual(refusalsOf(input), []);
  const fields = fieldsIn(input);
  const shown = (name: string) => {
    const { value, reading } = fields.get(`fields.parcels.0.${name}`)!;
    return [value, reading];
  };
  assert.deepEqual(shown('area'), ['3.245012', '读作3.245012公顷，合48.68亩']);
  assert.deepEqual(shown('totalArea'), ['4', '读作4公顷，合60.00亩']);
  assert.deepEqual(shown('term'), ['50', undefined]);
  assert.deepEqual(shown('deposit'), ['240万元', '读作2,400,000.00元']);
  assert.equal(fields.get('fields.listingFrom')!.reading, '读作2026年12月22日 09:00，星期二');
});

test('what cannot be read exactly is refused beside its box by the field’s name, with what to write', () => {
  const wrong = {
    'parcels.0.area': ['48.68亩', '出让面积：“48.68亩”换算过来约3.2453公顷，除不尽，会差一点。请直接写公顷数'],
    'parcels.0.term': ['3公顷', '使用年限：“3公顷”换算不成年，请写一个数，单位是年'],
    'parcels.0.deposit': ['-5万元', '竞买保证金：“-5万元”是负数，金额不能小于零，请写正数'],
    listingFrom: ['12月22日', '挂牌开始时间：“12月22日”看不出是什么时间，请写年月日和时刻，例如 2026年3月5日9时30分'],
    method: ['barter', '供应方式：写的是“barter”，应为以下之一：招标、拍卖、挂牌'],
    salePlace: ['𠮷'.repeat(2_001), '地点：太长：现在2001个字，最多2000个字'],
  } as const;
  const values = Object.fromEntries(Object.entries(wrong).map(([name, [text]]) => [`fields.${name}`, text]));
  const input = inputOf(typed({ ...filled, ...values }), grant);
  const fields = fieldsIn(input, refusalsOf(input));
  for (const [name, [text, sentence]] of Object.entries(wrong)) {
    assert.equal(fields.get(`fields.${name}`)!.error, sentence);
    assert.equal(fields.get(`fields.${name}`)!.value, text);
  }
  assert.deepEqual(refusalsOf(inputOf(typed({ ...filled, 'fields.salePlace': '𠮷'.repeat(2_000) }), grant)), []);
});

test('several names are typed a line each', () => {
  const procurement = findRegister('procurement')!;
  const input = inputOf(typed({ 'fields.experts': '孙某\n\n李某' }), procurement.kinds['award']!);
  assert.deepEqual(input.fields, { experts: ['孙某', '李某'] });
});

test('a natural person is marked, a yes is a yes', () => {
  const input = inputOf(typed({ 'fields.grantor.name': '甲', 'fields.grantor.person': 'true' }), grant);
  assert.deepEqual(input.fields, { grantor: { name: '甲', person: true } });
  assert.deepEqual(
    inputOf(typed({ 'fields.consortium': 'false' }), findRegister('procurement')!.kinds['tender']!).fields,
    { consortium: false },
  );
});

test('every kind of every register has a form in both languages', () => {
  for (const register of registers) {
    for (const [id, kind] of Object.entries(register.kinds)) {
      for (const locale of ['zh', 'en'] as const) {
        const { sections } = formOf({ register, kind, input: {}, refusals: [], locale });
        const fields = sections.flatMap((section) => section.fields);
        assert.ok(
          fields.every(({ label }) => label !== ''),
          `${register.id} ${id}`,
        );
        assert.equal(new Set(fields.map((field) => field.id)).size, fields.length, `${register.id} ${id}`);
      }
    }
  }
});

test('what is asked comes first; what came along and what is optional is folded, and says what is in it', () => {
  const brought = new Map([
    ['title', '2026-40号宗地出让公告'],
    ['fields.salePlace', '网上交易系统'],
  ]);
  const input = { title: '2026-40号宗地出让公告', fields: { salePlace: '网上交易系统', awardRule: '价高者得' } };
  const { sections } = formOf({ register: land, kind: grant, input, refusals: [], locale: 'zh' });
  const { sections: asked, tucks, brought: came } = arranged(sections, brought, 'zh');
  const paths = asked.flatMap(({ fields }) => fields.map(({ path }) => path));
  assert.ok(
    paths.includes('fields.parcels') && paths.includes('fields.awardRule') && paths.includes('fields.listingFrom'),
  );
  assert.ok(!paths.includes('title') && !paths.includes('fields.salePlace') && !paths.includes('fields.other'));
  assert.deepEqual(
    asked.map(({ title }) => title.slice(0, 2)),
    ['一、', '二、', '三、', '四、', '五、', '六、', '七、', '八、'].slice(0, asked.length),
  );
  assert.match(tucks[0]!.gist, /2026-40号宗地出让公告/);
  assert.deepEqual([tucks[0]!.count, came], ['带入1项', 2]);
  // Another value than the one that came along was written by somebody.
  const changed = formOf({
    register: land,
    kind: grant,
    input: { ...input, title: '另一个' },
    refusals: [],
    locale: 'zh',
  });
  assert.ok(arranged(changed.sections, brought, 'zh').sections[0]!.fields.some(({ path }) => path === 'title'));
});

test('each box knows how many characters it takes, as the door counts them', () => {
  const fields = fieldsIn(inputOf(typed(filled), grant));
  const most = (path: string) => fields.get(path)!.most;
  assert.deepEqual([most('title'), most('number'), most('project.name'), most('body')], [500, 200, 500, LONGEST_DRAFT]);
  assert.equal(most('fields.parcels.0.location'), 2_000);
  assert.equal(most('fields.listingFrom'), undefined);
});
