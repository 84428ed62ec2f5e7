import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { demoCode, DEMO_PASSWORD, demoSecret } from '../../src/accounts/officers/demo.ts';
import { Vault } from '../../src/accounts/vault.ts';
import { Database } from '../../src/database/database.ts';
import { writeTrail } from '../../src/events/trail-log.ts';
import { logFolder } from '../../src/watch/day-log.ts';
import { until } from '../faults/house.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';

/** Words planted where secrets are typed; after everything they may stand in no log, page, error or event. */
const CANARIES = {
  password: 'canary-password-8f2k1m',
  code: 'canary-code-77x',
  token: 'gongshi_canaryTokenZ9',
  key: 'canary-cookie-4q',
};

const DESK = 'canaryDeskToken6u';
const INVITATION = 'canaryInvitation5t';

/** A password typed where the name belongs: its sender sees it again, nobody else ever does. */
const WRONG_BOX = 'canary-wrong-box-3p';

let portal: RunningPortal;
let pages = '';

before(async () => {
  portal = await startPortal();
});
after(() => portal.stop());

async function send(
  path: string,
  form: Record<string, string> | null,
  headers: Record<string, string> = {},
): Promise<Response> {
  const answer = await fetch(portal.url + path, {
    method: form ? 'POST' : 'GET',
    redirect: 'manual',
    headers: { origin: portal.url, ...headers },
    ...(form && { body: new URLSearchParams(form) }),
  });
  pages += `${[...answer.headers].filter(([name]) => name !== 'set-cookie').join('\n')}\n${await answer.text()}`;
  return answer;
}

test('no secret that is typed, sent or made stands in any page, log, error or event', async () => {
  await send('/office/sign-in', { name: 'land.author', password: CANARIES.password });
  await send('/office/sign-in', { name: WRONG_BOX, password: 'x' });
  const half = await send('/office/sign-in', { name: 'land.author', password: DEMO_PASSWORD });
  const cookie = half.headers.getSetCookie()[0]!.split(';')[0]!;
  await send('/office/factor', { code: CANARIES.code }, { cookie });
  const database = new Database(portal.path, { readOnly: true });
  const code = demoCode(database, new Vault(), 'land.author', Date.now())!;
  const whole = await send('/office/factor', { code }, { cookie });
  const session = whole.headers
    .getSetCookie()
    .find((one) => one.startsWith('session='))!
    .split(';')[0]!;
  for (const path of ['/office', '/office/account', '/office/drafts', '/office/nothing-here'])
    await send(path, null, { cookie: session });
  await send('/office', null, { cookie: `session=${CANARIES.key}` });
  await send(`/office/invitations/${INVITATION}?code=${CANARIES.code}`, null);
  // The feed of the desk: its address is told once, to who made it, and stands nowhere else.
  const made = await fetch(`${portal.url}/office/account`, {
    method: 'POST',
    headers: { origin: portal.url, cookie: session },
    body: new URLSearchParams({ _act: 'feed' }),
  });
  const feed = /\/office\/desk\/([\w-]{43})\.atom/.exec(await made.text())![1]!;
  const told = await send(`/office/desk/${feed}.atom?x=${feed}`, null);
  assert.equal(told.status, 200);
  assert.equal((await send(`/office/desk/${DESK}.atom`, null)).status, 404);
  await send('/office/account', null, { cookie: session });
  await send('/api/office/notices', { a: 'b' }, { authorization: `Bearer ${CANARIES.token}` });
  await fetch(`${portal.url}/api/office/notices`, {
    method: 'POST',
    headers: { authorization: `Bearer ${CANARIES.token}`, 'content-type': 'application/json', 'idempotency-key': 'k' },
    body: '{',
  });

  // The log is a second behind; the trail has a job of its own.
  const folder = logFolder(dirname(portal.path));
  const written = () =>
    readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  await until(() => written().includes('/office/invitations/') && written().includes('/api/office/notices'));
  portal.signal('SIGTERM');
  await portal.ended;
  const writing = new Database(portal.path);
  writeTrail(writing, folder, Date.now());
  writing.close();

  const kept = database
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search_tokens%' AND name NOT IN ('totp_secrets')",
    )
    .map(({ name }) =>
      JSON.stringify(database.all(`SELECT * FROM "${name}"`), (_, value: unknown) =>
        value instanceof Uint8Array ? '' : value,
      ),
    )
    .join('\n');
  database.close();
  const logs = readdirSync(folder);
  const files = logs.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  for (const name of ['access', 'trail'])
    assert.ok(
      logs.some((log) => log.startsWith(`${name}-`)),
      name,
    );
  for (const path of ['/office/invitations/…', '/office/sign-in'])
    assert.ok(files.includes(`"${path}"`), `${path} is not in ${logs.join()}`);
  const secrets = [
    ...Object.values(CANARIES),
    INVITATION,
    DESK,
    feed,
    DEMO_PASSWORD,
    demoSecret('land.author'),
    session.split('=')[1]!,
    cookie.split('=')[1]!,
  ];
  for (const [where, text] of Object.entries({ pages, errors: portal.errors(), database: kept, files })) {
    if (where !== 'pages') assert.ok(!text.includes(WRONG_BOX), where);
    for (const secret of secrets) assert.ok(!text.includes(secret), `${secret.slice(0, 8)}… stands in ${where}`);
  }
});
