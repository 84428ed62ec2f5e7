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

/**
 * Every label of the portal that does not belong to one register. This folder is the schema: every other language must
 * have the same keys, and an unknown key is a type error. `{name}` is filled by `fill`.
 */
export const zh = {
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

/** The labels of a language, as `zh` has them. */
export type Labels = typeof zh;
