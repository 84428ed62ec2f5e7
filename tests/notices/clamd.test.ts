import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { scanFile } from '../../src/notices/attachments/clamd.ts';
import { EICAR } from './clamd-double.ts';

const isThere = spawnSync('clamd', ['--version']).status === 0;
const skip = isThere ? false : 'clamd is not on the PATH';
const MIB = 1024 * 1024;

/** ClamAV itself, with one signature of our own; what it is asked to scan is written into its folder. */
async function clamdOf(context: TestContext, limits: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'gongshi-clamd-'));
  const [path, config, signatures] = ['clamd.ctl', 'clamd.conf', 'signatures'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(signatures);
  writeFileSync(join(signatures, 'own.ndb'), `Eicar-Signature:0:*:${Buffer.from(EICAR).toString('hex')}\n`);
  const lines = [`DatabaseDirectory ${signatures}`, `LocalSocket ${path}`, 'Foreground yes', ...limits];
  // Started by root it changes to a user of its own, who cannot read the folder.
  if (process.getuid?.() === 0) lines.push('User root');
  writeFileSync(config, `${lines.join('\n')}\n`);
  const child = spawn('clamd', ['-c', config], { stdio: ['ignore', 'pipe', 'inherit'] });
  context.after(async () => {
    child.kill('SIGKILL');
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    rmSync(folder, { recursive: true, force: true });
  });
  // It listens before it says how it checks itself.
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if ((said += text).includes('Self checking')) resolve();
    });
    child.once('exit', () => reject(new Error(said)));
  });
  return (...parts: (string | Buffer)[]) => {
    const file = join(folder, 'file');
    writeFileSync(file, Buffer.concat(parts.map((part) => Buffer.from(part))));
    return scanFile({ path }, file);
  };
}

const infected = { verdict: 'infected', found: 'Eicar-Signature.UNOFFICIAL' };

test(
  'ClamAV, set up as the help says, finds a virus at the end of the largest attachment',
  { skip },
  async (context) => {
    const scan = await clamdOf(context, [
      'StreamMaxLength 50M',
      'MaxFileSize 50M',
      'MaxScanSize 400M',
      'AlertExceedsMax yes',
    ]);
    assert.deepEqual(await scan('公示'), { verdict: 'clean' });
    assert.deepEqual(await scan(''), { verdict: 'clean' });
    assert.deepEqual(await scan(EICAR), infected);
    assert.deepEqual(await scan(Buffer.alloc(50 * MIB - EICAR.length), EICAR), infected);
    assert.deepEqual(await scan(Buffer.alloc(50 * MIB)), { verdict: 'clean' });
    assert.deepEqual(await scan(Buffer.alloc(50 * MIB + 1)), { verdict: 'too-large' });
  },
);

test('what ClamAV takes and does not look into is neither clean nor a virus', { skip }, async (context) => {
  const scan = await clamdOf(context, ['StreamMaxLength 50M', 'MaxFileSize 1M', 'AlertExceedsMax yes']);
  assert.deepEqual(await scan(Buffer.alloc(2 * MIB), EICAR), { verdict: 'too-large' });
  assert.deepEqual(await scan(Buffer.alloc(2 * MIB)), { verdict: 'too-large' });
  assert.deepEqual(await scan(EICAR), infected);
});
