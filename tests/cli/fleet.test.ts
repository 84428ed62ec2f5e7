import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { after, test } from 'node:test';
import { stories } from '../../db/seeds/demo/stories.ts';
import { Database } from '../../src/database/database.ts';
import { schemaVersion } from '../../src/database/migrate.ts';
import { publish } from '../../src/notices/publish.ts';
import { startPortal } from '../browser/portal.ts';

const portal = await startPortal({}, ['--workers', '2']);
after(() => portal.stop());

/** The processes that answer; by night others verify and back up beside them. */
const processes = () =>
  readFileSync(`/proc/${portal.pid}/task/${portal.pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '' && answers(pid));
const known = new Set<string>();
/** One that has ended, and that nobody has noticed yet, is told by what it was. */
function answers(pid: string): boolean {
  if (commandOf(pid).includes('server/entry.mjs')) known.add(pid);
  return known.has(pid);
}
/** '' of one that has ended. */
function commandOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
const onLinux = { skip: process.platform !== 'linux' && 'children are read from /proc' };

function ask(agent: Agent | false): Promise<number> {
  return new Promise((resolve, reject) => {
    request(`${portal.url}/about`, { agent }, (answer) => answer.resume().on('end', () => resolve(answer.statusCode!)))
      .on('error', reject)
      .end();
  });
}

/** Readers with a connection each, and readers with a connection a request, who ask until told to stop. */
function readers(): { stop(): Promise<number[]> } {
  let isOver = false;
  const read = async (agent: Agent | false) => {
    const seen: number[] = [];
    while (!isOver) seen.push(await ask(agent));
    agent && agent.destroy();
    return seen;
  };
  const all = [
    new Agent({ keepAlive: true, maxSockets: 1 }),
    new Agent({ keepAlive: true, maxSockets: 1 }),
    false,
    false,
  ].map((agent) => read(agent as Agent | false));
  return {
    async stop() {
      isOver = true;
      return (await Promise.all(all)).flat();
    },
  };
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}

test('as many processes answer as were asked for', onLinux, () => {
  assert.equal(processes().length, 2);
});

/** Every process has said what it did, so it serves. */
const allServe = () =>
  until(async () => {
    const text = await (await fetch(`${portal.url}/metrics`, { headers: { connection: 'close' } })).text();
    return processes().every((pid) => text.includes(`gongshi_process_resident_memory_bytes{pid="${pid}"}`));
  });

test('whichever process is asked for its figures answers for both', onLinux, allServe);

test('all processes are put in the place of others without a request failing', onLinux, async () => {
  const before = processes();
  const reading = readers();
  portal.signal('SIGHUP');
  await until(() => processes().length === 2 && !processes().some((one) => before.includes(one)));
  const statuses = await reading.stop();
  assert.ok(statuses.length > 20);
  assert.deepEqual(
    statuses.filter((status) => status !== 200),
    [],
  );
  assert.equal(portal.errors(), '');
});

test('a process that is killed is replaced, and readers are answered meanwhile', onLinux, async () => {
  const [lost] = processes();
  process.kill(Number(lost), 'SIGKILL');
  await until(() => processes().length === 1 || !processes().includes(lost!));
  assert.equal(await ask(false), 200);
  await until(() => processes().length === 2);
  await allServe();
  assert.match(portal.errors(), /ended unexpectedly: SIGKILL/);
});

test('a process whose loop stands still is put down, and another takes its place', onLinux, async () => {
  const [standing] = processes();
  process.kill(Number(standing), 'SIGSTOP');
  await until(() => processes().length === 2 && !processes().includes(standing!));
  await allServe();
  assert.equal(await ask(false), 200);
});

test('a program that wants another database replaces nothing, and the processes of before go on', onLinux, async () => {
  const before = processes();
  const database = new Database(portal.path);
  const version = schemaVersion(database);
  database.handle.exec(`PRAGMA user_version=${version - 1}`);
  portal.signal('SIGHUP');
  await until(() => portal.errors().includes('重新启动'));
  await until(() => processes().join() === before.join());
  assert.equal(await ask(false), 200);
  database.handle.exec(`PRAGMA user_version=${version}`);
  database.close();
});

test('what is published shows at once on every process, on a page that each had kept', async () => {
  const pages = () =>
    Promise.all(
      Array.from({ length: 6 }, async () =>
        (
          await (
            await fetch(`${portal.url}/search?q=%E5%85%B1%E8%A7%81%E8%B7%AF`, { headers: { connection: 'close' } })
          ).text()
        ).includes('共见路整修'),
      ),
    );
  assert.deepEqual(new Set(await pages()), new Set([false]));
  const database = new Database(portal.path);
  const story = stories(Date.now()).find(
    ({ register, amends }) => register === 'construction' && amends === undefined,
  )!;
  const outcome = publish(
    database,
    { ...story, id: 'fleet-test', title: '天水市共见路整修', number: undefined, project: {} },
    { actor: 'test', now: Date.now() },
  );
  database.close();
  assert.equal(outcome.status, 'published');
  assert.deepEqual(new Set(await pages()), new Set([true]));
});

test('a number of processes that cannot be is refused with what to write', async () => {
  for (const words of [
    ['--workers', '0'],
    ['--workers', 'many'],
    ['--wrokers', '2'],
  ]) {
    await assert.rejects(startPortal({}, words), /--workers N/);
  }
});

test('a port that is taken is named', async () => {
  await assert.rejects(startPortal({ PORT: new URL(portal.url).port }), /已被占用|in use/);
});
