import { fill, type Locale } from '../../locales/labels.ts';
import { listRecords } from '../../notices/lists/storage.ts';
import type { Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import { dayOf } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';

/** What notices leave to be asked of what they told: no finding, for the answer may not be held here. */
export interface SupervisionQuestions {
  questions: { code: string; question: string; title: string; path: string; register: string; region: string }[];
  /** How many records were looked at. */
  asked: number;
}

const BATCH = 500;
/** A city has some hundreds of rights; beyond this the page would not be made in time. */
const MOST = 5_000;

export function questionsPage(portal: Portal, locale: Locale): SupervisionQuestions {
  const page: SupervisionQuestions = { questions: [], asked: 0 };
  for (const register of registers) if (register.questions) ask(portal, register, locale, page);
  return page;
}

function ask({ database, now: clock }: Portal, register: Register, locale: Locale, page: SupervisionQuestions): void {
  const now = clock();
  const { name, questions = {} } = registerLabels(register, locale);
  let before: string | undefined;
  do {
    const { records, next } = listRecords(database, { register: register.id, facets: {}, limit: BATCH, now, before });
    page.asked += records.length;
    for (const row of records)
      for (const { code, found } of register.questions!(row.compiled, row.stage, dayOf(now)))
        page.questions.push({
          code,
          question: fill(questions[code] ?? code, { found }),
          title: row.title,
          path: pathOf(row),
          register: name,
          region: row.region ? regionName(row.region, locale) : '',
        });
    before = next ?? undefined;
  } while (before !== undefined && page.asked < MOST);
}
