import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cellsOf, placed } from '../../src/office/rows/cells.ts';

const columns = [
  { name: 'parcel', label: '宗地编号' },
  { name: 'area', label: '出让面积（公顷）' },
  { name: 'use', label: '用途' },
  { name: 'deposit', label: '竞买保证金' },
];

test('cells of a spreadsheet are rows, with lines, tabs and quotes inside of a cell', () => {
  assert.deepEqual(cellsOf('32号\t"东至""甲""路\r\n西至乙路"\t工业\r\n33号\t"5\t6"\t\r\n', false), [
    ['32号', '东至"甲"路\n西至乙路', '工业'],
    ['33号', '5\t6', ''],
  ]);
});

test('a quotation mark that opens no cell is a character', () => {
  assert.deepEqual(cellsOf('"甲"地块\t"乙', false), [['"甲"地块', '"乙']]);
});

test('what is no table is pasted as ever: a word, lines of text, one cell', () => {
  assert.equal(cellsOf('秦州区某路1号', false), null);
  assert.equal(cellsOf('第一行\n第二行', false), null);
  assert.equal(cellsOf('32号\n', true), null);
});

test('a column alone is rows where a spreadsheet says that it is one', () => {
  assert.deepEqual(cellsOf('32号\n33号\n', true), [['32号'], ['33号']]);
});

test('cells go from the box on to the right, blank ones leave what stands, and columns beyond are told', () => {
  assert.deepEqual(
    placed(
      [
        ['工业', '240万元', '另一列'],
        ['', '300万元', ''],
      ],
      columns,
      2,
    ),
    {
      rows: [
        [
          ['use', '工业'],
          ['deposit', '240万元'],
        ],
        [['deposit', '300万元']],
      ],
      strange: [],
      beyond: 1,
    },
  );
});

test('headings say where a column goes, wherever it was pasted; a strange heading is told', () => {
  const { rows, strange } = placed(
    [
      ['用途', '备注', '宗地 编号'],
      ['商服', '无', '34号'],
    ],
    columns,
    1,
  );
  assert.deepEqual(rows, [
    [
      ['use', '商服'],
      ['parcel', '34号'],
    ],
  ]);
  assert.deepEqual(strange, ['备注']);
});

test('a unit in a heading goes with its bare numbers, so that square metres are not read as hectares', () => {
  const { rows } = placed(
    [
      ['宗地编号', '出让面积（㎡）', '竞买保证金（万元）'],
      ['34号', '13,337', '1亿元'],
      ['35号', '2.5公顷', '240'],
    ],
    columns,
    0,
  );
  assert.deepEqual(rows, [
    [
      ['parcel', '34号'],
      ['area', '13,337㎡'],
      ['deposit', '1亿元'],
    ],
    [
      ['parcel', '35号'],
      ['area', '2.5公顷'],
      ['deposit', '240万元'],
    ],
  ]);
});
