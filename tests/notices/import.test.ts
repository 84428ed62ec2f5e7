import assert from 'node:assert/strict';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { nativeSchema } from '../../src/notices/import/schema.ts';
import { registers } from '../../src/registers/registers.ts';
import { asLines, counts, lakeRoad, portal } from './import-world.ts';

test('a notice goes in from a document, a list and a line alike, and going in again changes nothing', async () => {
  const { write, run, releases } = portal();
  const files = [
    write('one.txt', JSON.stringify(lakeRoad(), null, 2)),
    write('list.dat', JSON.stringify([lakeRoad(), lakeRoad({ id: 'b', project: { code: 'B-0002' } })])),
    write(
      'lines',
      asLines(lakeRoad({ id: 'c', project: { code: 'C-0003' } }), lakeRoad({ id: 'd', project: { code: 'D-0004' } })),
    ),
  ];
  const first = await run(files);
  assert.deepEqual(first.files.map(counts), [
    { rows: 1, published: 1, unchanged: 0, refused: 0 },
    { rows: 2, published: 1, unchanged: 1, refused: 0 },
    { rows: 2, published: 2, unchanged: 0, refused: 0 },
  ]);
  assert.equal(first.status, 0);
  const second = await run(files);
  assert.equal(
    second.files.reduce((sum, { published }) => sum + published, 0),
    0,
  );
  assert.equal(second.status, 0);
  assert.equal(releases(), 4);
});

test('each breakage is told with its row and field, and what was found; good rows go in', async () => {
  const { write, runOne } = portal();
  const fields = lakeRoad()['fields'] as object;
  const path = write(
    'mixed.jsonl',
    [
      asLines(lakeRoad()),
      '{"id": "cut off',
      asLines(
        lakeRoad({ id: 'b', title: undefined }),
        lakeRoad({ id: 'c', register: 'railways' }),
        lakeRoad({ id: 'd', kind: 'celebration' }),
        lakeRoad({ id: 'e', fields: { ...fields, ceilingPrice: '330' } }),
        lakeRoad({ id: 'f', fields: { ...fields, bidDeadline: '下周' } }),
        lakeRoad({ id: 'g', fields: { ...fields, colour: 'red' } }),
        lakeRoad({ id: 'h', publishedAt: '2026-13-01' }),
        lakeRoad({ title: '同号不同文' }),
        lakeRoad({ id: 'i', amends: 'nowhere', kind: 'correction', fields: {} }),
        42,
        { colour: 'red' },
        lakeRoad({ id: 'z', project: { code: 'Z-0026' } }),
      ),
    ].join('\n'),
  );
  const report = await runOne(path);
  assert.deepEqual(
    report.problems.map(({ row, path: field, code }) => [row, field, code]),
    [
      [2, undefined, 'broken-json-line'],
      [12, undefined, 'not-an-object'],
      [13, undefined, 'unknown-object'],
      [3, 'title', 'missing'],
      [4, 'register', 'unknown-register'],
      [5, 'kind', 'unknown-kind'],
      [6, 'fields.ceilingPrice', 'not-money'],
      [7, 'fields.bidDeadline', 'not-an-instant'],
      [8, 'fields.colour', 'unknown-field'],
      [9, 'publishedAt', 'not-an-instant'],
      [10, 'id', 'duplicate-in-run'],
      [11, 'amends', 'amends-unknown'],
    ],
  );
  assert.equal(report.problems.find(({ row }) => row === 6)!.found, '330');
  assert.match(report.problems.find(({ row }) => row === 10)!.expected!, /mixed\.jsonl:1$/);
  assert.deepEqual(counts(report), { rows: 14, published: 2, unchanged: 0, refused: 12 });
  assert.equal(report.status, 2);
});

test('a reject file that has been mended goes in, and is not overwritten by the next', async () => {
  const { write, runOne, run, releases, folder } = portal();
  const path = write(
    'notices.jsonl',
    asLines(
      lakeRoad(),
      lakeRoad({ id: 'b', project: { code: 'B-0002' }, publishedAt: '昨天' }),
      lakeRoad({ id: 'c', kind: 'celebration' }),
    ),
  );
  const { rejectFile } = await runOne(path);
  assert.equal(rejectFile, join(folder, 'notices.jsonl.rejected.jsonl'));
  const mended = readFileSync(rejectFile!, 'utf8').replaceAll('昨天', '2026-03-02');
  const again = await runOne(write('notices.jsonl.rejected.jsonl', mended));
  assert.deepEqual(counts(again), { rows: 2, published: 1, unchanged: 0, refused: 1 });
  assert.deepEqual(
    again.problems.map(({ row, path: field }) => [row, field]),
    [[2, 'kind']],
  );
  assert.equal(again.rejectFile, join(folder, 'notices.jsonl.rejected-2.jsonl'));
  assert.equal(readFileSync(rejectFile!, 'utf8'), mended);
  assert.equal(releases(), 2);
  const { files } = await run([path]);
  assert.equal(files[0]!.rejectFile, join(folder, 'notices.jsonl.rejected-3.jsonl'));
});

test('two files of one name keep their refused rows apart, in a folder that is made for them', async () => {
  const { folder, run } = portal();
  const refused = (named: string) => asLines(lakeRoad({ kind: 'celebration', title: named }));
  const paths = ['east', 'west'].map((side) => {
    mkdirSync(join(folder, side));
    writeFileSync(join(folder, side, 'notices.jsonl'), refused(side));
    return join(folder, side, 'notices.jsonl');
  });
  const { files } = await run(paths, { rejects: join(folder, 'refused') });
  const [east, west] = files.map(({ rejectFile }) => readFileSync(rejectFile!, 'utf8'));
  assert.match(east!, /"title":"east"/);
  assert.match(west!, /"title":"west"/);
  assert.equal(readdirSync(join(folder, 'refused')).length, 2);
});

test('a correction that stands before what it corrects goes in with it', async () => {
  const { write, runOne } = portal();
  const correction = lakeRoad({
    id: 'correction',
    kind: 'correction',
    amends: 'ts-2026-018-tender',
    publishedAt: '2026-03-05',
    fields: { ceilingPrice: '340万元' },
  });
  const path = write('newest-first.jsonl', asLines(correction, lakeRoad()));
  assert.deepEqual(counts(await runOne(path, { dryRun: true })), { rows: 2, published: 2, unchanged: 0, refused: 0 });
  assert.deepEqual(counts(await runOne(path)), { rows: 2, published: 2, unchanged: 0, refused: 0 });
});

test('a dry run says what would happen and keeps nothing', async () => {
  const { write, runOne, releases, folder } = portal();
  const path = write(
    'some.jsonl',
    asLines(lakeRoad(), lakeRoad(), lakeRoad({ title: '同号不同文' }), lakeRoad({ id: 'b', kind: 'celebration' })),
  );
  const dry = await runOne(path, { dryRun: true });
  assert.deepEqual(counts(dry), { rows: 4, published: 1, unchanged: 1, refused: 2 });
  assert.equal(releases(), 0);
  assert.equal(existsSync(join(folder, 'some.jsonl.rejected.jsonl')), false);
  assert.deepEqual(counts(await runOne(path)), counts(dry));
});

test('an empty, broken, foreign or absent file is one clear problem and spoils no other', async () => {
  const { write, run, folder } = portal();
  const files = [
    write('empty.json', ''),
    write('cut.json', '{"releases": [\n  {"ocid": "x", '),
    write('photo.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1])),
    write('letter.txt', '尊敬的领导：您好。'),
    join(folder, 'absent.json'),
    write('good.json', JSON.stringify(lakeRoad())),
  ];
  const report = await run(files);
  assert.deepEqual(
    report.files.map(({ unreadable }) => unreadable?.code),
    ['empty-file', 'broken-json', 'not-text', 'not-recognised', 'file-enoent', undefined],
  );
  assert.match(report.files[1]!.unreadable!.found!, /^2:/);
  assert.equal(report.status, 2);
  assert.equal((await run(files.slice(0, 5))).status, 1);
});

const LISTING =
  '标题,发布日期,业务类型,信息类型,来源平台,网址\n"湖滨路改造工程, 施工招标公告",2026-03-01,工程建设,招标/资审公告,天水市公共资源交易中心,https://example.org/1\n东区学校食堂采购成交公告,3月1日,政府采购,中标公告,天水市公共资源交易中心,https://example.org/2\n';

test('a listing is read in UTF-8 with and without a mark, and a problem names the column', async () => {
  for (const text of [LISTING, `\ufeff${LISTING}`, LISTING.replaceAll('\n', '\r\n')]) {
    const { write, runOne, database } = portal();
    const report = await runOne(write('listing', text));
    assert.deepEqual(counts(report), { rows: 2, published: 1, unchanged: 0, refused: 1 });
    assert.deepEqual(
      report.problems.map(({ row, path, found }) => [row, path, found]),
      [[3, '发布日期', '3月1日']],
    );
    const [release] = database.all<{ register: string; kind: string; content: string }>(
      'SELECT register, kind, content FROM releases',
    );
    assert.deepEqual(
      [release!.register, release!.kind, JSON.parse(release!.content).region],
      ['construction', 'tender', '620500'],
    );
    const mended = readFileSync(report.rejectFile!, 'utf8').replaceAll('3月1日', '2026-03-01');
    assert.equal((await runOne(write('mended', mended))).published, 1);
  }
});

test('a listing in GB18030 is read as the same', async () => {
  const { write, runOne, database } = portal();
  // 标题,日期,业务类型,信息类型 / 湖滨路招标公告,2026-03-01,工程建设,招标/资审公告
  const bytes = Buffer.from(
    'b1eacce22cc8d5c6da2cd2b5cef1c0e0d0cd2cd0c5cfa2c0e0d0cd0abafeb1f5c2b7d5d0b1eab9abb8e62c323032362d30332d30312cb9a4b3ccbda8c9e82cd5d0b1ea2fd7cac9f3b9abb8e60a',
    'hex',
  );
  assert.deepEqual(counts(await runOne(write('gb.csv', bytes))), { rows: 1, published: 1, unchanged: 0, refused: 0 });
  assert.match(database.get<{ content: string }>('SELECT content FROM releases')!.content, /湖滨路招标公告/);
});

test('a listing row gives way to the full text of the same notice, whichever comes first', async () => {
  const id = '0062eb89d8a5a5a4ed79bc18dea283a1831a';
  const listing = `title,publish_date,info_type_code,source_platform,url_path\n湖滨路改造工程招标公告,2026-03-01,0101,天水市公共资源交易中心,/information/html/a/620000/0101/202603/01/${id}.shtml\n`;
  const full = {
    title: '湖滨路改造工程招标公告',
    publish_date: '2026-03-01 09:00',
    record_id: id,
    detail_url: `https://www.ggzy.gov.cn/information/deal/html/a/620000/0101/20260301/${id}.html`,
    content_text: '招标人：天水市住房和城乡建设局',
    business_type: '工程建设',
    info_type: '招标/资审公告',
    source_platform: '天水市公共资源交易中心',
  };
  const early = portal();
  const files = [early.write('listing.csv', listing), early.write('full.json', JSON.stringify([full]))];
  assert.deepEqual(
    (await early.run(files)).files.map(({ published }) => published),
    [1, 1],
  );
  assert.deepEqual(
    early.database
      .all<{ amends: number | null }>('SELECT amends FROM releases ORDER BY seq')
      .map(({ amends }) => amends !== null),
    [false, true],
  );
  assert.deepEqual(
    (await early.run(files)).files.map(({ unchanged }) => unchanged),
    [1, 1],
  );
  const late = portal();
  const report = await late.run([late.write('full.json', JSON.stringify([full])), late.write('listing.csv', listing)]);
  assert.deepEqual(
    report.files.map(({ published, unchanged }) => [published, unchanged]),
    [
      [1, 0],
      [0, 1],
    ],
  );
  assert.equal(late.releases(), 1);
});

test('memory does not grow with the file', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { folder, runOne } = portal();
  const path = join(folder, 'large.jsonl');
  const file = createWriteStream(path);
  // 50 MB: one notice over and over, and as many that are refused.
  const body = '正文。'.repeat(1_000);
  for (let row = 0; row < 5_400; row++) {
    const line = JSON.stringify(
      row % 2 === 0 ? lakeRoad({ body }) : lakeRoad({ id: `n${row}`, kind: 'celebration', body }),
    );
    if (!file.write(`${line}\n`)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  const held: number[] = [];
  const report = await runOne(path, {
    onProgress: ({ rows }) => {
      if (rows % 900 !== 0) return;
      collect();
      held.push(process.memoryUsage().heapUsed);
    },
  });
  assert.deepEqual(counts(report), { rows: 5_400, published: 1, unchanged: 2_699, refused: 2_700 });
  assert.equal(report.problems.length, 20);
  assert.equal(report.furtherProblems, 2_680);
  const growth = (held.at(-1)! - held[1]!) / 1024 / 1024;
  assert.ok(growth < 12, `the heap grew by ${growth.toFixed(1)} MB over 50 MB of file`);
});

test('the schema of the native format holds first publications to all fields and reprints to none', () => {
  const schema = nativeSchema() as { $defs: Record<string, { required?: string[] }>; allOf: unknown[] };
  const kinds = registers.flatMap(({ id, kinds }) => Object.keys(kinds).map((kind) => `${id}.${kind}`));
  assert.equal(schema.allOf.length, kinds.length);
  assert.ok(schema.$defs['construction.tender']!.required!.includes('bidDeadline'));
  for (const kind of kinds) assert.deepEqual(schema.$defs[`${kind}.reprint`]!.required ?? [], []);
  const text = JSON.stringify(schema);
  for (const [, name] of text.matchAll(/"\$ref":"#\/\$defs\/([^"]+)"/g)) assert.ok(name! in schema.$defs, name);
});

test('releases of OCDS are read as lines, as packages in lines, and alone; a mended one goes in', async () => {
  const release = (id: string, more: object = {}) => ({
    ocid: 'ocds-x-1',
    id,
    date: '2026-03-01T09:00:00Z',
    tag: ['tender'],
    initiationType: 'tender',
    tender: { id: '1', title: '课桌椅采购', value: { amount: 900, currency: 'USD' } },
    ...more,
  });
  const { write, runOne, database } = portal();
  const lines = write(
    'releases.jsonl',
    asLines(
      release('1'),
      {
        uri: 'https://example.org/p',
        publisher: { name: '某发布方' },
        publishedDate: '2026-03-02',
        releases: [release('2', { tag: ['award'] }), release('3', { tag: ['celebration'] })],
      },
      release('4', { date: undefined }),
    ),
  );
  const report = await runOne(lines);
  assert.deepEqual(counts(report), { rows: 4, published: 2, unchanged: 0, refused: 2 });
  assert.deepEqual(
    report.problems.map(({ row, path, code }) => [row, path, code]),
    [
      ['2/2', 'tag', 'unknown-tag'],
      [3, 'date', 'missing'],
    ],
  );
  const mended = readFileSync(report.rejectFile!, 'utf8')
    .replaceAll('celebration', 'contract')
    .replace('"id":"4"', '"id":"4","date":"2026-03-04"');
  assert.equal((await runOne(write('mended.jsonl', mended))).published, 2);
  const kinds = database.all<{ kind: string }>('SELECT kind FROM releases ORDER BY seq').map(({ kind }) => kind);
  assert.deepEqual(kinds, ['tender', 'award', 'contract', 'tender']);
  assert.equal(database.all('SELECT ocid FROM records').length, 1);
});
