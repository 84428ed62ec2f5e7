import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { insertOfficer } from '../../src/accounts/officers/storage.ts';
import type { Actor, Role } from '../../src/accounts/permissions.ts';
import { actorOf, sessionOf, startSession } from '../../src/accounts/sessions/session.ts';
import { confirmTotpSecret, findShownSecret, insertTotpSecret } from '../../src/accounts/factors/storage.ts';
import { Vault } from '../../src/accounts/vault.ts';
import { makeToken, revokeToken } from '../../src/accounts/tokens/token.ts';
import { operator } from '../../src/accounts/officers/officer.ts';
import { delegate } from '../../src/accounts/units/delegation.ts';
import { createUnit } from '../../src/accounts/units/unit.ts';
import { findUnitByName } from '../../src/accounts/units/storage.ts';
import { Database } from '../../src/database/database.ts';
import { publishDraft, scheduleDraft } from '../../src/notices/drafts/issue.ts';
import { approveDraft, returnDraft, submitDraft } from '../../src/notices/drafts/review.ts';
import { STATES, type State } from '../../src/notices/drafts/status.ts';
import { findDraft } from '../../src/notices/drafts/storage.ts';
import { discardDraft, saveDraft, startDraft } from '../../src/notices/drafts/write.ts';
import type { Draft, DraftContent } from '../../src/notices/drafts/draft.ts';
import { postNotice } from '../../src/office/posting/post.ts';
import { dayOf, minuteOf } from '../../src/values/date.ts';
import { startPortal, type RunningPortal } from '../browser/portal.ts';
import { pdfOf } from '../notices/files.ts';
import { sourcesUnder } from '../promises/source.ts';
import { value } from '../accounts/world.ts';

/**
 * Every route and act of the office, by every role of the unit and of another, in every state of a draft, over HTTP;
 * compared with matrix.txt. `UPDATE_MATRIX=1` writes the table anew: read the difference before you commit it.
 */
const TABLE = join(import.meta.dirname, 'matrix.txt');
const SETTINGS = { demo: true, passwordPolicy: 'nist' } as const;
const WHO: Record<string, [unit: 'own' | 'other' | null, ...roles: Role[]]> = {
  author: ['own', 'author'],
  reviewer: ['own', 'reviewer'],
  issuer: ['own', 'issuer'],
  complaintHandler: ['own', 'complaintHandler'],
  supervisor: ['own', 'supervisor'],
  unitAdministrator: ['own', 'unitAdministrator'],
  stranger: ['other', 'author', 'reviewer', 'issuer', 'complaintHandler', 'supervisor', 'unitAdministrator'],
  administrator: [null, 'administrator'],
  auditor: [null, 'auditor'],
};
const ACTS: Record<string, Record<string, string>> = {
  save: { version: '0', title: '改' },
  submit: { version: '0', title: '改' },
  return: { 'remark:': '改' },
  approve: { compared: 'yes' },
  publish: {},
  schedule: { at: minuteOf(Date.now() + 86_400_000).replace(' ', 'T') },
  unschedule: {},
  unreviewed: { reason: '山洪' },
  discard: {},
  restore: {},
  look: { finding: '' },
  detach: { file: 'x' },
};
const ROUTES = [
  '/office',
  '/office/drafts',
  '/office/notices',
  '/office/drafts/new',
  '/office/upload',
  '/office/approvals',
  '/office/catalogue',
  '/office/calendar',
  '/office/coverage',
  '/office/search',
  '/office/status',
  '/office/template?kind=land+grant',
  '/office/redactions',
  '/office/batches',
  '/office/complaints',
  '/office/officers',
  '/office/units',
  '/office/tokens',
  '/office/trail',
  '/office/trail.csv',
  '/office/account',
  '/office/password',
];
/** Ways in, and what is driven by the acts below or has a test of its own. */
const ELSEWHERE = [
  'sign-in',
  'passkey',
  'passkeys',
  'factor',
  'enrolment',
  'sign-out',
  'invitations/[token]',
  'desk/[token].atom',
  'complaints/[id]',
  'complaints/[id]/files/[file]',
  'drafts/[id]',
  'drafts/[id]/preview',
  'drafts/[id]/slip',
  'drafts/[id]/autosave',
  'drafts/[id]/files',
  'drafts/[id]/submission',
];

const CONTENT: DraftContent = {
  title: '2026-40号宗地出让公告',
  project: { name: '2026-40号宗地' },
  region: '620502',
  fields: {
    grantor: { name: '天水市某自然资源局', address: '秦州区某路1号' },
    method: 'listing',
    documentsFrom: '2036-11-30 09:00',
    listingFrom: '2036-12-22 09:00',
    listingUntil: '2037-01-05 10:00',
    bidderScope: '法人',
    documentsHow: '网上',
    applicationDeadline: '2036-12-20 17:00',
    salePlace: '网上',
    awardRule: '价高者得',
    parcels: [
      {
        parcel: '2026-40号',
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

let portal: RunningPortal;
let database: Database;
const tokens = new Map<string, string>();
const actors = new Map<string, Actor>();

before(async () => {
  portal = await startPortal();
  database = new Database(portal.path);
  const now = Date.now();
  const units = {
    own: findUnitByName(database, '天水市某自然资源局')!.id,
    other: findUnitByName(database, '天水市某医院')!.id,
  };
  for (const [name, [unit, ...roles]] of Object.entries(WHO)) {
    const id = `o-${name}`;
    insertOfficer(database, {
      id,
      unit: unit && units[unit],
      name,
      signIn: `m.${name.toLowerCase()}`,
      staffNumber: `M-${name}`,
      roles,
      demo: false,
      invitedAt: now,
      acceptedAt: now,
      disabledAt: null,
    });
    insertTotpSecret(database, new Vault(), id, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 's', now);
    confirmTotpSecret(database, id, findShownSecret(database, new Vault(), id, 's')!.id, 0, now);
    const token = startSession(database, id, { address: '127.0.0.1', agent: 'test' }, { confirmedAt: now }, now);
    tokens.set(name, token);
    actors.set(name, actorOf(database, sessionOf(database, token, '127.0.0.1', SETTINGS, now)!)!);
  }
});
after(async () => {
  database.close();
  await portal.stop();
});

async function ask(who: string, path: string, form?: Record<string, string>): Promise<number> {
  const token = tokens.get(who);
  const headers: Record<string, string> = { ...(token && { cookie: `session=${token}` }), origin: portal.url };
  const body = form && new URLSearchParams(form);
  const { status } = await fetch(portal.url + path, {
    method: form ? 'POST' : 'GET',
    headers,
    redirect: 'manual',
    ...(body && { body }),
  });
  return status;
}

/** Drafts of the own unit in this state, one after the other: the one before as long as nothing became of it. */
function draftsIn(state: State): () => Draft {
  let last: Draft | undefined;
  return () => {
    const stored = last && findDraft(database, last.id);
    if (!stored || JSON.stringify(stored) !== JSON.stringify(last)) last = findDraft(database, draftIn(state).id)!;
    return last!;
  };
}

/** A draft of the own unit in this state, by its author, reviewer and issuer. */
function draftIn(state: State): Draft {
  const now = Date.now();
  const [author, reviewer, issuer] = ['author', 'reviewer', 'issuer'].map((name) => ({
    ...actors.get(name)!,
    confirmedAt: now,
  })) as [Actor, Actor, Actor];
  const begun = value(startDraft(database, author, { register: 'land', kind: 'grant' }, now));
  const draft = value(saveDraft(database, author, begun.id, begun.version, { ...CONTENT, number: begun.id }, now));
  if (state === 'draft') return draft;
  if (state === 'discarded') return value(discardDraft(database, author, draft.id, now));
  const submitted = value(submitDraft(database, author, draft.id, now));
  if (state === 'submitted') return submitted;
  if (state === 'returned') return value(returnDraft(database, reviewer, draft.id, [{ path: '', text: '改' }], now));
  const approved = value(approveDraft(database, reviewer, draft.id, submitted.hash, now));
  if (state === 'approved') return approved;
  if (state === 'scheduled') return value(scheduleDraft(database, issuer, draft.id, now + 86_400_000, now));
  return value(publishDraft(database, issuer, draft.id, now));
}

const everyone = ['nobody', ...Object.keys(WHO)];

test('every route and act answers each role as the table says', async () => {
  const lines: string[] = [];
  const callers = machines();
  const line = (what: string, answers: [who: string, status: number][]) =>
    lines.push(`${what}: ${answers.map(([who, status]) => `${who} ${status}`).join(', ')}`);
  for (const route of ROUTES) {
    const answers: [string, number][] = [];
    for (const who of everyone) answers.push([who, await ask(who, route)]);
    line(`GET ${route}`, answers);
  }
  for (const state of STATES) {
    const shown = draftIn(state);
    const next = draftsIn(state);
    for (const page of ['', '/preview', '/files?name=x']) {
      const answers: [string, number][] = [];
      for (const who of everyone) answers.push([who, await ask(who, `/office/drafts/${shown.id}${page}`)]);
      line(`GET draft${page} ${state}`, answers);
    }
    for (const [act, form] of Object.entries(ACTS)) {
      const answers: [string, number][] = [];
      for (const who of everyone) {
        const draft = next();
        answers.push([
          who,
          await ask(who, `/office/drafts/${draft.id}`, {
            _act: act,
            ...form,
            ...(form['version'] && { version: String(draft.version) }),
            hash: draft.hash,
          }),
        ]);
      }
      line(`POST ${act} ${state}`, answers);
    }
    const answers: [string, number][] = [];
    for (const who of everyone) {
      const draft = next();
      answers.push([
        who,
        await ask(who, `/office/drafts/${draft.id}/autosave`, { version: String(draft.version), title: '改' }),
      ]);
    }
    line(`POST autosave ${state}`, answers);
  }
  for (const [what, form] of Object.entries(aboutRecords())) {
    const answers: [string, number][] = [];
    for (const [who, stands] of Object.entries(standings())) {
      stands();
      answers.push([who, await ask(who, '/office/drafts/new', form)]);
    }
    line(what, answers);
  }
  for (const [what, asked] of Object.entries(machineAsks())) {
    const answers: [string, number][] = [];
    for (const [who, headers] of Object.entries(callers)) {
      const { path, init } = asked();
      const answer = await fetch(portal.url + path, { ...init, headers: { ...init.headers, ...headers } });
      answers.push([who, answer.status]);
      if (answer.status >= 400) assert.ok(((await answer.json()) as { errors: unknown[] }).errors.length > 0, what);
    }
    line(what, answers);
  }
  const found = `${lines.join('\n')}\n`;
  if (process.env['UPDATE_MATRIX'] || !existsSync(TABLE)) writeFileSync(TABLE, found);
  assert.deepEqual(found.split('\n'), readFileSync(TABLE, 'utf8').split('\n'));
  assert.equal(portal.errors(), '');
});

/** Acts that speak about what the own unit published. */
function aboutRecords(): Record<string, Record<string, string>> {
  const { id } = draftIn('published');
  const release = String(database.get<{ release: number }>('SELECT "release" FROM drafts WHERE id = ?', id)!.release);
  return {
    'BEGIN to follow a record': { step: 'follow termination', from: release },
    'BEGIN to correct a notice': { step: 'correct', own: release },
    'BEGIN to take back a notice': { step: 'amend withdrawal', own: release },
  };
}

/** How a unit stands in that record: authors of units of the same register, and how the last of them came to. */
function standings(): Record<string, () => void> {
  const now = Date.now();
  const operates = operator(now);
  const authorOf = (who: string, part: 'lead' | 'cooperating') => {
    const known = findUnitByName(database, `天水市某${who}`);
    if (known) return known.id;
    const registers = [{ register: 'land', part }];
    const { id } = value(createUnit(database, operates, { name: `天水市某${who}`, region: '620500', registers }, now));
    const signIn = `m.${id}`;
    const plain = { name: who, signIn, staffNumber: signIn, demo: false, invitedAt: now, acceptedAt: now };
    insertOfficer(database, { ...plain, id: `o-${id}`, unit: id, roles: ['author'], disabledAt: null });
    insertTotpSecret(database, new Vault(), `o-${id}`, 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP', 's', now);
    confirmTotpSecret(database, `o-${id}`, findShownSecret(database, new Vault(), `o-${id}`, 's')!.id, 0, now);
    tokens.set(
      who,
      startSession(database, `o-${id}`, { address: '127.0.0.1', agent: 'test' }, { confirmedAt: now }, now),
    );
    return id;
  };
  const own = findUnitByName(database, '天水市某自然资源局')!.id;
  return {
    nobody: () => {},
    author: () => {},
    cooperating: () => void authorOf('cooperating', 'cooperating'),
    leading: () => void authorOf('leading', 'lead'),
    delegated: () => {
      const agent = authorOf('delegated', 'cooperating');
      const terms = { agent, register: 'land', fromOn: dayOf(now), untilOn: dayOf(now), basis: '委托书〔2026〕1号' };
      value(delegate(database, operates, own, terms, now));
    },
    stranger: () => {},
  };
}

/** Who asks the addresses of programs: tokens of the own unit and of another, and what is no token. */
function machines(): Record<string, Record<string, string>> {
  const now = Date.now();
  const bearer = (name: string, registers: string[]) => {
    const wanted = { name: '系统', registers, days: 1 };
    const { text, token } = value(makeToken(database, { ...actors.get(name)!, confirmedAt: now }, wanted, now));
    return { token, headers: { authorization: `Bearer ${text}` } };
  };
  const revoked = bearer('unitAdministrator', ['land']);
  value(revokeToken(database, { ...actors.get('unitAdministrator')!, confirmedAt: now }, revoked.token.id, now));
  const session = { cookie: `session=${tokens.get('author')}`, origin: portal.url };
  return {
    nobody: {},
    officer: session,
    revoked: revoked.headers,
    own: bearer('unitAdministrator', ['land']).headers,
    stranger: bearer('stranger', ['procurement']).headers,
  };
}

/** Each address of programs with something well-formed to ask; a draft that the own unit's system handed in stands there. */
function machineAsks(): Record<string, () => { path: string; init: RequestInit }> {
  const body = JSON.stringify({ register: 'land', kind: 'grant', ...CONTENT });
  const handed = value(postNotice(database, actors.get('author')!, { body, key: 'matrix' }, Date.now())).draft;
  let key = 0;
  const upload = () => {
    const form = new FormData();
    form.append('file', new File([new Uint8Array(pdfOf('宗地图'))], '宗地图.pdf'));
    return form;
  };
  return {
    'POST /api/office/notices': () => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `m${key++}` };
      return { path: '/api/office/notices', init: { method: 'POST', body, headers } };
    },
    'GET /api/office/notices/[id]': () => ({ path: `/api/office/notices/${handed.id}`, init: {} }),
    'POST /api/office/attachments': () => ({
      path: '/api/office/attachments',
      init: { method: 'POST', body: upload() },
    }),
  };
}

test('nobody gets in without a session, and another unit’s drafts are not there', () => {
  for (const line of readFileSync(TABLE, 'utf8').trim().split('\n')) {
    const answers = Object.fromEntries(
      line
        .split(': ')[1]!
        .split(', ')
        .map((answer) => answer.split(' ') as [string, string]),
    );
    assert.equal(answers['nobody'], /\/api\//.test(line) ? '401' : '303', line);
    if (/draft|POST/.test(line.split(': ')[0]!) && !/\/office\/drafts|\/api\//.test(line))
      assert.ok(['404'].includes(answers['stranger']!), line);
  }
});

test('every route of the office is in the matrix, or has a test of its own', () => {
  const table = readFileSync(TABLE, 'utf8');
  for (const { path } of sourcesUnder('src/pages/api/office'))
    assert.match(table, new RegExp(` ${path.replace('src/pages', '').replace('.ts', '').replace(/[[\]]/g, '\\$&')}:`));
  const routes = sourcesUnder('src/pages/office').map(({ path }) =>
    path
      .replace('src/pages/office/', '')
      .replace(/(?:\.astro|\.ts)$/, '')
      .replace(/(?:^|\/)index$/, ''),
  );
  const driven = ROUTES.map((route) => route.replace(/^\/office\/?/, '').split('?')[0]);
  assert.deepEqual(
    routes.filter((route) => !driven.includes(route) && !ELSEWHERE.includes(route)),
    [],
  );
});
