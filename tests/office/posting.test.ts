import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import { actorOfToken, makeToken } from '../../src/accounts/tokens/token.ts';
import { publishDraft } from '../../src/notices/drafts/issue.ts';
import { findRemarks } from '../../src/notices/drafts/remarks/storage.ts';
import { approveDraft, returnDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { countStates } from '../../src/notices/drafts/storage.ts';
import { startDraft } from '../../src/notices/drafts/write.ts';
import { handedInState } from '../../src/office/posting/handed-in.ts';
import { postNotice } from '../../src/office/posting/post.ts';
import { inflate, readZip } from '../../src/notices/attachments/zip.ts';
import { templateBook } from '../../src/office/posting/template.ts';
import { answersTo, takeRows } from '../../src/office/posting/rows.ts';
import { columnsOf, readTable } from '../../src/office/posting/table.ts';
import { takeUpload } from '../../src/office/posting/upload.ts';
import { findRegister } from '../../src/registers/registers.ts';
import type { Refusal } from '../../src/values/result.ts';
import type { Settings } from '../../src/values/settings.ts';
import { codes, HOME, HOUR, NOW, SETTINGS, value, world } from '../accounts/world.ts';
import { pdfOf } from '../notices/files.ts';

const land = findRegister('land')!;
const grant = land.kinds['grant']!;
const columns = columnsOf(land, grant, 'zh');
const notice = {
  register: 'land',
  kind: 'grant',
  title: '2026-50号宗地出让公告',
  project: { code: 'TS-TD-2026-050', name: '2026-50号宗地' },
  region: '620502',
  fields: {
    grantor: { name: '天水市某自然资源局', address: '秦州区某路1号' },
    method: 'listing',
    documentsFrom: '2026-11-30 09:00',
    listingFrom: '2026-12-22 09:00',
    listingUntil: '2027-01-05 10:00',
    bidderScope: '法人',
    documentsHow: '网上',
    applicationDeadline: '2026-12-20 17:00',
    salePlace: '网上',
    awardRule: '价高者得',
    parcels: [
      {
        parcel: '2026-50号',
        location: '某路',
        area: 1.2,
        use: '工业',
        boundary: '见附图',
        extent: '见出让文件',
        presentState: '净地',
        term: 50,
        deposit: '20万元',
        startingPrice: '24万元/亩',
      },
    ],
  },
};

function house() {
  const made = world();
  const administrator = made.actor(made.officer('admin', made.land, ['unitAdministrator']));
  const { text } = value(
    makeToken(made.database, administrator, { name: '业务系统', registers: ['land'], days: 90 }, NOW),
  );
  const machine = actorOfToken(made.database, text, HOME.address, SETTINGS, NOW)!;
  const author = made.actor(made.officer('author', made.land, ['author']));
  return { ...made, machine, author };
}

const submitted = (database: ReturnType<typeof house>['database'], unit: string) =>
  countStates(database, unit).submitted ?? 0;

test('the workbook to fill in offers the words of its lists, says how each column is written, and comes back empty', async () => {
  const bytes = Buffer.from(await templateBook(columns, 'zh'));
  const entry = readZip(bytes)!.find(({ name }) => name === 'xl/worksheets/sheet1.xml')!;
  const sheet = String(inflate(bytes, entry, 1_000_000));
  const lists = columns.filter(({ path, choices }) => path === 'region' || choices).length;
  assert.equal(sheet.match(/<dataValidation type="list"[^>]*><formula1>'可选项'!/g)?.length, lists);
  const manual = await readSheet(bytes, 2);
  const how = (path: string) => {
    const { head } = columns.find((column) => column.path === path)!;
    return manual.find(([column]) => column === head)?.slice(1);
  };
  assert.deepEqual(how('fields.method'), ['是', '招标、拍卖、挂牌、协议、划拨、租赁、作价出资（入股）']);
  assert.match(String(how('fields.parcels.0.area')![1]), /公顷/);
  assert.deepEqual(value(await readTable('模板.xlsx', bytes)).length, 1);
});

test('a unit’s system hands a notice in for review, and sending it again makes no second one', () => {
  const { database, machine, land: unit } = house();
  const post = (body: unknown, key: string | null = 'k1') =>
    postNotice(database, machine, { body: JSON.stringify(body), key }, NOW);
  const first = value(post(notice));
  assert.deepEqual([first.isNew, first.draft.state], [true, 'submitted']);
  const again = value(post(notice));
  assert.deepEqual([again.isNew, again.draft.id], [false, first.draft.id]);
  assert.equal(submitted(database, unit), 1);
  assert.deepEqual(codes(post({ ...notice, title: '另一份' })), ['key-reused']);
  assert.deepEqual(codes(post(notice, null)), ['key-missing']);
});

test('what is posted is refused as the form would refuse it, with the path of each field, and nothing is kept', () => {
  const { database, machine, land: unit } = house();
  const wrong = {
    ...notice,
    region: undefined,
    fields: { ...notice.fields, salePlace: undefined, parcels: [{ ...notice.fields.parcels[0], startingPrice: '24' }] },
  };
  const result = postNotice(database, machine, { body: JSON.stringify(wrong), key: 'k' }, NOW);
  assert.deepEqual(!result.ok && result.refusals.map(({ code, path }) => [code, path]), [
    ['missing', 'region'],
    ['not-money', 'fields.parcels.0.startingPrice'],
    ['missing', 'fields.salePlace'],
  ]);
  assert.deepEqual(countStates(database, unit), {});
  assert.deepEqual(codes(postNotice(database, machine, { body: '{', key: 'k' }, NOW)), ['not-json']);
  assert.deepEqual(codes(postNotice(database, machine, { body: '[]', key: 'k' }, NOW)), ['not-json']);
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  assert.deepEqual(codes(postNotice(database, machine, { body: deep, key: 'k' }, NOW)), ['too-deep']);
});

test('a member that nobody reads is refused with its path, together with all else that is wrong', () => {
  const { database, machine, land: unit } = house();
  const [parcel] = notice.fields.parcels;
  const wrong = {
    ...notice,
    titel: '写错的标题',
    publishedAt: '2026-11-24 09:00',
    project: { ...notice.project, colour: '红' },
    attachments: [{ url: 'https://elsewhere.example/a.pdf' }],
    fields: {
      ...notice.fields,
      grantor: { ...notice.fields.grantor, fax: '0938' },
      parcels: [{ ...parcel, soil: '黄土' }],
      salePlace: undefined,
    },
  };
  const result = postNotice(database, machine, { body: JSON.stringify(wrong), key: 'k' }, NOW);
  assert.deepEqual(!result.ok && result.refusals.map(({ code, path }) => `${code} ${path}`).toSorted(), [
    'missing attachments.0.upload',
    'missing fields.salePlace',
    'unknown-field attachments.0.url',
    'unknown-field fields.grantor.fax',
    'unknown-field fields.parcels.0.soil',
    'unknown-field project.colour',
    'unknown-field publishedAt',
    'unknown-field titel',
  ]);
  const alone = postNotice(database, machine, { body: JSON.stringify({ ...notice, titel: '' }), key: 'k' }, NOW);
  assert.deepEqual(codes(alone), ['unknown-field']);
  assert.deepEqual(countStates(database, unit), {});
});

test('a system hands files up and names them, once, within a day, and no other unit’s', async (context) => {
  const made = house();
  const { database, machine } = made;
  const data = mkdtempSync(join(tmpdir(), 'gongshi-uploads-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const upload = async (name: string) => {
    const body = new FormData();
    body.append('file', new File([new Uint8Array(pdfOf('宗地图'))], name));
    const request = new Request('http://portal.test/', { method: 'POST', body });
    return takeUpload({ database, settings: { data } as Settings, now: () => NOW }, machine, request);
  };
  const post = (uploads: string[], key: string, now = NOW, by = machine) => {
    const attachments = uploads.map((one) => ({ upload: one }));
    return postNotice(database, by, { body: JSON.stringify({ ...notice, attachments }), key }, now);
  };
  const first = value(await upload('宗地图.pdf'));
  assert.deepEqual(codes(await upload('宗地图.exe')), ['file-type']);
  const { draft } = value(post([first.upload], 'k1'));
  assert.deepEqual(draft.content.attachments, [
    { name: '宗地图.pdf', type: 'application/pdf', size: first.size, sha256: first.sha256 },
  ]);

  const again = value(await upload('宗地图.pdf'));
  assert.deepEqual(codes(post([first.upload, again.upload], 'k2')), ['upload-name-twice']);
  assert.deepEqual(codes(post([first.upload], 'k2', NOW + 25 * HOUR)), ['upload-unknown']);
  const other = { ...machine, unit: made.housing };
  assert.deepEqual(codes(post([first.upload], 'k2', NOW, other)), ['upload-unknown']);
});

test('a system is told what became of what it handed in, and of nothing else', () => {
  const made = house();
  const { database, machine, author } = made;
  const told = (id: string, by = machine) =>
    handedInState(database, by, id, { origin: 'https://gongshi.example.cn', locale: 'zh' }, NOW);
  const posted = value(postNotice(database, machine, { body: JSON.stringify(notice), key: 'k' }, NOW)).draft;
  assert.deepEqual([told(posted.id)!.state, told(posted.id)!.stateName], ['submitted', '待审核']);

  const reviewer = made.actor(made.officer('reviewer', made.land, ['reviewer', 'issuer']));
  const remark = { path: 'fields.salePlace', text: '写明地址' };
  value(returnDraft(database, reviewer, posted.id, [remark], NOW));
  const [said] = told(posted.id)!.remarks;
  assert.deepEqual([said!.path, said!.text, told(posted.id)!.state], ['fields.salePlace', '写明地址', 'returned']);

  const { hash } = value(submitDraft(database, author, posted.id, NOW));
  const settled = findRemarks(database, posted.id).map(({ id }) => id);
  value(approveDraft(database, reviewer, posted.id, hash, NOW, settled));
  const published = value(publishDraft(database, reviewer, posted.id, NOW));
  assert.deepEqual(told(posted.id)!.release, {
    number: published.release,
    address: `https://gongshi.example.cn/notices/${published.release}`,
    record: told(posted.id)!.release!.record,
    publishedAt: '2026-11-24T09:00+08:00',
  });

  const own = value(startDraft(database, author, { register: 'land', kind: 'grant' }, NOW));
  assert.equal(told(own.id), null);
  assert.equal(told(posted.id, { ...machine, unit: made.housing }), null);
  assert.equal(told(posted.id, { ...machine, registers: ['mining'] }), null);
});

test('a token reaches only the registers it was made for, and can neither review nor publish', () => {
  const { database, machine } = house();
  assert.deepEqual(
    codes(
      postNotice(
        database,
        machine,
        { body: JSON.stringify({ ...notice, register: 'mining', kind: 'grant' }), key: 'k' },
        NOW,
      ),
    ),
    ['forbidden'],
  );
});

const heads = columns.map(({ head }) => head);
const line = (changes: Record<string, string> = {}) =>
  columns.map(
    ({ path }) =>
      ({
        title: '2026-51号宗地出让公告',
        'project.name': '2026-51号宗地',
        'project.code': 'TS-TD-2026-051',
        region: '秦州区',
        'fields.grantor.name': '天水市某自然资源局',
        'fields.grantor.address': '秦州区某路1号',
        'fields.method': '挂牌',
        'fields.documentsFrom': '2026-11-30 09:00',
        'fields.listingFrom': '2026-12-22 09:00',
        'fields.listingUntil': '2027-01-05 10:00',
        'fields.parcels.0.parcel': '2026-51号',
        'fields.parcels.0.location': '某路',
        'fields.parcels.0.area': '1.2',
        'fields.parcels.0.use': '工业',
        'fields.parcels.0.boundary': '见附图',
        'fields.parcels.0.extent': '见出让文件',
        'fields.parcels.0.presentState': '净地',
        'fields.parcels.0.term': '50',
        'fields.parcels.0.deposit': '20万元',
        'fields.parcels.0.startingPrice': '24万元/亩',
        'fields.bidderScope': '法人',
        'fields.documentsHow': '网上',
        'fields.applicationDeadline': '2026-12-20 17:00',
        'fields.salePlace': '网上',
        'fields.awardRule': '价高者得',
        ...changes,
      })[path] ?? '',
  );
const take = (made: ReturnType<typeof house>, table: string[][], confirmed?: ReturnType<typeof answersTo>) =>
  takeRows(
    made.database,
    made.author,
    table,
    { register: land, kind: grant, kindId: 'grant', columns, ...(confirmed && { confirmed }) },
    NOW,
  );

test('a filled table is taken whole: words of choices and of divisions stand for their codes', () => {
  const made = house();
  assert.equal(
    value(
      take(made, [
        heads.map((head) => `${head}*`),
        line(),
        line({ 'project.code': 'TS-TD-2026-052', 'fields.parcels.0.parcel': '2026-52号' }),
      ]),
    ),
    2,
  );
  assert.equal(submitted(made.database, made.land), 2);
});

test('one wrong cell keeps every row out, and is named by row and column', () => {
  const made = house();
  const result = take(made, [heads, line(), line({ 'fields.parcels.0.startingPrice': '24', region: '火星' })]);
  assert.deepEqual(codes(result), ['rows-refused']);
  assert.deepEqual(
    result.cells!.map(({ row, column, code }) => [row, column, code]),
    [
      [3, '区县', 'region-unknown'],
      [3, '宗地·起始价', 'not-money'],
    ],
  );
  assert.equal(submitted(made.database, made.land), 0);
});

test('what is odd in a table is asked once, row by row, and the table that came twice as well', () => {
  const made = house();
  const table = [heads, line({ region: '北京市', 'fields.parcels.0.area': '32450公顷' })];
  const odd = take(made, table);
  assert.deepEqual(odd.cells!.map(({ row, column, code }) => [row, column, code]).sort(), [
    [2, '区县', 'odd-place'],
    [2, '宗地·出让面积', 'odd-large'],
  ]);
  assert.equal(submitted(made.database, made.land), 0);
  assert.equal(value(take(made, table, answersTo(odd.cells!))), 1);

  const plain = [heads, line()];
  value(take(made, plain));
  const again = take(made, plain);
  assert.deepEqual(
    again.cells!.map(({ row, code, expected }) => [row, code, expected]),
    [[2, 'odd-again', '2026-11-24']],
  );
  assert.equal(value(take(made, plain, answersTo(again.cells!))), 1);
  assert.equal(answersTo([...again.cells!, { code: 'not-money', row: 3, column: '宗地·起始价' }]), undefined);
});

test('heads that are not those of the template are told before any row is read', () => {
  const made = house();
  const result = take(made, [[...heads.filter((head) => head !== '地点'), '颜色'], line()]);
  assert.deepEqual(codes(result), ['table-heads']);
  assert.deepEqual(
    result.cells!.map(({ code, column }) => [code, column]),
    [
      ['column-unknown', '颜色'],
      ['column-missing', '地点'],
    ],
  );
});

test('CSV is read in UTF-8 and GB18030, XLSX with its days and numbers', async () => {
  const csv = '公告标题,面积\r\n"甲,乙",1.5\r\n';
  const wanted = [
    ['公告标题', '面积'],
    ['甲,乙', '1.5'],
  ];
  assert.deepEqual(value(await readTable('a.csv', Buffer.from(`\ufeff${csv}`))), wanted);
  const gb = Buffer.from([0xb9, 0xab, 0xb8, 0xe6, 0x2c, 0x31]);
  assert.deepEqual(value(await readTable('a.csv', gb)), [['公告', '1']]);
  const book = await (
    await writeXlsxFile(
      [
        [
          { value: '日期', type: String },
          { value: '数', type: String },
        ],
        [
          { value: new Date(Date.UTC(2026, 10, 24)), type: Date, format: 'yyyy-mm-dd' },
          { value: 1.5, type: Number },
        ],
      ],
      {},
    )
  ).toBuffer();
  assert.deepEqual(value(await readTable('a.xlsx', book)), [
    ['日期', '数'],
    ['2026-11-24', '1.5'],
  ]);
  assert.deepEqual(codes(await readTable('a.xlsx', Buffer.from('PK'))), ['table-broken']);
  assert.deepEqual(codes(await readTable('a.txt', Buffer.from('x'))), ['table-type']);
});

test('a time of day in a sheet comes as it is shown, whatever fraction of a day it is kept as', async () => {
  const minutes = Array.from({ length: 288 }, (_, index) => index * 5).filter((minute) => minute > 0);
  const book = await (
    await writeXlsxFile(
      minutes.map((minute) => [
        // As a spreadsheet that adds minutes up keeps them: a hair short.
        { value: new Date(Date.UTC(2026, 10, 24) + minute * 60_000 - 1), type: Date, format: 'yyyy-mm-dd hh:mm' },
      ]),
      {},
    )
  ).toBuffer();
  const pad = (number: number) => String(number).padStart(2, '0');
  assert.deepEqual(
    value(await readTable('a.xlsx', book)).map(([cell]) => cell),
    minutes.map((minute) => `2026-11-24 ${pad(Math.floor(minute / 60))}:${pad(minute % 60)}`),
  );
});

test('a table is read as the form is, and a system says of an odd number that it is so', () => {
  const made = house();
  value(take(made, [heads, line({ 'fields.parcels.0.area': '32450.12㎡', 'fields.parcels.0.term': '50年' })]));
  const odd = { ...notice, fields: { ...notice.fields, parcels: [{ ...notice.fields.parcels[0], area: 32450 }] } };
  const post = (body: object, key = 'k') =>
    postNotice(made.database, made.machine, { body: JSON.stringify(body), key }, NOW);
  const first = post(odd);
  assert.deepEqual(codes(first), ['odd-large']);
  const [{ code, path, found, expected }] = !first.ok ? (first.refusals as [Refusal]) : [{} as Refusal];
  value(post({ ...odd, confirmed: { [`${code}.${path}`]: `${found}; ${expected}` } }));
  const mu = { ...odd, fields: { ...odd.fields, parcels: [{ ...odd.fields.parcels[0], area: '60亩' }] } };
  assert.deepEqual(codes(post(mu, 'k2')), ['not-a-number'], 'programs write plain digits');
});
