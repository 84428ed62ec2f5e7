import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';
import { attack } from './attack.ts';
import { house, pause, temporary, until } from './house.ts';

const TIMES = 100;

attack('kill −9 a hundred times while notices are published: nothing acknowledged is lost', {}, async (context) => {
  const { start, gongshi, inDatabase, path } = house(context);
  const portal = await start({}, ['--workers', '1']);
  const record = join(temporary(context, 'record'), 'acknowledged');
  const acknowledged = () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').map(Number) : []);
  for (let time = 0; time < TIMES; time++) {
    const before = acknowledged().length;
    const first = Math.max(0, ...acknowledged()) + 1;
    // A process group of its own, killed as one.
    const child = spawn(process.execPath, ['tests/faults/publisher.ts', path, record, String(first)], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    const ended = once(child, 'exit');
    await until(() => acknowledged().length > before || child.exitCode !== null);
    await pause(Math.random() * 30);
    assert.equal(child.exitCode, null, said);
    process.kill(-child.pid!, 'SIGKILL');
    await ended;
  }
  await portal.stop();
  const numbers = acknowledged();
  const kept = inDatabase(
    (database) =>
      new Set(
        database
          .all<{ key: string }>("SELECT source_key AS key FROM releases WHERE source_key LIKE 'lakeside-%'")
          .map(({ key }) => Number(key.slice('lakeside-'.length))),
      ),
  );
  const lost = numbers.filter((n) => !kept.has(n));
  context.measured(
    `${TIMES} kills, ${numbers.length} acknowledged, ${lost.length} lost, ${kept.size - new Set(numbers).size} kept but not acknowledged`,
  );
  assert.deepEqual(lost, []);
  const { status, stdout, stderr } = gongshi(['verify']);
  assert.equal(status, 0, stdout + stderr);
  context.measured('verify is clean');
});

attack(
  'kill −9 of the portal with all its processes, ten times, while readers ask: each start finds a sound database',
  {},
  async (context) => {
    const { start, gongshi } = house(context);
    const starts: number[] = [];
    for (let time = 0; time < 10; time++) {
      const since = performance.now();
      const portal = await start({}, ['--workers', '1']);
      starts.push(performance.now() - since);
      assert.equal((await fetch(`${portal.url}/construction`)).status, 200);
      portal.signal('SIGKILL');
      await portal.ended;
    }
    context.measured(`start to listening: longest ${Math.round(Math.max(...starts.slice(1)))} ms after a kill`);
    const { status, stdout } = gongshi(['verify']);
    assert.equal(status, 0, stdout);
  },
);
