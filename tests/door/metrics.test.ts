import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count } from '../../src/watch/counts.ts';
import { noTotals } from '../../src/watch/served.ts';
import { countingHandler, door } from './door.ts';

const TOKEN = 'a-token-of-at-least-thirty-two-characters';

function totals() {
  const all = noTotals();
  count(all.counts, 0, 200, 3);
  count(all.counts, 1, 503, 30_000);
  all.kept = 7;
  all.processes.push({ pid: 12, memory: 5_000, lag: 2, at: 0 });
  return all;
}

test('/metrics says in the format of Prometheus what all processes did', async (context) => {
  const { ask } = await door(context, countingHandler().handler, { metrics: { totals } });
  const { status, headers, text } = await ask('/metrics');
  assert.equal(status, 200);
  assert.match(headers['content-type']!, /^text\/plain; version=0\.0\.4/);
  assert.equal(headers['cache-control'], 'no-store');
  for (const line of [
    '# TYPE gongshi_request_duration_seconds histogram',
    'gongshi_requests_total{lane="fast",status="2xx"} 1',
    'gongshi_requests_total{lane="slow",status="5xx"} 1',
    'gongshi_request_duration_seconds_bucket{lane="fast",le="0.002"} 0',
    'gongshi_request_duration_seconds_bucket{lane="fast",le="0.005"} 1',
    'gongshi_request_duration_seconds_bucket{lane="slow",le="10"} 0',
    'gongshi_request_duration_seconds_bucket{lane="slow",le="+Inf"} 1',
    'gongshi_request_duration_seconds_count{lane="slow"} 1',
    'gongshi_page_cache_hits_total 7',
    'gongshi_process_resident_memory_bytes{pid="12"} 5000',
    'gongshi_event_loop_lag_seconds{pid="12"} 0.002',
    'gongshi_search_lag_rows 0',
  ])
    assert.ok(text.split('\n').includes(line), line);
});

test('who comes through a proxy, or from elsewhere, needs the token', async (context) => {
  const { asked, handler } = countingHandler();
  const { ask } = await door(context, handler, { metrics: { totals, token: TOKEN } });
  const through = { 'x-forwarded-for': '203.0.113.9' };
  const isAnswered = async (headers: Record<string, string>) => {
    const before = asked.length;
    const { text } = await ask('/metrics', { headers });
    assert.equal(text.includes('gongshi_'), asked.length === before);
    return text.includes('gongshi_');
  };
  assert.equal(await isAnswered(through), false);
  assert.equal(await isAnswered({ ...through, authorization: `Bearer ${TOKEN}x` }), false);
  assert.equal(await isAnswered({ ...through, authorization: `Bearer ${TOKEN}` }), true);
});
