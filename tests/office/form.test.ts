import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseNotice } from '../../src/notices/parse.ts';
import { inputOf, withoutRow, type DraftInput } from '../../src/office/form/input.ts';
import { formOf, type FormField } from '../../src/office/form/model.ts';
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

test('the hour of a publicity is typed beside its day, and may be left out', () => {
  const register = findRegister('construction')!;
  const kind = register.kinds['candidate']!;
  const input = inputOf(
    typed({
      'fields.publicityFrom': '2026-10-14',
      'fields.publicityUntil': '2026-10-19',
      'fields.publicityUntil.time': '18:00',
    }),
    kind,
  );
  assert.deepEqual(input.fields, { publicityFrom: '2026-10-14', publicityUntil: '2026-10-19 18:00' });
  const stored = { publicityFrom: '2026-10-14', publicityUntil: Date.parse('2026-10-19T18:00:00+08:00') };
  for (const fields of [input.fields!, stored]) {
    const shown = formOf({ register, kind, input: { fields }, refusals: [], locale: 'zh' })
      .sections.flatMap((section) => section.fields)
      .filter(({ type }) => type === 'dayOrInstant')
      .filter(({ value }) => value !== '')
      .map(({ value, members }) => [value, members![0]!.value]);
    assert.deepEqual(shown, [
      ['2026-10-14', ''],
      ['2026-10-19', '18:00'],
    ]);
  }
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
