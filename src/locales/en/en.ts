import { actions } from './actions.ts';
import { approvals } from './approvals.ts';
import { assistants } from './assistants.ts';
import { api } from './api.ts';
import { cases } from './cases.ts';
import { clock } from './clock.ts';
import { accounts, backups, cli, doubtfulLinks, verification } from './cli.ts';
import { complaints } from './complaints.ts';
import { fees } from './fees.ts';
import { following } from './following.ts';
import { funds } from './funds.ts';
import { glossary } from './glossary.ts';
import { dictionary } from './dictionary.ts';
import { discretion } from './discretion.ts';
import { meanings } from './meanings.ts';
import { importing } from './import.ts';
import { office } from './office.ts';
import { panels } from './panels.ts';
import { party } from './party.ts';
import { notice, record } from './record.ts';
import { purchases } from './purchases.ts';
import { rectification } from './rectification.ts';
import { refusals } from './refusals.ts';
import { list, search } from './search.ts';
import { searchEngines } from './search-engines.ts';
import { openData } from './open-data.ts';
import { quality } from './quality.ts';
import { status } from './status.ts';
import { supervision } from './supervision.ts';
import { trail } from './trail.ts';
import { choices, errors, fields, home, missing, pages, shell, site, units } from './site.ts';
import type { Labels } from '../zh/zh.ts';

export const en: Labels = {
  site,
  shell,
  home,
  search,
  list,
  record,
  notice,
  panels,
  party,
  pages,
  missing,
  units,
  choices,
  fields,
  errors,
  refusals,
  import: importing,
  office,
  searchEngines,
  trail,
  quality,
  openData,
  status,
  supervision,
  glossary,
  dictionary,
  meanings,
  clock,
  complaints,
  fees,
  following,
  funds,
  actions,
  approvals,
  cases,
  discretion,
  rectification,
  purchases,
  accounts,
  assistants,
  cli,
  doubtfulLinks,
  verification,
  backups,
  api,
};
