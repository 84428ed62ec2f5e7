import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { fill, labels } from '../locales/labels.ts';
import { importYear } from '../notices/import-year.ts';
import { refuse, type Result } from '../values/result.ts';
import type { Command } from './command.ts';
import { inDataFolder } from './data-folder.ts';

const days = z.array(z.string());
const file = z.strictObject({
  year: z.int(),
  source: z.string(),
  rest: z.record(z.string(), days),
  work: days.default([]),
});

/**
 * `gongshi calendar FILE`: takes a year's holidays into the calendar of working days: JSON
 * `{"year": 2027, "source": "…", "rest": {"元旦": ["01-01"]}, "work": ["01-03"]}`. Refusals: `calendar-file`, those of `importYear`.
 */
export function calendar({ settings, words, locale }: Command): Result<number> {
  const parsed = words.length === 1 ? file.safeParse(readJson(words[0]!)) : undefined;
  if (!parsed?.success) return refuse({ code: 'calendar-file', found: words[0] ?? '' });
  const { year, source, rest, work } = parsed.data;
  const typed = {
    year: String(year),
    source,
    rest: Object.entries(rest)
      .map(([name, on]) => [name, ...on].join(' '))
      .join('\n'),
    work: work.join(' '),
  };
  let result: ReturnType<typeof importYear> | undefined;
  const outcome = inDataFolder(settings, ({ database }) => {
    result = importYear(database, typed, 'cli', Date.now());
    return result.ok
      ? fill(labels(locale).clock.office.saved, { year, n: result.value.asked, m: result.value.changed })
      : '';
  });
  return outcome.ok && result && !result.ok ? result : outcome;
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}
