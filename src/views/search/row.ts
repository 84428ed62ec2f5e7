import type { Locale } from '../../locales/labels.ts';
import type { RecordRow, Release } from '../../notices/release.ts';
import { readable, releaseText, type FileText } from '../../notices/search-document.ts';
import { sumIn } from '../list/sum.ts';
import { stateOf, type State } from '../record/state.ts';
import { partyPath } from '../../parties/party.ts';
import { mark, snippet, type Part } from '../../search/snippet.ts';
import { findRegister } from '../../registers/registers.ts';
import { dayOf, machineTime } from '../../values/date.ts';
import { regionName } from '../../values/region.ts';
import type { VerdictRow } from '../../clock/storage.ts';
import { verdictLines, violatedText } from '../clock/verdict-line.ts';
import { noticePath, pathOf } from '../address.ts';
import { insteadOfSum } from '../list/columns.ts';
import { hasSums } from '../list/sum.ts';
import { kindLabel, priceOn, stateText } from '../words.ts';

/** One result: a notice, told as what it says about its record. */
export interface SearchRow {
  ocid: string;
  id: number;
  register: string;
  kind: string;
  kindLabel: string;
  title: string;
  /** The title and the place in the text where the words stand, marked. */
  titleParts: Part[];
  snippet: Part[];
  /** The file in which the words stand, when they stand nowhere else. */
  file: string | null;
  /** ISO 8601, Shanghai. */
  publishedAt: string;
  unit: { name: string; path: string | null } | null;
  region: string;
  regionLabel: string;
  /** Of the record: what was won, else what was asked. */
  fen: number | null;
  /** Which of these: 中标价, 最高限价. */
  fenLabel: string;
  /** Whether its section asks for sums: where none does, none is missing. */
  hasSum: boolean;
  /** In the place of a sum, what one pays: `20元/证`. */
  price: string | null;
  /** Else what its list says there: a rate as printed, or why there is none; '' where none belongs. */
  missing: string;
  deadline: string | null;
  state: State & { text: string };
  recordPath: string;
  /** 1项违反; '' where nothing deserves a line. */
  clock: string;
  noticePath: string;
}

export function searchRow(
  release: Release,
  record: RecordRow,
  unitName: string | undefined,
  words: string[],
  locale: Locale,
  now: number,
  files: readonly FileText[] = [],
  verdicts: readonly VerdictRow[] = [],
): SearchRow {
  const { content } = release;
  const { title, parts } = titleOf(record.title, content.title, words);
  const state = stateOf(record, now);
  const register = findRegister(record.register);
  const unit = content.unit?.name ?? unitName;
  return {
    ocid: release.ocid,
    id: release.id,
    register: release.register,
    kind: release.kind,
    kindLabel: kindLabel(release.register, release.kind, locale),
    title,
    titleParts: parts,
    ...found(release, words, files),
    publishedAt: machineTime(release.publishedAt),
    unit: unit ? { name: unit, path: record.unit && unitName ? partyPath(record.unit, true) : null } : null,
    region: content.region,
    regionLabel: content.region ? regionName(content.region, locale) : '',
    fen: record.amount,
    fenLabel: (register && sumIn(record, register, locale)?.label) || '',
    hasSum: !register || hasSums(register),
    price: priceOn(record, dayOf(now), locale),
    missing: record.amount === null ? insteadOfSum(record, now, locale) : '',
    deadline: record.deadline === null ? null : machineTime(record.deadline),
    state: { ...state, text: stateText(state, release.register, locale) },
    recordPath: pathOf(record),
    clock: violatedText(verdictLines(verdicts, dayOf(now), locale), locale),
    noticePath: noticePath(release.id),
  };
}

/** Where the words stand: in the body as prose; in the fields; in a file, which is then named. */
function found(release: Release, words: string[], files: readonly FileText[]): Pick<SearchRow, 'snippet' | 'file'> {
  const holds = (text: string) => words.length === 0 || mark(text, words).some(({ marked }) => marked);
  const body = readable(release.content.body ?? '').replace(MARKDOWN, ' ');
  if (body !== '' && holds(body)) return { snippet: snippet(body, words), file: null };
  const text = releaseText(release).text.replace(MARKDOWN, ' ');
  const file = holds(text) ? undefined : files.find((one) => holds(one.text));
  return { snippet: snippet(file?.text ?? text, words), file: file?.name ?? null };
}

/** Signs of headings, emphasis, tables and quotations. */
const MARKDOWN = /^ {0,3}(?:#{1,6} |> ?|[-*+] )|\|(?:[ :|-]*\|)?|\*{1,3}|`+/gm;

/** The record's title, which is the shorter; the notice's own when only there the words stand. */
function titleOf(record: string, notice: string, words: string[]): { title: string; parts: Part[] } {
  const parts = mark(record, words);
  const own = mark(notice, words);
  const isOnlyThere = own.some(({ marked }) => marked) && !parts.some(({ marked }) => marked);
  return isOnlyThere ? { title: notice, parts: own } : { title: record, parts };
}
