import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { newestReleases } from '../../src/notices/storage.ts';
import { textOf } from '../../src/notices/search-document.ts';
import { embeddedEngine } from '../../src/search/embedded-engine.ts';
import { mailer } from '../../src/following/channels/mail.ts';
import { Matcher } from '../../src/views/following/matcher.ts';
import { spelled, type Subject } from '../../src/views/following/subject.ts';
import type { Portal } from '../../src/views/portal.ts';
import { mailServer } from '../following/world.ts';
import { percentiles } from './measure.ts';
import { rate, type Report } from './report.ts';

const FOLLOWED = 100_000;
const RELEASES = 300;
const MAILS = 1_000;

/** What a new notice costs among very many stored searches, what these take of memory, and how fast mail leaves. */
export async function benchFollowing({ database }: Portal, report: Report): Promise<void> {
  const subjects = storedSearches(database);
  const engine = embeddedEngine(database, textOf(database));
  const releases = newestReleases(database, RELEASES);
  // The engine's own columns are there whether anybody follows or not.
  engine.which([], releases[0]!.id, Date.now());
  const before = heap();
  const started = performance.now();
  const matcher = new Matcher(database, engine);
  matcher.take(subjects);
  report.line(
    'stored searches',
    `${matcher.size.toLocaleString('en')}, taken in ${((performance.now() - started) / 1000).toFixed(1)} s`,
  );
  report.line('their memory', `${((heap() - before) / 1e6).toFixed(0)} MB of heap`);
  const met: number[] = [];
  const times = releases.map((release) => {
    const at = performance.now();
    met.push(matcher.meet(release, Date.now()).length);
    return performance.now() - at;
  });
  report.latency(
    'a new notice',
    percentiles(times),
    'matching',
    `; met ${percentiles(met).p50} of them, at most ${percentiles(met).max}`,
  );

  const smtp = await mailServer();
  const post = mailer({ smtp: smtp.url, from: 'notices@gongshi.example', rate: 1_000_000 });
  const sending = performance.now();
  await Promise.all(
    Array.from({ length: MAILS }, (_, n) =>
      post.send({
        id: `d${n}`,
        to: `reader${n}@example.cn`,
        subject: '公示',
        text: 'x'.repeat(2_000),
        html: 'x'.repeat(4_000),
        language: 'zh',
        stop: 'https://gongshi.example/stop',
      }),
    ),
  );
  report.line('mail to a server on this machine', `${rate((MAILS * 60_000) / (performance.now() - sending))} a minute`);
  post.close();
  await smtp.close();
}

/** Bytes, when what nobody holds is gone. */
function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

/** Words of titles, a pair or two of them, half of them with a place or a register beside. */
function storedSearches(database: Portal['database']): string[] {
  const titles = newestReleases(database, 20_000);
  const subjects = new Set<string>();
  for (let n = 0; subjects.size < FOLLOWED && n < FOLLOWED * 4; n++) {
    const { content, register } = titles[(n * 7919) % titles.length]!;
    const at = (n * 31) % Math.max(1, content.title.length - 4);
    const asked = {
      q: [content.title.slice(at, at + 2 + (n % 4)), n % 3 === 0 ? content.title.slice(0, 2) : ''].join(' ').trim(),
      register: n % 4 === 0 ? [register] : [],
      region: n % 5 === 0 ? [content.region] : [],
      kind: [],
      stage: [],
      unit: [],
      year: [],
    };
    subjects.add(spelled({ what: 'search', asked } satisfies Subject));
  }
  return [...subjects];
}
