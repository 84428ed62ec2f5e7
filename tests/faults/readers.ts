import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { percentiles } from '../bench/measure.ts';

/** One answer, from the first byte sent to the last received. */
export interface Reply {
  /** 0: none came. */
  status: number;
  /** ms. */
  took: number;
  text: string;
  cookies: string[];
  location: string;
}

export interface Question {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  agent?: Agent | false;
  /** ms; then it counts as not answered. */
  patience?: number;
  localAddress?: string;
}

/** Asks once, on a connection of its own unless an agent is given; never rejects. */
export function ask(url: string, { body, patience = 30_000, agent = false, ...how }: Question = {}): Promise<Reply> {
  const since = performance.now();
  return new Promise((resolve) => {
    const over = (status: number, text = '', headers: Record<string, string | string[] | undefined> = {}) =>
      resolve({
        status,
        text,
        took: performance.now() - since,
        cookies: (headers['set-cookie'] as string[] | undefined)?.map((one) => one.split(';')[0]!) ?? [],
        location: (headers['location'] as string | undefined) ?? '',
      });
    const sent = request(url, { agent, ...how }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (part: string) => (text += part));
      answer.on('end', () => over(answer.statusCode!, text, answer.headers)).on('error', () => over(0));
    });
    sent.setTimeout(patience, () => sent.destroy(new Error('no answer')));
    sent.on('error', (error) => over(0, error.message)).end(body);
  });
}

/** What readers saw. */
export interface Seen {
  /** ms of each answer. */
  times: number[];
  /** How many answers of each status; 0 for none. */
  statuses: Record<number, number>;
  /** When something failed, ms since the start. */
  failures: number[];
}

/** So many readers ask for these addresses, one after another, until they are stopped; those of more than `most` answers a second wait. */
export function readers(
  origin: string,
  paths: readonly string[],
  { count = 4, most = 100, keepAlive = true, patience = 30_000 } = {},
): { stop(): Promise<Seen> } {
  const seen: Seen = { times: [], statuses: {}, failures: [] };
  const since = performance.now();
  let isOver = false;
  const read = async (first: number) => {
    const agent = keepAlive && new Agent({ keepAlive: true, maxSockets: 1 });
    for (let at = first; !isOver; at++) {
      const { status, took } = await ask(origin + paths[at % paths.length]!, { agent, patience });
      seen.times.push(took);
      seen.statuses[status] = (seen.statuses[status] ?? 0) + 1;
      if (status !== 200) seen.failures.push(performance.now() - since);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, (1_000 * count) / most - took)));
    }
    if (agent) agent.destroy();
  };
  const all = Array.from({ length: count }, (_, at) => read(at));
  return {
    async stop() {
      isOver = true;
      await Promise.all(all);
      return seen;
    },
  };
}

/** What they see in so many milliseconds. */
export async function readersFor(ms: number, ...asking: Parameters<typeof readers>): Promise<Seen> {
  const reading = readers(...asking);
  await new Promise((resolve) => setTimeout(resolve, ms));
  return reading.stop();
}

/** `p50 2 ms, p99 9 ms, 200 ×400`. */
export function told({ times, statuses }: Pick<Seen, 'times' | 'statuses'>): string {
  const { p50, p99, max } = percentiles(times);
  const counts = Object.entries(statuses).map(([status, n]) => `${status === '0' ? 'no answer' : status} ×${n}`);
  return `p50 ${ms(p50)}, p99 ${ms(p99)}, longest ${ms(max)} (${counts.join(', ')})`;
}

export const ms = (value: number) => `${value < 10 ? value.toFixed(1) : Math.round(value)} ms`;
