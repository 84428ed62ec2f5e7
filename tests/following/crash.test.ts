import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import { NOW, published, tenderNotice } from '../stories/lakeside-road.ts';
import { followers, mailServer } from './world.ts';

test('killed between any two steps, it loses nothing and tells nothing twice', async () => {
  const smtp = await mailServer();
  const house = followers(NOW, { GONGSHI_SMTP: smtp.url });
  await house.followed('/construction');
  let steps = 0;
  for (let isDead = true; isDead; steps++) {
    published(house.database, {
      ...tenderNotice,
      id: `n-${steps}`,
      title: `第${steps}号路灯工程招标公告`,
      number: `N-${steps}-01`,
      project: { code: `N-${steps}`, name: `第${steps}号路灯工程` },
      publishedAt: '2026-11-23 09:00',
    });
    isDead = (await run(steps + 1, house.environment)) === 'SIGKILL';
    // Whoever comes next goes on.
    await house.work();
  }
  assert.ok(steps > 8, `${steps} steps`);
  // A letter that went before it was settled goes again: under the same id, by which any reader's program knows it.
  const letters = new Map(
    smtp.received.filter(({ subject }) => !subject!.startsWith('请确认')).map((mail) => [mail.messageId, mail]),
  );
  const notices = [...letters.values()].flatMap(({ text }) => text!.match(/\/notices\/\d+/g) ?? []);
  assert.equal(notices.length, steps);
  assert.equal(new Set(notices).size, steps);
  house.close();
  await smtp.close();
});

function run(step: number, environment: Record<string, string>): Promise<NodeJS.Signals | null> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'dying.ts'), String(step), String(NOW)], {
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.stdin.end(JSON.stringify(environment));
  return new Promise((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
}
