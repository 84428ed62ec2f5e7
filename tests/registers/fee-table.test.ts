import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compareCatalogue } from '../../src/registers/fees/comparison.ts';
import { itemOn } from '../../src/registers/fees/item-on-day.ts';
import { readDocuments, readStandard } from '../../src/registers/fees/printed-standard.ts';
import { readCatalogue } from '../../src/registers/fees/printed-table.ts';
import { compiled, noticeOf } from './notices.ts';

const standards: [printed: string, unit: string, read: object][] = [
  ['20元/证', '', { kind: 'fixed', amount: 20, unit: '证' }],
  ['每件80元', '', { kind: 'fixed', amount: 80, unit: '件' }],
  ['80', '件', { kind: 'fixed', amount: 80, unit: '件' }],
  ['1,200元/台·次', '', { kind: 'fixed', amount: 1200, unit: '台·次' }],
  ['50—300元/件', '', { kind: 'range', lower: 50, upper: 300, unit: '件' }],
  ['每件50元至300元', '', { kind: 'range', lower: 50, upper: 300, unit: '件' }],
  ['不超过1.7元/㎡', '', { kind: 'range', upper: 1.7, unit: '平方米' }],
  ['土地出让或划拨价款的20%以下', '', { kind: 'ratio', upper: 20, base: '土地出让或划拨价款' }],
  ['1%-3%', '', { kind: 'ratio', lower: 1, upper: 3 }],
  ['按省定标准', '平方米', { kind: 'provincial', unit: '平方米' }],
  ['见文件', '', { kind: 'document' }],
  ['', '户', { kind: 'document', printed: '见文件', unit: '户' }],
  ['首本免费，增加一本10元，再加急20元', '本', { kind: 'document', unit: '本' }],
];
for (const [printed, unit, read] of standards) {
  test(`a printed standard is read: ${printed || '(empty)'}`, () =>
    assert.deepEqual(readStandard(printed, unit), { printed, ...read }));
}

test('documents of a cell are told apart, their numbers from their names', () => {
  assert.deepEqual(
    readDocuments('《民法典》，财税〔2014〕77号；《诉讼费用交纳办法》（国务院令第481号）\n公告2019年第76号'),
    [
      { document: '《民法典》' },
      { documentNumber: '财税〔2014〕77号' },
      { document: '《诉讼费用交纳办法》', documentNumber: '国务院令第481号' },
      { document: '公告2019年第76号' },
    ],
  );
  assert.deepEqual(readDocuments('财政部、发展改革委公告2019年第76号、财税〔2019〕53号'), [
    { document: '财政部、发展改革委公告2019年第76号' },
    { documentNumber: '财税〔2019〕53号' },
  ]);
});

const HEADS = ['部门', '项目序号', '项目名称', '资金管理方式', '政策依据', '设立级次', '涉企', '收费标准', '备注'];
const FACTS = { family: 'administrative', level: null } as const;

test('a catalogue is read as offices print it: merged departments, sub-items in brackets and circles, a title above the heads', () => {
  const { items, errors } = readCatalogue(
    [
      ['天水市行政事业性收费目录清单'],
      HEADS,
      ['一、公安', '1', '▲居民身份证工本费', '缴入地方国库', '发改价格〔2003〕2322号', '国家', '否', '', ''],
      ['', '', '（1）换领', '', '', '', '', '20元/证', ''],
      ['', '', '（2）补领', '', '', '', '', '', ''],
      ['', '', '①丢失补领', '', '', '', '', '40元/证', ''],
      ['', '', '②损坏换领', '', '', '', '', '40元/证', ''],
      [
        '自然资源部门',
        '2',
        '土地复垦费',
        '缴入地方国库',
        '《土地复垦条例》',
        '国家',
        '是',
        '按省定标准',
        '省里另行公布',
      ],
    ],
    FACTS,
  );
  assert.deepEqual(errors, []);
  assert.deepEqual(
    items.map(({ row, fields }) => [
      row,
      fields.department,
      fields.order,
      fields.name,
      fields.level,
      fields.enterpriseRelated,
    ]),
    [
      [3, '公安', '1', '居民身份证工本费', 'state', false],
      [8, '自然资源', '2', '土地复垦费', 'state', true],
    ],
  );
  assert.deepEqual(
    items[0]!.fields.standards.map(({ number, name, kind, amount }) => [number, name, kind, amount]),
    [
      ['1', '换领', 'fixed', 20],
      ['2', '补领', undefined, undefined],
      ['2.1', '丢失补领', 'fixed', 40],
      ['2.2', '损坏换领', 'fixed', 40],
    ],
  );
  assert.equal(items[1]!.fields.other, '省里另行公布');
});

test('a column of sub-items is read like sub-items', () => {
  const { items } = readCatalogue(
    [
      ['部门', '项目名称', '子项', '政策依据', '级次', '标准'],
      ['公安', '往来证件', '通行证', '计价格〔2002〕1097号', '国家', '60元/证'],
      ['', '往来证件', '签注', '计价格〔2002〕1097号', '', '15元/件'],
    ],
    { family: 'administrative', level: 'state' },
  );
  assert.deepEqual(
    items.map(({ fields }) => fields.standards.map(({ number, name, amount }) => [number, name, amount])),
    [
      [
        ['1', '通行证', 60],
        ['2', '签注', 15],
      ],
    ],
  );
});

test('what is wrong is said cell by cell, all at once', () => {
  const { errors } = readCatalogue(
    [
      HEADS,
      ['', '1', '市场管理费', '缴入小金库', '', '市', '也许', '5元/日', ''],
      ['公安', '2', '护照', '缴入地方国库', '发改价格〔2019〕914号', '联合国', '', '120元/本', ''],
    ],
    FACTS,
  );
  assert.deepEqual(
    errors.map(({ row, column, code }) => `${row} ${column} ${code}`),
    [
      '2 政策依据 missing',
      '2 部门 missing',
      '2 设立级次 fee-level',
      '2 资金管理方式 not-a-choice',
      '2 涉企 not-a-choice',
      '3 设立级次 not-a-choice',
    ],
  );
  assert.deepEqual(
    readCatalogue(
      [
        ['部门', '标准'],
        ['公安', '10'],
      ],
      FACTS,
    ).errors.map(({ code, found }) => `${code} ${found}`),
    ['column-missing 项目名称', 'column-missing 政策依据'],
  );
  assert.deepEqual(
    readCatalogue(
      [HEADS.filter((head) => head !== '设立级次'), ['公安', '1', '护照', '', '甲', '', '120元/本', '']],
      FACTS,
    ).errors.map(({ column }) => column),
    ['设立级次'],
  );
  assert.deepEqual(
    readCatalogue([HEADS, ['公安', '', '（1）换领', '', '', '', '', '20', '']], FACTS).errors.map(({ code }) => code),
    ['fee-orphan'],
  );
});

test('a revision is compared with what is in force: added, changed, removed, field by field', () => {
  const entry = (code: string, name: string, standard: object) =>
    itemOn(
      compiled(
        noticeOf(
          'fees',
          'entry',
          {
            name,
            family: 'administrative',
            level: 'state',
            department: '公安',
            fund: 'local-treasury',
            catalogueOn: '2026-01-01',
            basis: [{ documentNumber: '发改价格〔2019〕914号' }],
            standards: [standard],
          },
          { project: { code }, amends: undefined },
        ),
      ).feeItem,
      '2026-11-24',
    )!;
  const inForce = [
    entry('ga-01', '护照', { kind: 'fixed', printed: '每本120元', amount: 120, unit: '本' }),
    entry('ga-02', '通行证', { kind: 'fixed', printed: '每证60元', amount: 60, unit: '证' }),
    entry('ga-03', '旧项目', { kind: 'document', printed: '见文件' }),
  ];
  const { items } = readCatalogue(
    [
      HEADS,
      ['公安', '1', '护照', '缴入中央国库', '发改价格〔2019〕914号', '国家', '', '110元/本', ''],
      ['', '2', '通行证', '缴入地方国库', '发改价格〔2019〕914号', '国家', '', '60元/证', ''],
      ['', '3', '新项目', '缴入地方国库', '财税〔2026〕1号', '国家', '', '5元/件', ''],
    ],
    FACTS,
  );
  const { added, changed, removed, same } = compareCatalogue(items, inForce);
  assert.deepEqual(
    [added.map(({ fields }) => fields.name), removed.map(({ name }) => name), same],
    [['新项目'], ['旧项目'], 0],
  );
  assert.deepEqual(
    changed.map(({ item, changes }) => [
      item.name,
      ...changes.map(({ field, before, after }) => `${field}: ${before} → ${after}`),
    ]),
    [
      ['护照', 'order:  → 1', 'fund: local-treasury → central-treasury', 'standards: 120元/本 → 110元/本'],
      ['通行证', 'order:  → 2'],
    ],
  );
});

test('a table without standards takes none away', () => {
  const item = itemOn(
    compiled(
      noticeOf(
        'fees',
        'entry',
        {
          name: '护照',
          family: 'administrative',
          level: 'state',
          department: '公安',
          catalogueOn: '2026-01-01',
          basis: [{ documentNumber: '发改价格〔2019〕914号' }],
          standards: [{ kind: 'fixed', printed: '每本120元', amount: 120, unit: '本' }],
        },
        { project: { code: 'ga-01' }, amends: undefined },
      ),
    ).feeItem,
    '2026-11-24',
  )!;
  const { items } = readCatalogue(
    [
      ['部门', '项目名称', '政策依据', '级次'],
      ['公安', '护照', '发改价格〔2019〕914号', '中央'],
    ],
    FACTS,
  );
  assert.equal(compareCatalogue(items, [item]).same, 1);
});
