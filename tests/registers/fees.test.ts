import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dueOf, isBasisDead, priceInShort, priceOf } from '../../src/registers/fees/due.ts';
import { itemOn, type FeeLine } from '../../src/registers/fees/item-on-day.ts';
import { judge } from '../../src/registers/fees/judge.ts';
import { matchItem } from '../../src/registers/fees/match.ts';
import { readQuestion } from '../../src/registers/fees/question.ts';
import { otherFamilyOf } from '../../src/registers/fees/families.ts';
import type { CompiledRelease } from '../../src/registers/ocds.ts';
import { priceOn } from '../../src/views/words.ts';
import { compiled, noticeOf, refusalsIn } from './notices.ts';

const REGISTRATION = {
  name: '不动产登记费',
  aliases: ['房产证'],
  family: 'administrative',
  level: 'state',
  department: '自然资源',
  payer: 'both',
  catalogueOn: '2026-01-01',
  basis: [{ documentNumber: '发改价格规〔2016〕2559号' }],
  standards: [
    { number: '1', name: '住宅', kind: 'fixed', printed: '每件80元', unit: '件', amount: 80 },
    { number: '2', name: '非住宅', kind: 'fixed', printed: '每件550元', unit: '件', amount: 550 },
    { number: '3', name: '证书每增一本', kind: 'fixed', printed: '每本10元', unit: '本', amount: 10, extra: true },
  ],
};
const PASSPORT = {
  name: '因私普通护照',
  aliases: ['护照'],
  family: 'administrative',
  level: 'state',
  department: '公安',
  catalogueOn: '2019-06-30',
  basis: [{ documentNumber: '计价格〔2000〕293号' }],
  standards: [{ kind: 'fixed', printed: '每本160元', unit: '本', amount: 160 }],
};
const LAWSUIT = {
  ...PASSPORT,
  name: '诉讼费',
  aliases: ['起诉费'],
  department: '法院',
  standards: [
    { number: '1', name: '离婚案件', kind: 'range', printed: '每件50元至300元', lower: 50, upper: 300, unit: '件' },
    { number: '2', name: '劳动争议案件', kind: 'fixed', printed: '每件10元', amount: 10, unit: '件' },
  ],
};
const BASIS = [{ documentNumber: '财税〔2017〕20号' }];

/** A notice of the register about one item; ids follow their order in the test. */
const fee = (kind: string, fields: Record<string, unknown>, ordinal = 1, code = 'zr-01') =>
  noticeOf('fees', kind, fields, {
    id: `fee-${code}-${ordinal}`,
    project: { code, name: String(fields['name'] ?? '不动产登记费') },
    amends: undefined,
    reason: undefined,
  });

const itemOf = (day: string, ...notices: ReturnType<typeof fee>[]) => itemOn(compiled(...notices).feeItem, day)!;

test('a fee set up by a city or county is refused with the reason, and may stand as cancelled only', () => {
  for (const level of ['city', 'county']) {
    assert.deepEqual(
      refusalsIn(fee('entry', { ...REGISTRATION, level })).map(({ code, path }) => [code, path]),
      [['fee-level', 'fields.level']],
    );
    assert.deepEqual(
      refusalsIn(
        fee('cancellation', {
          name: '市场管理费',
          level,
          family: 'administrative',
          basis: BASIS,
          effectiveFrom: '2012-06-18',
        }),
      ),
      [],
    );
  }
  assert.deepEqual(
    refusalsIn(fee('entry', { ...REGISTRATION, level: 'village' })).map(({ code }) => code),
    ['not-a-choice'],
  );
});

test('advice costs nothing: a fee for it is refused', () => {
  assert.deepEqual(
    refusalsIn(fee('entry', { ...REGISTRATION, name: '政策咨询费' })).map(({ code }) => code),
    ['fee-consultation'],
  );
});

test('lines that do not agree with themselves are refused, each where it stands', () => {
  const wrong = (standards: Record<string, unknown>[]) =>
    refusalsIn(fee('entry', { ...REGISTRATION, standards })).map(
      ({ code, path }) => `${code} ${path?.replace('fields.standards.', '')}`,
    );
  const line = { kind: 'fixed', printed: '每件80元', amount: 80 };
  assert.deepEqual(
    wrong([
      { ...line, number: '1', name: '甲' },
      { ...line, number: '1', name: '乙' },
    ]),
    ['fee-line-twice 1.number'],
  );
  assert.deepEqual(
    wrong([
      { ...line, number: '1', name: '甲' },
      { ...line, number: '2.1', name: '乙' },
    ]),
    ['fee-line-orphan 1.number'],
  );
  assert.deepEqual(
    wrong([
      { ...line, number: '1', name: '甲' },
      { ...line, number: '1.1.1.1', name: '乙' },
    ]),
    ['fee-line-number 1.number', 'fee-line-orphan 1.number'],
  );
  assert.deepEqual(wrong([{ kind: 'fixed', printed: '每件80元' }]), ['missing 0.amount']);
  assert.deepEqual(wrong([{ kind: 'fixed', amount: 80 }]), ['missing 0.printed']);
  assert.deepEqual(wrong([{ kind: 'range', printed: '300—50元', lower: 300, upper: 50 }]), ['fee-line-bounds 0.lower']);
  assert.deepEqual(
    wrong([{ kind: 'range', printed: '50—300元', lower: 50, upper: 300, applied: 400, appliedReason: '某文件' }]),
    ['fee-line-outside 0.applied'],
  );
  assert.deepEqual(wrong([{ kind: 'range', printed: '50—300元', lower: 50, upper: 300, applied: 100 }]), [
    'fee-line-reason 0.appliedReason',
  ]);
  assert.deepEqual(
    wrong([
      { number: '1', name: '财产案件' },
      { ...line, number: '1.1', name: '不超过1万元' },
    ]),
    [],
  );
});

test('an item without a code is refused, for its address is made of it', () => {
  assert.deepEqual(
    refusalsIn({ ...fee('entry', REGISTRATION), project: { name: '不动产登记费' } }).map(({ code }) => code),
    ['fee-code'],
  );
});

test('a standard is charged at its lower bound; a cap and a penal ratio are no ranges', () => {
  const line = (more: Partial<FeeLine>): FeeLine => ({ depth: 0, ...more });
  assert.deepEqual(dueOf(line({ kind: 'range', lower: 50, upper: 300 })), {
    rule: 'lower',
    rate: 50,
    most: 300,
    applied: null,
  });
  assert.deepEqual(dueOf(line({ kind: 'range', lower: 50, upper: 300, applied: 100, appliedReason: '某文件' })), {
    rule: 'lower',
    rate: 50,
    most: 300,
    applied: 100,
  });
  assert.deepEqual(dueOf(line({ kind: 'range', upper: 1.7 })), { rule: 'cap', rate: null, most: 1.7, applied: null });
  assert.deepEqual(dueOf(line({ kind: 'range', upper: 1.7, applied: 1.4 })), {
    rule: 'cap',
    rate: 1.4,
    most: 1.7,
    applied: 1.4,
  });
  assert.deepEqual(dueOf(line({ kind: 'ratio', upper: 20, appliedReason: '城市房地产管理法第二十六条' })), {
    rule: 'excepted',
    rate: null,
    most: 20,
    applied: null,
  });
  assert.equal(priceOf(line({ kind: 'range', upper: 1.7, unit: '平方米' })), '不超过1.7元/平方米');
  assert.equal(priceOf(line({ kind: 'ratio', upper: 20, appliedReason: '…' })), '不超过20%');
  assert.equal(priceOf(line({ kind: 'fixed', amount: 0.0019, unit: '千瓦时' })), '0.0019元/千瓦时');
  assert.equal(priceOf(line({ kind: 'provincial', printed: '按省定标准' })), '按省定标准');
});

test('the standard changes on its day and not before; what was announced is known in between', () => {
  const raised = {
    standards: [{ kind: 'fixed', printed: '每本120元', unit: '本', amount: 120 }],
    basis: [{ documentNumber: '发改价格〔2019〕914号' }],
    effectiveFrom: '2019-07-01',
  };
  const on = (day: string) => itemOf(day, fee('entry', PASSPORT, 1, 'ga-05'), fee('revision', raised, 2, 'ga-05'));
  assert.deepEqual([priceInShort(on('2019-06-30')), on('2019-06-30').next?.from], ['160元/本', '2019-07-01']);
  assert.deepEqual(
    [priceInShort(on('2019-07-01')), on('2019-07-01').next, on('2019-07-01').since],
    ['120元/本', null, '2019-07-01'],
  );
  // The catalogue lists it for a day without saying since when: earlier days are not known here.
  assert.equal(on('2019-06-29').status, 'unrecorded');
});

test('an item that names its first day was not charged before', () => {
  const item = (day: string) =>
    itemOf(day, fee('entry', { ...PASSPORT, effectiveFrom: '2026-01-01', catalogueOn: '2026-01-01' }, 1, 'ga-05'));
  assert.deepEqual([item('2025-12-31').status, item('2026-01-01').status], ['notYet', 'inForce']);
});

test('a suspension ends, a cancellation does not, and a conversion says into what', () => {
  const suspended = (day: string) =>
    itemOf(
      day,
      fee('entry', REGISTRATION),
      fee('suspension', { basis: BASIS, effectiveFrom: '2026-03-01', effectiveUntil: '2026-05-31' }, 2),
    );
  assert.deepEqual(
    ['2026-02-28', '2026-03-01', '2026-05-31', '2026-06-01'].map((day) => suspended(day).status),
    ['inForce', 'suspended', 'suspended', 'inForce'],
  );
  const cancelled = itemOf(
    '2026-12-31',
    fee('entry', REGISTRATION),
    fee('cancellation', { basis: BASIS, effectiveFrom: '2026-04-01' }, 2),
  );
  assert.deepEqual([cancelled.status, cancelled.since, priceInShort(cancelled)], ['cancelled', '2026-04-01', '不收']);
  const converted = itemOf(
    '2026-12-31',
    fee('conversion', {
      name: '水资源费',
      family: 'administrative',
      convertedTo: 'tax',
      into: '水资源税',
      basis: BASIS,
      effectiveFrom: '2024-12-01',
    }),
  );
  assert.deepEqual([converted.status, converted.became], ['converted', '水资源税']);
});

test('in lists a price stands as published, or that nothing is charged, in the language of the reader', () => {
  const record = {
    register: 'fees',
    compiled: compiled(
      fee('entry', PASSPORT),
      fee('cancellation', { basis: BASIS, effectiveFrom: '2026-04-01' }, 2),
    ) as CompiledRelease,
  };
  assert.equal(priceOn(record, '2026-03-31', 'en'), 'CNY 160 per booklet');
  assert.deepEqual([priceOn(record, '2026-04-01', 'zh'), priceOn(record, '2026-04-01', 'en')], ['不收', 'not charged']);
});

test('one line can be suspended while the others go on', () => {
  const item = itemOf(
    '2026-06-01',
    fee('entry', REGISTRATION),
    fee('suspension', { part: '2', basis: BASIS, effectiveFrom: '2026-03-01' }, 2),
  );
  assert.deepEqual(
    [item.status, ...item.lines.map((line) => priceOf(line))],
    ['inForce', '80元/件', '不收', '10元/本'],
  );
});

test('a reduction holds from its first day to its last', () => {
  const reduced = (day: string) =>
    itemOf(
      day,
      fee('entry', REGISTRATION),
      fee(
        'reduction',
        {
          who: '小微企业',
          reduction: 'exempt',
          rule: '免收',
          basis: BASIS,
          effectiveFrom: '2026-02-01',
          effectiveUntil: '2026-08-31',
        },
        2,
      ),
    ).reductions.length;
  assert.deepEqual(['2026-01-31', '2026-02-01', '2026-08-31', '2026-09-01'].map(reduced), [0, 1, 1, 0]);
});

test('a basis that has died is flagged from that day, if no other lives', () => {
  const dead = { basis: [{ documentNumber: '计价格〔2000〕293号', repealedOn: '2026-05-01' }] };
  assert.deepEqual([isBasisDead(dead, '2026-04-30'), isBasisDead(dead, '2026-05-01')], [false, true]);
  assert.equal(
    isBasisDead({ basis: [...dead.basis, { documentNumber: '发改价格〔2019〕914号' }] }, '2026-06-01'),
    false,
  );
});

const asked: [told: string, words: string, paid: number | null, per: string | null, quantity: string][] = [
  ['不动产登记 100元', '不动产登记', 10_000, null, ''],
  ['办护照收了160', '护照', 16_000, null, ''],
  ['不動產登記費 兩百塊', '不动产登记费', 20_000, null, ''],
  ['水土保持补偿费每平米2元', '水土保持补偿费', 200, '平方米', ''],
  ['100平方米收了170元水土保持补偿费', '水土保持补偿费', 17_000, null, '100平方米'],
  ['驾照 10元/本', '驾照', 1_000, '本', ''],
  ['离婚诉讼费三百元', '离婚诉讼费', 30_000, null, ''],
  ['土地出让金1.5万元', '土地出让金', 1_500_000, null, ''],
  ['婚姻登记费', '婚姻登记费', null, null, ''],
];
for (const [told, words, paid, per, quantity] of asked) {
  test(`a charge is read: ${told}`, () => {
    const question = readQuestion(told);
    assert.deepEqual(
      [
        question.words,
        question.paid,
        question.per,
        question.quantity ? `${question.quantity.count}${question.quantity.unit}` : '',
      ],
      [words, paid, per, quantity],
    );
  });
}

const NOTICES = [
  fee('entry', REGISTRATION),
  fee('entry', PASSPORT, 1, 'ga-05'),
  fee(
    'revision',
    {
      standards: [{ kind: 'fixed', printed: '每本120元', unit: '本', amount: 120 }],
      basis: BASIS,
      effectiveFrom: '2019-07-01',
    },
    2,
    'ga-05',
  ),
  fee('entry', LAWSUIT, 1, 'fy-01'),
  fee(
    'cancellation',
    { name: '婚姻登记费', aliases: ['结婚登记'], family: 'administrative', basis: BASIS, effectiveFrom: '2017-04-01' },
    1,
    'mz-01',
  ),
  fee(
    'entry',
    {
      ...PASSPORT,
      name: '水土保持补偿费',
      aliases: undefined,
      standards: [{ kind: 'range', printed: '不超过1.7元', upper: 1.7, unit: '平方米' }],
    },
    1,
    'sl-01',
  ),
  // The city's own units are bound to the lower bound; the court above is not.
  fee(
    'entry',
    {
      ...PASSPORT,
      name: '停业鉴定费',
      aliases: undefined,
      standards: [{ kind: 'range', printed: '每件50元至300元', lower: 50, upper: 300, unit: '件' }],
    },
    1,
    'jd-01',
  ),
  fee('entry', { ...PASSPORT, name: '普通高中学费、住宿费', aliases: undefined }, 1, 'jy-02'),
];
const RECORDS = [...Map.groupBy(NOTICES, ({ project }) => project!.code).values()].map(
  (notices) => compiled(...notices).feeItem!,
);
const DAY = '2026-11-24';

/** The verdict on what a citizen tells, in a line. */
function verdict(told: string): string {
  const question = readQuestion(told);
  const { item, line, nearest } = matchItem(
    question.words,
    RECORDS.map((record) => itemOn(record, DAY)!),
  );
  if (!item) return nearest.length > 0 ? `which: ${nearest.map(({ name }) => name).join(' ')}` : 'unlisted';
  const { outcome, why, due, difference, hints } = judge(
    question,
    item,
    line,
    DAY,
    RECORDS.find(({ code }) => code === item.code),
  );
  return [
    item.name,
    line?.name ?? '',
    outcome,
    why ?? '',
    due ?? '',
    difference ?? '',
    hints.map(({ code }) => code).join(' '),
  ]
    .join('|')
    .replace(/\|+$/, '');
}

const verdicts: [told: string, verdict: string][] = [
  ['非住宅不动产登记550元', '不动产登记费|非住宅|right||55000|0'],
  ['住宅不动产登记 100元', '不动产登记费|住宅|high||8000|2000|extras'],
  ['不动产登记 100元', '不动产登记费||undecided|line'],
  ['不动产登记住宅2件160元', '不动产登记费|住宅|right||16000|0'],
  ['房产证住宅 60', '不动产登记费|住宅|low||8000|-2000'],
  ['办护照收了160', '因私普通护照||high||12000|4000|earlier'],
  ['護照 120元', '因私普通护照||right||12000|0'],
  ['护照', '因私普通护照||undecided|sum|12000'],
  ['离婚起诉费100元', '诉讼费|离婚案件|right|range|10000|0'],
  ['离婚起诉费400元', '诉讼费|离婚案件|high||30000|10000'],
  ['停业鉴定费100元', '停业鉴定费||aboveLower||5000|5000|multiple'],
  ['停业鉴定费50元', '停业鉴定费||right||5000|0'],
  ['结婚登记9元', '婚姻登记费||notCharged||0|900'],
  ['水土保持补偿费每平方米2元', '水土保持补偿费||high||170|30'],
  ['水土保持补偿费每平方米1.5元', '水土保持补偿费||undecided|cap|170'],
  ['水土保持补偿费 5000元', '水土保持补偿费||undecided|unit'],
  ['学费 800元', 'which: 普通高中学费、住宿费'],
  ['擦皮鞋 10元', 'unlisted'],
];
for (const [told, expected] of verdicts)
  test(`a charge is judged: ${told}`, () => assert.equal(verdict(told), expected));

test('what belongs to another family is known by its name', () => {
  assert.deepEqual(otherFamilyOf('交城市基础設施配套費'), { family: 'fund', word: '城市基础设施配套费' });
  assert.deepEqual(otherFamilyOf('投标保证金'), { family: 'deposit', word: '投标保证金' });
  assert.equal(otherFamilyOf('不动产登记费'), null);
});
