import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { publish } from '../../src/notices/publish.ts';
import { attack } from './attack.ts';
import { house } from './house.ts';
import { noticeOf } from './notice.ts';

const YEAR = 365 * 86_400_000;
const DAY = 86_400_000;
const hasFaketime = spawnSync('faketime', ['--version']).error === undefined;

attack(
  'the clock is set back a year and ahead two days: numbers stay in order, nothing is corrupted',
  {
    todo: 'nothing compares the clock with the last release: plan.ts takes any `now` as the moment of acceptance, and publishes a year back or two days ahead without a word',
  },
  async (context) => {
    const { gongshi, inDatabase } = house(context);
    assert.equal(gongshi(['migrate']).status, 0);
    const now = Date.now();
    const statuses = inDatabase((database) =>
      [now, now - YEAR, now + 2 * DAY, now].map((at, n) => {
        const publishedAt = new Date(at + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
        return publish(database, { ...noticeOf(n + 1), publishedAt }, { actor: 'test', now: at }).status;
      }),
    );
    const rows = inDatabase((database) =>
      database.all<{ seq: number; acceptedAt: number }>(
        'SELECT seq, accepted_at AS acceptedAt FROM releases ORDER BY seq',
      ),
    );
    const backwards = rows.filter(({ acceptedAt }, at) => at > 0 && acceptedAt < rows[at - 1]!.acceptedAt).length;
    context.measured(
      `by the \`now\` of the act${hasFaketime ? '' : ' (libfaketime is not installed)'}: ${statuses.join(', ')}; ${backwards} moments of acceptance go backwards`,
    );
    const { status, stdout } = gongshi(['verify']);
    assert.equal(status, 0, stdout);
    assert.deepEqual(
      rows.map(({ seq }) => seq),
      rows.map((_, at) => at + 1),
    );
    assert.equal(backwards, 0, `${backwards} releases were accepted before the ones they follow, and nothing was said`);
  },
);
