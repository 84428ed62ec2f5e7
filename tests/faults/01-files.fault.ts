import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { docxOf, zipOf } from '../notices/files.ts';
import { ROOT } from '../promises/source.ts';
import { attack } from './attack.ts';
import { house, memoryOf, onLinux, temporary, workersOf } from './house.ts';
import { beginDraft, officer } from './officer.ts';
import { readers, readersFor, told } from './readers.ts';

const PAGES = ['/', '/about', '/construction', '/laws', '/land'];
const STANDING = resolve(ROOT, '../shared/cases/standing');

attack(
  'hostile files at every door: refused or kept unread, and readers are answered meanwhile',
  { skip: onLinux },
  async (context) => {
    const { start, gongshi } = house(context);
    const portal = await start();
    const author = await officer(portal, 'land.author');
    const draft = await beginDraft(author);
    const before = await readersFor(5_000, portal.url, PAGES);
    context.measured(`readers before: ${told(before)}`);
    const memory = memoryOf(workersOf(portal));

    const reading = readers(portal.url, PAGES);
    const answers: string[] = [];
    for (const [name, bytes] of hostileFiles()) {
      const doors = /\.(xlsx|csv)$/.test(name) ? ['files', 'table'] : ['files'];
      for (const door of doors) {
        const reply =
          door === 'files'
            ? await author.upload(`${draft}/files`, name, bytes)
            : await author.upload('/office/upload', name, bytes, { kind: 'land grant' });
        assert.ok([303, 413, 422].includes(reply.status), `${name} at ${door}: ${reply.status}`);
        const refused = /[?&]refused=([\w-]+)/.exec(reply.location)?.[1];
        const how = refused ?? (reply.status === 303 ? 'kept and read' : `refused (${reply.status})`);
        answers.push(`${name} at ${door}: ${how}, ${Math.round(reply.took)} ms`);
        if (name === 'lies.docx') assert.equal(refused, 'zip-bomb');
        if (door === 'table') assert.notEqual(how, 'kept and read', name);
        assert.ok(reply.took < 15_000, `${name} held its sender ${reply.took} ms`);
      }
    }
    const signs = '*_[`<'.repeat(9_999);
    const page = await author.get(draft);
    const saved = await author.post(draft, {
      version: versionIn(page.text),
      title: '正文都是记号',
      body: signs,
      _act: 'save',
    });
    assert.ok([200, 303, 422].includes(saved.status), `Markdown of signs: ${saved.status}`);
    const preview = await author.get(`${draft}/preview`);
    assert.ok(preview.status !== 0 && preview.status < 500, `its preview: ${preview.status}`);
    answers.push(`Markdown of signs ${saved.status}, preview ${preview.status} in ${Math.round(preview.took)} ms`);
    const lines = existsSync(join(STANDING, 'redos.jsonl'))
      ? join(STANDING, 'redos.jsonl')
      : join(temporary(context, 'lines'), 'signs.jsonl');
    if (!lines.startsWith(STANDING)) writeFileSync(lines, `${JSON.stringify({ id: 'signs', body: signs })}\n`);
    const imported = gongshi(['import', lines]);
    answers.push(`import of Markdown of signs: status ${imported.status}`);
    const during = await reading.stop();

    context.measured(`during: ${told(during)}`);
    context.measured(answers.join(', '));
    context.measured(`memory ${memory} → ${memoryOf(workersOf(portal))} MB`);
    assert.deepEqual(Object.keys(during.statuses), ['200']);
    assert.ok(Math.max(...during.times) < 3_000, 'a reader waited more than three seconds');
    assert.doesNotMatch(portal.errors(), /ended unexpectedly/);
  },
);

/** Which state of the draft this page was made from. */
const versionIn = (page: string) => /<input[^>]*name="version"[^>]*value="(\d+)"/.exec(page)?.[1] ?? '';

/** Those that stand in the folder of cases, where it is there; and our own, of the same kinds. */
function* hostileFiles(): Generator<[name: string, bytes: Buffer]> {
  if (existsSync(STANDING))
    for (const name of readdirSync(STANDING))
      if (/\.(docx|xlsx|pdf)$/.test(name)) yield [name, readFileSync(join(STANDING, name))];
  yield ['brackets.docx', docxOf('&lt;'.repeat(1_000), '<'.repeat(500_000))];
  yield [
    'lies.docx',
    zipOf(
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'word/document.xml', data: Buffer.alloc(64 * 1024 * 1024), declared: 100 },
    ),
  ];
  yield [
    'far.xlsx',
    zipOf(
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name: 'xl/workbook.xml', data: '<workbook/>' },
      {
        name: 'xl/worksheets/sheet1.xml',
        data: '<worksheet><sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>',
      },
    ),
  ];
  yield ['pages.pdf', endlessPdf()];
  yield ['quotes.csv', Buffer.from('"'.repeat(999_999))];
}

/** Whose pages name the one page again and again: thousands of entries, one of them its own tree. */
function endlessPdf(): Buffer {
  const kids = '3 0 R '.repeat(200_000);
  return Buffer.from(
    `%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 200000/Kids[${kids}]>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n`,
  );
}
