import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findRecord, releasesOf } from '../../src/notices/storage.ts';
import { counts, portal } from './import-world.ts';

/**
 * The formats of others in small: invented contents in the shape of what is published. `import-published.test.ts` takes
 * in the files themselves where they are at hand.
 */
const asJson = (value: unknown) => JSON.stringify(value);
const release = (id: string, tag: string, more: object = {}) => ({
  ocid: 'ocds-demo-7',
  id,
  date: '2026-03-01T09:00:00Z',
  tag: [tag],
  initiationType: 'tender',
  tender: { id: '7', title: '办公用纸', mainProcurementCategory: 'goods' },
  ...more,
});
const inPackage = (...releases: object[]) => ({
  uri: 'https://example.org/package',
  publishedDate: '2026-03-05T00:00:00Z',
  publisher: { name: '某市采购网' },
  releases,
});

test('OCDS packages go in, a broken file is one problem, and a second time changes nothing', async () => {
  const { run, write, releases } = portal();
  const paths = [
    write('1.json', asJson(inPackage(release('1', 'tender'), release('2', 'award')))),
    write('2.json', ''),
    write('3.json', asJson({ records: [{ ocid: 'ocds-demo-8', releases: [{ url: 'https://example.org/8' }] }] })),
  ];
  const first = await run(paths);
  assert.deepEqual(
    first.files.map(({ published, unreadable, problems }) => [published, unreadable?.code ?? problems[0]?.code]),
    [
      [2, undefined],
      [0, 'empty-file'],
      [0, 'only-linked'],
    ],
  );
  const second = await run(paths);
  assert.deepEqual(
    second.files.map(({ published, unchanged }) => [published, unchanged]),
    [
      [0, 2],
      [0, 0],
      [0, 0],
    ],
  );
  assert.equal(releases(), 2);
});

test('a release that stands in two packages is one, and keeps the medium it first came with', async () => {
  for (const together of [true, false]) {
    const { run, write, database } = portal();
    const one = release('1', 'tender');
    const elsewhere = {
      uri: 'https://example.org/records',
      publishedDate: '2026-04-09T00:00:00Z',
      publisher: { name: '某省数据网' },
      records: [{ ocid: one.ocid, releases: [Object.fromEntries(Object.entries(one).reverse())] }],
    };
    const first = write('releases.json', asJson(inPackage(one)));
    const second = write('records.json', asJson(elsewhere));
    for (const dryRun of [true, false]) {
      const { files, status } = await run(
        together ? [write('both.jsonl', `${asJson(inPackage(one))}\n${asJson(elsewhere)}`)] : [first, second],
        { dryRun },
      );
      const sum = (count: 'published' | 'unchanged' | 'refused') => files.reduce((n, file) => n + file[count], 0);
      assert.deepEqual([sum('published'), sum('unchanged'), sum('refused'), status], [1, 1, 0, 0]);
    }
    assert.equal(releasesOf(database, one.ocid)[0]!.content.firstPublished?.medium, '某市采购网');
    const { problems } = (
      await run([write('other.json', asJson(inPackage({ ...one, tender: { id: '7', title: '别的' } })))])
    ).files[0]!;
    assert.deepEqual(
      problems.map(({ code }) => code),
      ['already-published'],
    );
  }
});

test('a compiled record stays out when its releases are here, in whatever order the files come', async () => {
  const { run, write, database } = portal();
  const compiled = { ...release('c', 'compiled'), tag: ['compiled'] };
  await run([
    write(
      'record.json',
      asJson({ ...inPackage(), releases: undefined, records: [{ ocid: 'ocds-demo-7', compiledRelease: compiled }] }),
    ),
    write('releases.json', asJson(inPackage(release('1', 'planning'), release('2', 'tender'), release('3', 'award')))),
  ]);
  assert.deepEqual(
    releasesOf(database, 'ocds-demo-7')
      .map(({ kind }) => kind)
      .sort(),
    ['award', 'intention', 'tender'],
  );
});

test('foreign money keeps its currency and makes no headline; the publisher is the first medium', async () => {
  const { runOne, write, database } = portal();
  const award = {
    awards: [
      { id: '1', value: { amount: 207646, currency: 'TWD' }, suppliers: [{ id: 's', name: '某机械股份有限公司' }] },
    ],
    buyer: { id: 'b', name: '某油料公司' },
  };
  await runOne(write('one.json', asJson(inPackage(release('1', 'award', award)))));
  const record = findRecord(database, 'ocds-demo-7')!;
  assert.deepEqual([record.stage, record.amount, record.compiled.buyer?.name], ['award', null, '某油料公司']);
  assert.deepEqual(
    record.compiled.awards?.map(({ value }) => value?.currency),
    ['TWD'],
  );
  assert.equal(releasesOf(database, 'ocds-demo-7')[0]!.content.firstPublished?.medium, '某市采购网');
});

test('works are tendered in construction, goods in procurement', async () => {
  const { runOne, write, database } = portal();
  const works = { tender: { id: '9', title: '便道硬化', mainProcurementCategory: 'works' } };
  await runOne(
    write(
      'two.json',
      asJson(inPackage(release('1', 'tender'), { ...release('2', 'tender', works), ocid: 'ocds-demo-9' })),
    ),
  );
  assert.equal(releasesOf(database, 'ocds-demo-7')[0]!.register, 'procurement');
  assert.equal(releasesOf(database, 'ocds-demo-9')[0]!.register, 'construction');
});

const captured = (number: number, more: object) => ({
  title: '某县第三中学操场改造',
  publish_date: '2026-03-17 09:00',
  region: '甘肃省',
  issuer: '某县教育局',
  content_text: '某县第三中学操场改造进行公开招标。',
  attachments: [],
  project_code: 'GS2026-31',
  source_platform: '某市公共资源交易网',
  detail_url: `https://www.ggzy.gov.cn/information/deal/html/a/620000/0101/20260317/00a${number}.html`,
  record_id: `00a${number}`,
  business_type: '工程建设',
  info_type: '招标/资审公告',
  ...more,
});

test('captured notices go in by project and section; what belongs to no register is refused by name', async () => {
  const { runOne, write, database } = portal();
  const path = write(
    'captured.json',
    asJson({
      source: '某平台',
      items: [
        captured(1, {}),
        captured(2, { title: '某县第三中学操场改造一标段中标公告', info_type: '交易结果公示' }),
        captured(3, { title: '某县第三中学操场改造二标段中标公告', info_type: '交易结果公示' }),
        captured(4, {
          title: '某公司股权转让',
          business_type: '其他',
          project_code: '',
          detail_url: 'https://www.ggzy.gov.cn/information/deal/html/a/620000/9002/20260317/00a4.html',
        }),
      ],
    }),
  );
  const report = await runOne(path);
  assert.deepEqual(counts(report), { rows: 4, published: 3, unchanged: 0, refused: 1 });
  assert.deepEqual(
    report.problems.map(({ row, path: place }) => [row, place]),
    [[4, 'business_type']],
  );
  const ocids = database.all<{ ocid: string }>('SELECT ocid FROM records');
  assert.equal(ocids.length, 1);
  assert.equal(findRecord(database, ocids[0]!.ocid)!.title, '某县第三中学操场改造');
  assert.deepEqual(counts(await runOne(path)), { rows: 4, published: 0, unchanged: 3, refused: 1 });
});

test('a listing goes in as reprints of the right kind and region, and joins a project by its title', async () => {
  const { runOne, write, database } = portal();
  const head =
    'province_code,info_type_code,title,business_type,source_platform,info_type,industry,publish_date,url_path';
  const row = (title: string, info: string, code: string, place = '天水市公共资源电子交易系统') =>
    `620000,${code},${title},工程建设,${place},${info},,2017-10-17,/information/html/a/${Buffer.from(title + info).toString('hex')}.shtml`;
  const path = write(
    'listing.csv',
    [
      head,
      row('天水市某学校综合楼招标公告', '招标/资审公告', '0101'),
      row('天水市某学校综合楼招标文件', '招标/资审文件澄清', '0105'),
      row('某县道路硬化二合同段中标候选人公示', '交易结果公示', '0104', '某市公共资源交易系统'),
    ].join('\n'),
  );
  const report = await runOne(path);
  assert.deepEqual(counts(report), { rows: 3, published: 3, unchanged: 0, refused: 0 });
  assert.deepEqual(report.unusedColumns, ['industry']);
  const kinds = database.all<{ kind: string; content: string; ocid: string }>(
    'SELECT kind, content, ocid FROM releases ORDER BY seq',
  );
  assert.deepEqual(
    kinds.map(({ kind, content }) => [kind, JSON.parse(content).region]),
    [
      ['tender', '620500'],
      ['clarification', '620500'],
      ['candidate', '620000'],
    ],
  );
  assert.equal((await runOne(path)).unchanged, 3);
});

test('a table of divisions is compared and nothing is published', async () => {
  const { runOne, write, releases } = portal();
  const table = (...rows: string[]) => ['code,name,cityCode,provinceCode', ...rows].join('\n');
  const good = await runOne(write('good.csv', table('620502,秦州区,6205,62', '620503,麦积区,6205,62')));
  assert.deepEqual(counts(good), { rows: 2, published: 0, unchanged: 2, refused: 0 });
  const old = await runOne(write('old.csv', table('620503,北道区,6205,62', '620599,张家川回族自治县,6205,62')));
  assert.deepEqual(
    old.problems.map(({ row, code, found }) => [row, code, found]),
    [
      [2, 'division-differs', '北道区'],
      [3, 'division-unknown', '620599 张家川回族自治县'],
    ],
  );
  assert.equal(releases(), 0);
});

test('supply results of land go in, hectares and ten thousand yuan kept', async () => {
  const { runOne, write, database } = portal();
  const path = write(
    'land.json',
    asJson([
      {
        date: '2019-03-28',
        行政区: '某某区',
        电子监管号: '6205022019BI0001',
        项目名称: '某某某住宅',
        '面积(公顷)': '0.003325',
        土地用途: '城镇住宅用地',
        供地方式: '协议出让',
        土地使用年限: '70',
        '成交价格(万元)': '0.8987',
        土地使用权人: '某某某',
        批准单位: '某某区',
        合同签订日期: '2019年03月28日',
      },
    ]),
  );
  assert.deepEqual(counts(await runOne(path)), { rows: 1, published: 1, unchanged: 0, refused: 0 });
  const { content } = database.get<{ content: string }>('SELECT content FROM releases')!;
  assert.match(content, /"fen":898700/);
  assert.match(content, /0\.003325/);
  assert.equal((await runOne(path)).unchanged, 1);
});

test('two holders of a parcel are masked wherever their names stand, and neither has a page', async () => {
  const { runOne, write, database } = portal();
  const parcel = {
    date: '2026-03-28',
    行政区: '秦州区',
    电子监管号: '6205022026B00099',
    项目名称: '钱小树、孙小河-住宅',
    项目位置: '秦州区某街9号',
    '面积(公顷)': '0.0051',
    供地方式: '协议出让',
    土地使用权人: '钱小树、孙小河',
  };
  const beside = {
    ...parcel,
    电子监管号: '6205022026B00098',
    项目名称: '仓库',
    土地使用权人: '钱小树、天水湖滨建设有限公司',
  };
  assert.equal((await runOne(write('land.json', asJson([parcel, beside])))).published, 2);
  const rows = ['releases', 'records', 'parties'].map((table) => database.all(`SELECT * FROM ${table}`));
  const stored = JSON.stringify(rows);
  assert.doesNotMatch(stored, /小树|小河/);
  assert.match(stored, /钱\*\*、孙\*\*-住宅/);
  assert.match(stored, /钱\*\*、天水湖滨建设有限公司/);
  assert.doesNotMatch(JSON.stringify(rows[2]), /钱/);
});

test('a title in another language is the title where there is no other, and an amount without a currency is no yuan', async () => {
  const { runOne, write, database } = portal();
  const foreign = (ocid: string, tender: object) => ({ ...release('1', 'tender', { tender }), ocid });
  await runOne(
    write(
      'languages.json',
      asJson(
        inPackage(
          foreign('ocds-demo-fr', { title_fr: 'Route du lac', title_en: 'Lake road', value: { amount: 5000 } }),
          foreign('ocds-demo-zh', { title_en: 'Lake road', 'title_zh-Hans': '湖滨路', description_en: 'Paving' }),
          foreign('ocds-demo-es', { id: 't', title: '', title_es: 'Calle', value: { amount: 7, currency: 'CNY' } }),
        ),
      ),
    ),
  );
  const record = (ocid: string) => findRecord(database, ocid)!;
  assert.deepEqual(
    ['fr', 'zh', 'es'].map((language) => record(`ocds-demo-${language}`).title),
    ['Lake road', '湖滨路', 'Calle'],
  );
  assert.deepEqual(
    [record('ocds-demo-fr').amount, record('ocds-demo-es').amount, record('ocds-demo-fr').compiled.tender?.value],
    [null, 700, { amount: 5000 }],
  );
  assert.equal(record('ocds-demo-zh').compiled.tender?.description, 'Paving');
  assert.deepEqual(
    ['fr', 'es'].map((language) => record(`ocds-demo-${language}`).compiled.tender?.id),
    ['ocds-demo-fr', 't'],
  );
});

test('what is nested without end is refused: a document whole, a line by itself, and the other files go in', async () => {
  const { run, write, releases } = portal();
  const deep = (levels: number) =>
    asJson(release('1', 'tender', { x: 0 })).replace('"x":0', `"x":${'[{"y":'.repeat(levels)}0${'}]'.repeat(levels)}`);
  const { files, status } = await run([
    write('document.json', `{"releases":[${deep(20_000)}]}`),
    write('lines.jsonl', [asJson(release('2', 'award')), deep(20_000), asJson(release('3', 'contract'))].join('\n')),
    write('other.json', asJson(inPackage(release('4', 'tender')))),
    write('list.json', '['.repeat(50_000) + ']'.repeat(50_000)),
  ]);
  assert.deepEqual(
    files.map(({ published, refused, unreadable }) => [published, refused, unreadable?.code]),
    [
      [0, 0, 'document-too-deep'],
      [2, 1, undefined],
      [1, 0, undefined],
      [0, 0, 'document-too-deep'],
    ],
  );
  assert.deepEqual(
    [files[1]!.problems[0]!.row, files[1]!.problems[0]!.code, status, releases()],
    [2, 'too-deep', 2, 3],
  );
  const again = (await run([files[1]!.rejectFile!])).files[0]!;
  assert.equal(again.refused, 1);
});

test('a row with bytes that are no characters is refused wherever it stands, and its neighbours go in', async () => {
  const { runOne, write, database } = portal();
  const head = '公告标题,发布时间,信息类型代码,项目编号,采购人,来源平台\n';
  const row = (code: string, buyer: string, filling = '') =>
    `${code}号采购招标公告${filling},2026-03-01,0201,RK-2026-${code},${buyer},某省采购网\n`;
  const long = '很'.repeat(120);
  const rows = Array.from({ length: 900 }, (_, index) => row(String(1000 + index), '湖滨区教育局', long)).join('');
  const broken = (text: string) => {
    const bytes = Buffer.from(text);
    bytes[bytes.indexOf('坏') + 1] = 0xff;
    return bytes;
  };
  for (const filling of ['', rows]) {
    const file = Buffer.concat([
      Buffer.from(head + row('0001', '湖滨区医院', long) + filling),
      broken(row('0002', '湖滨区坏局')),
      Buffer.from(row('0003', '湖滨区\ufffd学校') + row('0004', '湖滨\u202e区林\u0001业局\ufeff')),
    ]);
    const report = await runOne(write('late.csv', file));
    assert.deepEqual(
      report.problems.map(({ row, path, code, found }) => [row, path, code, found?.slice(0, 4)]),
      [[filling === '' ? 3 : 903, '采购人', 'broken-bytes', '湖滨区�']],
    );
    assert.equal(report.status, 2);
  }
  const stored = JSON.stringify(database.all('SELECT content FROM releases'));
  assert.match(stored, /湖滨区\ufffd学校/);
  assert.match(stored, /湖滨区林业局/);
  const lines = await runOne(
    write(
      'late.jsonl',
      Buffer.concat([
        Buffer.from(`${asJson(release('1', 'tender'))}\n`),
        broken('{"a":"坏"}\n'),
        Buffer.from(asJson(release('2', 'award'))),
      ]),
    ),
  );
  assert.deepEqual([lines.published, lines.problems[0]?.row, lines.problems[0]?.code], [2, 2, 'broken-bytes']);
  const document = await runOne(
    write(
      'late.json',
      broken(asJson(inPackage(release('3', 'tender', { x: '坏'.repeat(1) }), release('4', 'contract', { y: long })))),
    ),
  );
  assert.deepEqual([document.published, document.refused, document.problems[0]?.row], [1, 1, 1]);
});
