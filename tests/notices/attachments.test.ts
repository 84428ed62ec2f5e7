import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileName } from '../../src/notices/attachments/check.ts';
import { download } from '../../src/notices/attachments/download.ts';
import { filePath, keepFile, removeOrphans } from '../../src/notices/attachments/keep.ts';
import { findFile, textsOfFiles } from '../../src/notices/attachments/storage.ts';
import { publish } from '../../src/notices/publish.ts';
import { releaseText } from '../../src/notices/search-document.ts';
import { findRelease, findReleases } from '../../src/notices/storage.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { searchPage } from '../../src/views/search/search-page.ts';
import { readSearchParameters } from '../../src/views/search/parameters.ts';
import { emptyHouse, NOW, tenderNotice } from '../stories/lakeside-road.ts';
import { docxOf, pdfOf, PNG, zipOf } from './files.ts';

const data = mkdtempSync(join(tmpdir(), 'gongshi-files-'));
after(() => rmSync(data, { recursive: true, force: true }));

const refused = async (name: string, bytes: Buffer) => {
  const result = await keepFile(emptyHouse(), data, name, bytes, NOW);
  return result.ok ? null : result.refusals[0]!.code;
};
const TYPES = { name: '[Content_Types].xml', data: '<Types/>' };

test('the kinds that offices upload are taken by what is in them', async () => {
  const xlsx = zipOf(TYPES, { name: 'xl/workbook.xml', data: '<workbook/>' });
  for (const [name, bytes] of [
    ['招标文件.PDF', pdfOf('x')],
    ['附件.docx', docxOf('甲')],
    ['清单.xlsx', xlsx],
    ['公告.ofd', zipOf({ name: 'OFD.xml', data: '<x/>' })],
    ['图.png', PNG],
    ['图纸.zip', zipOf({ name: '图/一.png', data: PNG })],
  ] as const) {
    assert.equal(await refused(name, bytes), null, name);
  }
});

test('what is no such file is refused, and the sentence can say why', async () => {
  const rows: [name: string, bytes: Buffer, code: string][] = [
    ['a.html', Buffer.from('<script>'), 'file-type'],
    ['a.svg', Buffer.from('<svg/>'), 'file-type'],
    ['a.pdf.exe', pdfOf('x'), 'file-type'],
    ['无后缀', pdfOf('x'), 'file-type'],
    ['a.pdf', Buffer.alloc(0), 'file-empty'],
    ['a.png', pdfOf('x'), 'file-differs'],
    ['a.docx', zipOf({ name: 'x', data: 'y' }), 'file-differs'],
    ['a.docx', docxOf('x').subarray(0, 60), 'file-differs'],
    // A page of HTML that readers of PDF would open all the same.
    ['a.pdf', Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), pdfOf('x')]), 'file-differs'],
    [
      'a.docx',
      zipOf(TYPES, { name: 'word/document.xml', data: 'x' }, { name: 'word/vbaProject.bin', data: 'x' }),
      'file-macro',
    ],
    ['a.zip', zipOf({ name: 'bomb', data: 'x', declared: 1024 ** 3 }), 'file-differs'],
    ['a.zip', zipOf({ name: 'bomb', data: Buffer.alloc(8 * 1024 * 1024) }), 'zip-bomb'],
    ['a.zip', zipOf(...Array.from({ length: 2_001 }, (_, index) => ({ name: `${index}` }))), 'zip-bomb'],
    ['a.zip', zipOf({ name: '../../etc/passwd', data: 'x' }), 'zip-path'],
    ['a.zip', zipOf({ name: '/etc/passwd', data: 'x' }), 'zip-path'],
    ['a.zip', zipOf({ name: 'link', data: '/etc/passwd', mode: 0o120777 }), 'zip-path'],
    ['a.zip', zipOf({ name: 'x', data: 'y', flags: 1 }), 'zip-encrypted'],
    ['a.zip', zipOf({ name: 'inner.zip', data: 'y' }), 'zip-nested'],
    ['a.zip', zipOf({ name: 'run.js', data: 'y' }), 'zip-nested'],
  ];
  for (const [name, bytes, code] of rows) assert.equal(await refused(name, bytes), code, `${name} ${code}`);
});

test('what a directory declares is not believed: what comes out is counted', async () => {
  const lying = zipOf(TYPES, { name: 'word/document.xml', data: Buffer.alloc(300 * 1024 * 1024), declared: 10 });
  assert.equal(await refused('a.docx', lying), 'zip-bomb');
  const vain = zipOf(TYPES, { name: 'word/document.xml', data: 'x', declared: 1024 });
  assert.equal(await refused('a.docx', vain), 'file-differs');
});

test('names keep their script and lose what a path or a header could stumble over', () => {
  assert.equal(fileName('C:\\文件\\招标文件（定稿）.pdf'), '招标文件（定稿）.pdf');
  assert.equal(fileName('../../x\r\nSet-Cookie: a=b.pdf'), 'xSet-Cookie: a=b.pdf');
  assert.equal(fileName('‮fdp.exe.pdf'), 'fdp.exe.pdf');
  assert.equal(fileName('...pdf'), 'file.pdf');
  assert.equal([...fileName(`${'长'.repeat(500)}.pdf`)].length, 200);
});

test('the same bytes are kept once, under what is in them', async () => {
  const database = emptyHouse();
  const one = await keepFile(database, data, '一.pdf', pdfOf('same'), NOW);
  const two = await keepFile(database, data, '二.pdf', pdfOf('same'), NOW);
  assert.ok(one.ok && two.ok);
  assert.equal(one.value.sha256, two.value.sha256);
  assert.deepEqual(readFileSync(filePath(data, one.value.sha256)), pdfOf('same'));
  assert.equal(findFile(database, one.value.sha256)!.size, pdfOf('same').length);
});

test('a file nobody names goes after a day; one that a notice names stays', async () => {
  const database = emptyHouse();
  const [named, orphan] = [
    await keepFile(database, data, 'a.pdf', pdfOf('named'), NOW),
    await keepFile(database, data, 'b.pdf', pdfOf('orphan'), NOW),
  ];
  assert.ok(named.ok && orphan.ok);
  publish(database, { ...tenderNotice, attachments: [named.value] }, { actor: 'test', now: NOW });
  const old = (NOW - 2 * 86_400_000) / 1000;
  for (const { value } of [named, orphan]) utimesSync(filePath(data, value.sha256), old, old);
  removeOrphans(database, data, NOW + 2 * 86_400_000);
  assert.deepEqual(
    [named, orphan].map(({ value }) => existsSync(filePath(data, value.sha256))),
    [true, false],
  );
});

test('words that stand only in a file find the notice, and the row names the file', async () => {
  const database = emptyHouse();
  const word = await keepFile(database, data, '技术要求.docx', docxOf('灯杆采用热浸镀锌钢管 &amp; 法兰'), NOW);
  const pdf = await keepFile(database, data, 'drawing.pdf', pdfOf('galvanised lamppost'), NOW);
  assert.ok(word.ok && pdf.ok);
  const outcome = publish(
    database,
    { ...tenderNotice, attachments: [word.value, pdf.value] },
    { actor: 'test', now: NOW },
  );
  assert.ok(outcome.status === 'published');
  assert.deepEqual(
    textsOfFiles(database, findRelease(database, outcome.id)!).map(({ name, text }) => [name, text]),
    [
      ['技术要求.docx', '灯杆采用热浸镀锌钢管 & 法兰'],
      ['drawing.pdf', 'galvanised lamppost'],
    ],
  );
  const search = embeddedEngine(
    database,
    (ids) =>
      new Map(
        findReleases(database, ids).map((release) => [
          release.id,
          releaseText(release, textsOfFiles(database, release)),
        ]),
      ),
  );
  const portal = { database, search, settings: {} as never, now: () => NOW };
  const found = async (q: string) =>
    (await searchPage(portal, readSearchParameters(new URLSearchParams({ q })).parameters, 'zh')).rows.map(
      ({ file, snippet }) => [
        file,
        snippet
          .map(({ text }) => text)
          .join('')
          .includes(q),
      ],
    );
  assert.deepEqual(await found('热浸镀锌'), [['技术要求.docx', true]]);
  assert.deepEqual(await found('lamppost'), [['drawing.pdf', true]]);
  assert.deepEqual(
    (await found('湖滨路')).map(([file]) => file),
    [null],
  );
});

test('a file is handed out as a download that no browser runs', () => {
  const { headers } = download({ name: '文件"一".pdf', sha256: 'ab12' });
  assert.deepEqual(Object.fromEntries(headers), {
    'content-disposition':
      `attachment; filename="___.pdf"; filename*=UTF-8''%E6%96%87%E4%BB%B6%22%E4%B8%80%22.pdf`.replace(
        '"___.pdf"',
        '"_____.pdf"',
      ),
    'content-security-policy': "sandbox; default-src 'none'",
    'content-type': 'application/pdf',
    'x-gongshi-file': 'ab12',
  });
});
