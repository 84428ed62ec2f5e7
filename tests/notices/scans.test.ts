import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, beforeEach, test } from 'node:test';
import { scanFile } from '../../src/notices/attachments/clamd.ts';
import { filePath, keepFile } from '../../src/notices/attachments/keep.ts';
import { scanAgain } from '../../src/notices/attachments/scans.ts';
import { findFile, findScan, saveScan } from '../../src/notices/attachments/storage.ts';
import { checksOf } from '../../src/notices/drafts/checks.ts';
import { publishDraft, publishDue, publishUnreviewed, scanDue, scheduleDraft } from '../../src/notices/drafts/issue.ts';
import type { Draft } from '../../src/notices/drafts/draft.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { attachToDraft } from '../../src/notices/drafts/write.ts';
import { approveDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { codes, MINUTE, NOW, value } from '../accounts/world.ts';
import { EICAR, startClamd } from './clamd-double.ts';
import { office, started, type Office } from './drafts-world.ts';
import { pdfOf } from './files.ts';

const data = mkdtempSync(join(tmpdir(), 'gongshi-scans-'));
const path = join(data, 'clamd.ctl');
const clamd = { path };
const settings = { data, clamd };
const double = await startClamd(path);
after(async () => {
  await double.stop();
  rmSync(data, { recursive: true, force: true });
});
beforeEach(() => Object.assign(double, { mood: 'answers', limit: 50 * 1024 * 1024 }));

const nobody = { path: join(data, 'nobody.ctl') };
const file = (bytes: Buffer | string) => {
  const made = join(data, 'file');
  writeFileSync(made, bytes);
  return made;
};

/** A file of this house. */
async function kept({ database }: Office, text: string, scanner?: typeof clamd) {
  const {
    unscanned,
    unread: _,
    ...attachment
  } = value(await keepFile(database, data, '出让文件.pdf', pdfOf(text), NOW, scanner));
  return { attachment, unscanned };
}

/** A draft of a grant that carries it. */
function carrying(house: Office, attachment: Parameters<typeof attachToDraft>[3]): Draft {
  return value(attachToDraft(house.database, house.author, started(house).id, attachment, NOW));
}

function approved(house: Office, attachment: Parameters<typeof attachToDraft>[3]): Draft {
  const { database, author, reviewer } = house;
  const { id, hash } = value(submitDraft(database, author, carrying(house, attachment).id, NOW));
  return value(approveDraft(database, reviewer, id, hash, NOW));
}

test('a file is sent whole, in chunks, and the answer is read', async () => {
  const large = Buffer.alloc(300_000, 'gongshi');
  assert.deepEqual(await scanFile(clamd, file(large)), { verdict: 'clean' });
  assert.ok(double.streams.at(-1)!.equals(large));
  assert.deepEqual(await scanFile(clamd, file('')), { verdict: 'clean' });
  assert.deepEqual(await scanFile(clamd, file(EICAR)), { verdict: 'infected', found: 'Eicar-Signature' });
});

test('a port of this machine is asked as well as a socket', async () => {
  const other = await startClamd(0);
  try {
    assert.deepEqual(await scanFile({ host: '127.0.0.1', port: other.port }, file(EICAR)), {
      verdict: 'infected',
      found: 'Eicar-Signature',
    });
  } finally {
    await other.stop();
  }
});

test('a file larger than clamd takes is told from one it could not scan', async () => {
  double.limit = 10;
  assert.deepEqual(await scanFile(clamd, file('eleven bytes')), { verdict: 'too-large' });
});

test('an error, a hang-up, half an answer, silence, nobody there and a file that is gone are no verdict', async () => {
  const why = async (mood: typeof double.mood, address = clamd, what = file('x')) => {
    double.mood = mood;
    const scan = await scanFile(address, what, 200);
    return scan.verdict === 'unscanned' ? scan.why : scan.verdict;
  };
  assert.match(await why('fails'), /allocate memory ERROR/);
  assert.match(await why('hangs-up'), /without an answer|ECONNRESET|EPIPE|premature/i);
  assert.match(await why('half'), /without an answer/);
  assert.match(await why('silent'), /no answer within 200 ms/);
  assert.match(await why('answers', nobody), /ENOENT/);
  assert.match(await why('answers', clamd, join(data, 'gone')), /ENOENT/);
});

test('what is infected is refused at upload by name, and nothing of it is kept', async () => {
  const { database } = office();
  const infected = await keepFile(database, data, '图.pdf', pdfOf(EICAR), NOW, clamd);
  assert.deepEqual(infected.ok || infected.refusals, [
    { code: 'file-infected', path: 'file', found: '图.pdf', expected: 'Eicar-Signature' },
  ]);
  assert.deepEqual(readdirSync(join(data, 'attachments', 'incoming')), []);
  assert.deepEqual(database.all('SELECT 1 FROM files'), []);
  double.limit = 10;
  const large = await keepFile(database, data, '大.pdf', pdfOf('large'), NOW, clamd);
  assert.deepEqual(codes(large), ['file-scan-size']);
});

test('what was scanned is published, and the check list says nothing of it', async () => {
  const house = office();
  const { attachment, unscanned } = await kept(house, 'clean', clamd);
  assert.equal(unscanned, undefined);
  assert.equal(findScan(house.database, attachment.sha256)!.scannedAt, NOW);
  const draft = approved(house, attachment);
  assert.ok(!checksOf(house.database, draft, 'o', []).some(({ code }) => code === 'unscanned'));
  assert.equal(value(publishDraft(house.database, house.issuer, draft.id, NOW, settings)).state, 'published');
});

test('without a scanner the check list says that nothing was scanned, and that blocks nothing', async () => {
  const house = office();
  const { attachment } = await kept(house, 'no scanner');
  const draft = approved(house, attachment);
  assert.deepEqual(
    checksOf(house.database, draft, 'o', []).find(({ code }) => code === 'unscanned'),
    { code: 'unscanned', verdict: 'doubt', found: '出让文件.pdf' },
  );
  assert.equal(await scanAgain(house.database, { data }, [attachment], NOW), null);
  assert.equal(value(publishDraft(house.database, house.issuer, draft.id, NOW)).state, 'published');
});

test('while the scanner is away files are kept and not published, with review or without; when it is back they are', async () => {
  const house = office();
  const { database, issuer } = house;
  const { attachment, unscanned } = await kept(house, 'away', nobody);
  assert.match(unscanned!, /ENOENT/);
  assert.ok(existsSync(filePath(data, attachment.sha256)));
  const draft = approved(house, attachment);
  assert.match((await scanAgain(database, { data, clamd: nobody }, [attachment], NOW))!, /ENOENT/);
  assert.deepEqual(codes(publishDraft(database, issuer, draft.id, NOW, settings)), ['file-unscanned']);
  const emergency = carrying(house, attachment);
  assert.deepEqual(codes(publishUnreviewed(database, issuer, emergency.id, '山洪', NOW, settings)), ['file-unscanned']);

  assert.equal(await scanAgain(database, settings, [attachment], NOW), null);
  assert.equal(value(publishDraft(database, issuer, draft.id, NOW, settings)).state, 'published');
  // It was scanned, and is not asked for again.
  const { connections } = double;
  assert.equal(await scanAgain(database, settings, [attachment], NOW), null);
  assert.equal(double.connections, connections);
});

test('what turns out to be infected at publishing is refused by name, for good', async () => {
  const house = office();
  const { attachment } = await kept(house, EICAR);
  const draft = approved(house, attachment);
  assert.equal(await scanAgain(house.database, settings, [attachment], NOW), null);
  for (const scanner of [settings, {}]) {
    const refused = publishDraft(house.database, house.issuer, draft.id, NOW, scanner);
    assert.deepEqual(refused.ok || refused.refusals, [
      { code: 'file-infected', path: 'file', found: '出让文件.pdf', expected: 'Eicar-Signature' },
    ]);
  }
  assert.ok(findFile(house.database, attachment.sha256));
});

test('a file kept before there was a scanner is known as infected when the same bytes come again', async () => {
  const house = office();
  const { attachment } = await kept(house, `again ${EICAR}`);
  assert.deepEqual(codes(await keepFile(house.database, data, 'b.pdf', pdfOf(`again ${EICAR}`), NOW, clamd)), [
    'file-infected',
  ]);
  assert.equal(findScan(house.database, attachment.sha256)!.infection, 'Eicar-Signature');
});

test('what a scan said of the same bytes stays while the scanner is away, until it says otherwise', async () => {
  const house = office();
  const { attachment } = await kept(house, 'twice', clamd);
  await kept(house, 'twice', nobody);
  assert.equal(findScan(house.database, attachment.sha256)!.scannedAt, NOW);
  saveScan(house.database, attachment.sha256, 'Late-Signature', NOW);
  await kept(house, 'twice', nobody);
  assert.equal(findScan(house.database, attachment.sha256)!.infection, 'Late-Signature');
  await kept(house, 'twice', clamd);
  assert.equal(findScan(house.database, attachment.sha256)!.infection, null);
});

test('what is due is scanned before it comes out; what could not be goes back with the reason', async () => {
  const house = office();
  const { database, issuer } = house;
  const due = NOW + MINUTE;
  const { attachment } = await kept(house, 'scheduled', nobody);
  const draft = approved(house, attachment);
  value(scheduleDraft(database, issuer, draft.id, due, NOW));
  assert.equal(await scanDue(database, settings, due - 1), null);
  assert.match((await scanDue(database, { data, clamd: nobody }, due))!, /ENOENT/);
  assert.equal(publishDue(database, due, settings), 0);
  const back = findDraft(database, draft.id)!;
  assert.equal(back.state, 'approved');
  assert.deepEqual(
    back.trouble!.map(({ code }) => code),
    ['file-unscanned'],
  );

  value(scheduleDraft(database, issuer, draft.id, due + 1, due));
  assert.equal(await scanDue(database, settings, due + 1), null);
  assert.equal(publishDue(database, due + 1, settings), 1);
});
