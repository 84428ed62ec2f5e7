import assert from 'node:assert/strict';
import { once, EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { Database } from '../../src/database/database.ts';
import { migrate } from '../../src/database/migrate.ts';
import { LEASE, runJobs, type RunningJobs, type Step } from '../../src/jobs/jobs.ts';
import { findFollower, findJob, forgetFollower, leaseJob, moveFollower } from '../../src/jobs/storage.ts';

/** Two processes' connections to one database. */
function house(context: TestContext): [Database, Database] {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-jobs-'));
  const path = join(folder, 'gongshi.sqlite');
  const first = new Database(path);
  migrate(first);
  const second = new Database(path);
  context.after(() => {
    first.close();
    second.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return [first, second];
}

/** Jobs that end with their test, also with one that fails: what goes on by itself would keep the process. */
function started(context: TestContext, ...given: Parameters<typeof runJobs>): RunningJobs {
  const running = runJobs(...given);
  context.after(() => running.stop());
  return running;
}

/** A job whose runs are announced, and which does as it is told. */
function job(steps: (Step | Error)[] = []) {
  const runs = new EventEmitter();
  let count = 0;
  return {
    job: {
      name: 'work',
      every: 5,
      run(): Step {
        const step = steps[count++] ?? false;
        setImmediate(() => runs.emit('run', count));
        if (step instanceof Error) throw step;
        return step;
      },
    },
    runs,
    count: () => count,
  };
}

test('two processes never run one job; when one ends the other takes it', async (context) => {
  const [here, there] = house(context);
  const [one, other] = [job(), job()];
  const first = started(context, here, [one.job]);
  await once(one.runs, 'run');
  assert.equal(leaseJob(there, 'work', 'another', Date.now() + LEASE, Date.now()), false);
  const second = started(context, there, [other.job]);
  await once(one.runs, 'run');
  assert.equal(other.count(), 0);
  await Promise.all([first.stop(), second.stop()]);
  const third = started(context, there, [other.job]);
  await once(other.runs, 'run');
  await third.stop();
});

test('a process that died keeps its job until the lease has run out, and no longer', (context) => {
  const [here, there] = house(context);
  assert.equal(leaseJob(here, 'work', 'died', 1_000, 0), true);
  assert.equal(leaseJob(there, 'work', 'next', 2_000, 999), false);
  assert.equal(leaseJob(there, 'work', 'next', 2_000, 1_000), true);
  assert.equal(leaseJob(here, 'work', 'died', 3_000, 1_500), false);
});

test('what fails is kept with its reason, tried again, and forgotten when it goes well', async (context) => {
  const [database] = house(context);
  const failures: string[] = [];
  const failing = job([new Error('no space left'), new Error('no space left'), true]);
  const running = started(context, database, [failing.job], { onFailure: (name) => failures.push(name) });
  await once(failing.runs, 'run');
  const { failure, attempts } = findJob(database, 'work')!;
  // On a busy machine it may have been tried again already.
  assert.equal(failure, 'no space left');
  assert.ok(attempts === 1 || attempts === 2);
  while (failing.count() < 4) await once(failing.runs, 'run');
  const after = findJob(database, 'work')!;
  assert.deepEqual([after.failure, after.attempts], [null, 0]);
  assert.ok(after.failedAt !== null && after.ranAt! >= after.failedAt);
  assert.deepEqual(failures, ['work']);
  await running.stop();
});

test('a job that finds nothing to do writes nothing', async (context) => {
  const [database, watching] = house(context);
  const idle = job();
  const running = started(context, database, [idle.job]);
  await once(idle.runs, 'run');
  const version = watching.othersVersion();
  for (let n = 0; n < 5; n++) await once(idle.runs, 'run');
  assert.equal(watching.othersVersion(), version);
  await running.stop();
});

test('a follower stands where it was confirmed last, after a restart too', (context) => {
  const [database, later] = house(context);
  assert.equal(findFollower(database, 'alerts'), undefined);
  moveFollower(database, 'alerts', 7, { mail: 'a' }, 100);
  moveFollower(database, 'alerts', 9, { mail: 'b' }, 200);
  assert.deepEqual({ ...findFollower(later, 'alerts')! }, { seq: 9, state: { mail: 'b' }, movedAt: 200 });
  forgetFollower(later, 'alerts');
  assert.equal(findFollower(database, 'alerts'), undefined);
});

test('jobs outlast a database that somebody else is writing', async (context) => {
  const [database] = house(context);
  const failures: string[] = [];
  const working = job();
  const refusing = new Proxy(database, {
    get(target, name) {
      const member = Reflect.get(target, name, target) as unknown;
      if (typeof member !== 'function') return member;
      if (name === 'get' && failures.length < 2) {
        return () => {
          throw new Error('database is locked');
        };
      }
      return member.bind(target) as unknown;
    },
  });
  const running = started(context, refusing, [working.job], { onFailure: (name) => failures.push(name) });
  await once(working.runs, 'run');
  assert.deepEqual(failures, ['work', 'work']);
  await running.stop();
});
