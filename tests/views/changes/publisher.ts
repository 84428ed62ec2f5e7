import { Database } from '../../../src/database/database.ts';
import { publishBatch } from '../../../src/notices/publish.ts';
import { NOW, tenderNotice } from '../../stories/lakeside-road.ts';

/** A process that publishes: `publisher.ts FILE NAME`. One notice at a time, every third time three, and a sign at each. */
const [path, name] = process.argv.slice(2) as [string, string];
const database = new Database(path);
for (let round = 0; round < 9; round++) {
  const batch = Array.from({ length: round % 3 === 2 ? 3 : 1 }, (_, n) => ({
    ...tenderNotice,
    id: `${name}-${round}-${n}`,
    title: `${name}路第${round}号${n}段施工招标公告`,
    project: { code: `TS-${name}-${round}-${n}`, name: `${name}路第${round}号${n}段施工` },
  }));
  for (const outcome of publishBatch(
    database,
    batch.map((input) => ({ input, at: input.id })),
    { actor: name, now: NOW },
  ))
    if (outcome.status !== 'published') throw new Error(JSON.stringify(outcome));
  // Whoever reads does so now, while the other one publishes.
  process.stdout.write('.');
}
database.close();
