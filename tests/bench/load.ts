import type { Portal } from '../../src/views/portal.ts';
import type { RunningPortal } from '../browser/portal.ts';
import { pause, workersOf } from '../faults/house.ts';
import { readers, readersFor, told } from '../faults/readers.ts';
import { memoryOf, percentiles } from './measure.ts';
import { someRecords } from './pages.ts';
import { ms, type Report } from './report.ts';

const SECONDS = 20;
/** Frequent words, counted and ordered over all that is there; `min` makes each a page nobody asked for before. */
const WORST = ['招标', '项目', '工程 公告', '有限公司', '建设 -医院', '招标 采购', '公告', '工程'];

/** A record, while eight readers search for the worst and one takes a register away whole; and the memory after it. */
export async function benchLoad(portal: Portal, running: RunningPortal, report: Report): Promise<void> {
  const { url, pid } = running;
  const records = someRecords(portal, 2_000).map((ocid) => `/records/${ocid}`);
  const searches = Array.from(
    { length: 20_000 },
    (_, index) =>
      `/search?q=${encodeURIComponent(WORST[index % WORST.length]!)}&sort=amount&min=0.${String(index).padStart(6, '0')}`,
  );
  const alone = await readersFor(5_000, url, records.slice(0, 500), { count: 1, most: 50 });
  // Each of the eight begins at another place, and none asks what another asked.
  const worst = readers(url, searches, { count: 8, most: 1_000 });
  const exporting = exportWhole(url);
  const beside = await readersFor(SECONDS * 1_000, url, records.slice(500), { count: 1, most: 50 });
  const searched = await worst.stop();
  const exported = await exporting.stop();
  report.line('records, nobody else', told(alone));
  report.line('records beside them', told(beside), 'pointRead');
  report.line('  eight worst searches', `${(searched.times.length / SECONDS).toFixed(1)}/s, ${told(searched)}`);
  report.line('  one full export', exported);
  report.curve('point read p99', ms(percentiles(beside.times).p99));
  if (process.platform !== 'linux') return;
  const memory = workersOf({ pid }).map(memoryOf);
  for (const { anonymous, fileBacked } of memory)
    report.line(
      'memory of a process that answers',
      `${anonymous} MB anonymous, ${fileBacked} MB file-backed`,
      'memory',
    );
  report.curve('anonymous MB', memory.map(({ anonymous }) => anonymous).join(', '));
}

/** In three languages: the pages of one are kept, and would be given out again. */
const LANGUAGES = ['', '/en', '/hant'];

/** Page after page as the `Link` header names them, once in each language, until it is stopped. */
function exportWhole(url: string): { stop(): Promise<string> } {
  let isOver = false;
  let pages = 0;
  const took: string[] = [];
  const exportOne = async (first: string) => {
    const since = performance.now();
    let next: string | undefined = first;
    while (next !== undefined && !isOver) {
      const answer: Response = await fetch(next);
      await answer.arrayBuffer();
      // Whoever is told to come back comes back.
      if (answer.status === 503) await pause(1_000);
      else if (!answer.ok) throw new Error(`${next} answered ${answer.status}`);
      else {
        pages++;
        const link = /<([^>]+)>; rel="next"/.exec(answer.headers.get('link') ?? '')?.[1];
        next = link && new URL(link, first).href;
      }
    }
    if (!isOver) took.push(`${((performance.now() - since) / 1_000).toFixed(1)} s`);
  };
  const running = (async () => {
    for (const language of LANGUAGES) if (!isOver) await exportOne(`${url}${language}/construction.csv`);
  })();
  return {
    async stop() {
      isOver = true;
      await running;
      return `${pages} pages; whole in ${took.join(', ') || 'more'}`;
    },
  };
}
