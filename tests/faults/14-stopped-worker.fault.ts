import assert from 'node:assert/strict';
import { attack } from './attack.ts';
import { house, onLinux, pause, workersOf } from './house.ts';
import { readers, told } from './readers.ts';

attack(
  'one of two workers stands still (SIGSTOP): the portal goes on answering',
  { skip: onLinux },
  async (context) => {
    const portal = await house(context).start();
    const [stuck] = workersOf(portal);
    const reading = readers(portal.url, ['/', '/about', '/construction'], {
      keepAlive: false,
      patience: 2_000,
      count: 6,
    });
    await pause(3_000);
    process.kill(stuck!, 'SIGSTOP');
    await pause(30_000);
    const isReplaced = !workersOf(portal).includes(stuck!);
    if (!isReplaced) process.kill(stuck!, 'SIGCONT');
    await pause(3_000);
    const seen = await reading.stop();
    const last = seen.failures.at(-1) ?? 0;
    context.measured(
      `${told(seen)}; failures from ${Math.round((seen.failures[0] ?? 0) / 1_000)} s to ${Math.round(last / 1_000)} s (stopped at 3 s${isReplaced ? '' : ', woken at 33 s'}); ${isReplaced ? 'it was replaced' : 'it was not replaced'}`,
    );
    assert.ok(last - 3_000 < 15_000, 'readers failed for more than 15 s');
  },
);
