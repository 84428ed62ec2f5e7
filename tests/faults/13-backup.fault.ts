import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../promises/source.ts';
import { attack } from './attack.ts';
import { house, temporary, until } from './house.ts';

attack(
  'backups while notices are published, each restored; one with a changed byte is refused',
  {},
  async (context) => {
    const { start, gongshi, path } = house(context);
    const portal = await start({}, ['--workers', '1']);
    const record = join(temporary(context, 'record'), 'acknowledged');
    const acknowledged = () => (existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').length : 0);
    const writer = spawn(process.execPath, ['tests/faults/publisher.ts', path, record], { cwd: ROOT, stdio: 'ignore' });
    context.after(() => writer.kill('SIGKILL'));
    const backups = join(temporary(context, 'backups'), 'all');
    const known: number[] = [];
    await until(() => acknowledged() > 0);
    for (let time = 0; time < 3; time++) {
      known.push(acknowledged());
      const { status, stderr } = gongshi(['backup', backups]);
      assert.equal(status, 0, stderr);
    }
    writer.kill('SIGKILL');
    await once(writer, 'exit').catch(() => {});
    await portal.stop();
    const names = readdirSync(backups)
      .filter((name) => name !== 'attachments')
      .sort();
    assert.equal(names.length, 3);
    const since = performance.now();
    for (const [at, name] of names.entries()) {
      const restored = house(context, join(temporary(context, 'restored'), 'data'));
      const { status, stdout, stderr } = restored.gongshi(['restore', join(backups, name)]);
      assert.equal(status, 0, stdout + stderr);
      const count = restored.inDatabase(
        (database) =>
          database.get<{ n: number }>("SELECT count(*) AS n FROM releases WHERE source_key LIKE 'lakeside-%'")!.n,
      );
      assert.ok(count >= known[at]!, `${count} of ${known[at]} acknowledged are in the backup`);
    }
    context.measured(
      `${acknowledged()} published meanwhile; a drill of restoring takes ${Math.round((performance.now() - since) / 3)} ms`,
    );
    const file = join(backups, names[0]!, 'gongshi.sqlite');
    const bytes = readFileSync(file);
    bytes[bytes.length >> 1]! ^= 1;
    writeFileSync(file, bytes);
    const refused = house(context, join(temporary(context, 'refused'), 'data')).gongshi([
      'restore',
      join(backups, names[0]!),
    ]);
    assert.equal(refused.status, 1);
    assert.match(refused.stderr, /与清单不符/);
  },
);
