import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from 'prom-client';
import type { Database } from '../database/database.ts';
import { lastPublishedAt } from '../notices/storage.ts';
import { enginesState } from '../search/state.ts';
import { classesOf, durationsOf, LANES, STEPS, sumOf, total } from '../watch/counts.ts';
import type { Totals } from '../watch/served.ts';
import { Answer } from './answer.ts';

export interface Metrics {
  /** Lets in who is not on this machine. */
  token?: string | undefined;
  totals(): Totals;
}

const LOOPBACK = ['127.0.0.1', '::1', '::ffff:127.0.0.1'];

/** From this machine, and not by a proxy that stands on it; or with the token. */
export function mayReadMetrics({ socket, headers }: IncomingMessage, { token }: Metrics): boolean {
  const isForwarded = ['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => headers[name] !== undefined);
  if (LOOPBACK.includes(socket.remoteAddress ?? '') && !isForwarded) return true;
  const given = /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1];
  return token !== undefined && given !== undefined && timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** `/metrics`: what all processes did since the portal was started, whichever of them is asked. */
export async function metricsAnswer(
  { totals }: Metrics,
  database: Database,
  always: Record<string, string>,
): Promise<Answer> {
  // Numbers that were added up elsewhere become a registry only this way; it writes them in the format of Prometheus.
  const registry = AggregatorRegistry.aggregate([[...served(totals()), ...state(database)]]);
  return new Answer(
    200,
    { 'content-type': registry.contentType, 'cache-control': 'no-store', ...always },
    await registry.metrics(),
  );
}

type Values = { value: number; labels?: Record<string, string | number>; metricName?: string }[];

function metric(
  name: string,
  help: string,
  type: 'counter' | 'gauge' | 'histogram',
  values: Values,
): MetricObjectWithValues<MetricValue<string>> {
  const labelled = values.map(({ labels = {}, ...value }) => ({ ...value, labels }));
  return { name, help, type, aggregator: 'sum', values: labelled } as never;
}

function served({ counts, kept, processes }: Totals) {
  return [
    metric(
      'gongshi_requests_total',
      'Requests answered, by lane and class of status.',
      'counter',
      LANES.flatMap((lane) =>
        classesOf(counts, lane).map((value, index) => ({ labels: { lane, status: `${index + 1}xx` }, value })),
      ),
    ),
    metric(
      'gongshi_request_duration_seconds',
      'From the request to its answer.',
      'histogram',
      LANES.flatMap((lane) => {
        const steps = durationsOf(counts, lane);
        const name = 'gongshi_request_duration_seconds';
        return [
          ...steps.map((_, index) => ({
            metricName: `${name}_bucket`,
            labels: { lane, le: STEPS[index] === undefined ? '+Inf' : STEPS[index] / 1_000 },
            value: total(steps.slice(0, index + 1)),
          })),
          { metricName: `${name}_sum`, labels: { lane }, value: sumOf(counts, lane) / 1_000 },
          { metricName: `${name}_count`, labels: { lane }, value: total(steps) },
        ];
      }),
    ),
    metric('gongshi_page_cache_hits_total', 'Pages sent as they had been kept.', 'counter', [{ value: kept }]),
    metric('gongshi_processes', 'Processes that answer.', 'gauge', [{ value: processes.length }]),
    metric(
      'gongshi_process_resident_memory_bytes',
      'Memory of each process.',
      'gauge',
      processes.map(({ pid, memory }) => ({ labels: { pid }, value: memory })),
    ),
    metric(
      'gongshi_event_loop_lag_seconds',
      '99 of 100 turns of the event loop were no later than that, in the last seconds.',
      'gauge',
      processes.map(({ pid, lag }) => ({ labels: { pid }, value: lag / 1_000 })),
    ),
  ];
}

function state(database: Database) {
  const last = lastPublishedAt(database);
  const { follower } = enginesState(database);
  return [
    metric('gongshi_search_lag_rows', 'Rows the second search engine has not taken yet; 0 without one.', 'gauge', [
      { value: follower?.behind ?? 0 },
    ]),
    ...(last !== undefined
      ? [
          metric('gongshi_last_publication_timestamp_seconds', 'Moment of the newest notice.', 'gauge', [
            { value: last / 1_000 },
          ]),
        ]
      : []),
  ];
}
