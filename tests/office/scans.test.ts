import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { findOfficerBySignIn } from '../../src/accounts/officers/storage.ts';
import { actorOf, sessionOf, startSession } from '../../src/accounts/sessions/session.ts';
import { Database } from '../../src/database/database.ts';
import { keepFile } from '../../src/notices/attachments/keep.ts';
import { findScan } from '../../src/notices/attachments/storage.ts';
import { approveDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { attachToDraft, saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import { HOME, SETTINGS, value } from '../accounts/world.ts';
import { startPortal } from '../browser/portal.ts';
import { EICAR, startClamd } from '../notices/clamd-double.ts';
import { grant } from '../notices/drafts-world.ts';
import { pdfOf } from '../notices/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'gongshi-clamd-'));
const socket = join(folder, 'clamd.ctl');
const double = await startClamd(socket);
const portal = await startPortal({ GONGSHI_CLAMD: socket }, ['--workers', '1']);
const database = new Database(portal.path);
after(async () => {
  database.close();
  await portal.stop();
  await double.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A demo officer of the land office, wholly signed in. */
function officer(signIn: string) {
  const now = Date.now();
  const token = startSession(database, findOfficerBySignIn(database, signIn)!.id, HOME, { confirmedAt: now }, now);
  const actor = actorOf(database, sessionOf(database, token, HOME.address, SETTINGS, now)!)!;
  const send = (path: string, body: FormData | URLSearchParams) =>
    fetch(portal.url + path, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: portal.url, cookie: `session=${token}` },
      body,
    });
  return { actor, send };
}
const author = officer('land.author');
const reviewer = officer('land.reviewer');
const issuer = officer('land.issuer');

function begun() {
  const draft = value(startDraft(database, author.actor, { register: 'land', kind: 'grant' }, Date.now()));
  return value(saveDraft(database, author.actor, draft.id, draft.version, grant, Date.now()));
}

test('an officer who uploads is told what was found, or that nobody looked', async () => {
  const { id } = begun();
  const upload = async (text: string) => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(pdfOf(text))], '图.pdf', { type: 'application/pdf' }));
    const answer = await author.send(`/office/drafts/${id}/files`, form);
    assert.equal(answer.status, 303);
    return new URL(answer.headers.get('location')!, portal.url);
  };
  assert.equal((await upload('clean')).search, '');
  const infected = await upload(EICAR);
  assert.equal(infected.searchParams.get('refused'), 'file-infected');
  assert.equal(infected.searchParams.get('expected'), 'Eicar-Signature');
  assert.equal(portal.errors(), '');
  double.mood = 'fails';
  assert.equal((await upload('unscanned')).searchParams.get('refused'), 'file-kept-unscanned');
  assert.match(portal.errors(), /"id":"clamd".*allocate memory/);
});

test('an issuer publishes nothing unscanned, and what the scanner lets through when it is back', async () => {
  const { id } = begun();
  const now = Date.now();
  const { name, type, size, sha256 } = value(
    await keepFile(database, dirname(portal.path), '图.pdf', pdfOf('kept before'), now),
  );
  value(attachToDraft(database, author.actor, id, { name, type, size, sha256 }, now));
  const { hash } = value(submitDraft(database, author.actor, id, now));
  value(approveDraft(database, reviewer.actor, id, hash, now));
  const publish = () => issuer.send(`/office/drafts/${id}`, new URLSearchParams({ _act: 'publish' }));

  double.mood = 'fails';
  const refused = await publish();
  assert.equal(refused.status, 422);
  assert.match(await refused.text(), /“图\.pdf”还没有查毒，不能发布/);
  assert.equal(findDraft(database, id)!.state, 'approved');

  double.mood = 'answers';
  assert.equal((await publish()).status, 303);
  assert.equal(findDraft(database, id)!.state, 'published');
  assert.notEqual(findScan(database, sha256)!.scannedAt, null);
});
