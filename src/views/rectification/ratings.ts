import { labels, type Locale } from '../../locales/labels.ts';
import { matchKey } from '../../values/script.ts';
import { pathOf } from '../address.ts';
import type { Portal } from '../portal.ts';
import { mattersOf, type KeptMatter } from './kept-matters.ts';

/** The ratings of one year, as published, with how many were asked and how. */
export interface RatingBlock {
  code: string;
  path: string;
  title: string;
  year: string;
  ratedBy: string;
  method: string;
  respondents: number | null;
  rows: {
    unit: string;
    score: number | null;
    rank: number | null;
    grade: string;
    isLow: boolean;
    /** Of a low place: its correction here, or that none was seen. */
    file: { text: string; path: string | null } | null;
  }[];
}

export function ratingBlock(portal: Portal, { matter, record }: KeptMatter, locale: Locale): RatingBlock {
  const { year = '', ratedBy, method = '', respondents, ratings = [] } = matter.first;
  return {
    code: matter.code,
    path: pathOf(record),
    title: record.title,
    year,
    ratedBy: ratedBy?.name ?? '',
    method,
    respondents: respondents ?? null,
    rows: ratings
      .map(({ unitRated, score, rank, grade, isLow = false }) => ({
        unit: unitRated,
        score: score ?? null,
        rank: rank ?? null,
        grade: grade ?? '',
        isLow,
        file: isLow ? fileOf(portal, unitRated, matter.first.publishedOn, locale) : null,
      }))
      .toSorted((a, b) => (a.rank ?? 9_999) - (b.rank ?? 9_999)),
  };
}

/** 靠后单位的整改档案: a finding of that unit out of the rating, published with it or later. */
function fileOf(portal: Portal, unit: string, since: string, locale: Locale): { text: string; path: string | null } {
  const t = labels(locale).rectification;
  const found = mattersOf(portal).find(
    ({ matter }) =>
      matter.part === 'findings' &&
      matter.first.source === 'evaluation' &&
      matter.first.publishedOn >= since &&
      matchKey(matter.responsible ?? '') === matchKey(unit),
  );
  return found ? { text: found.record.title, path: pathOf(found.record) } : { text: t.noFile, path: null };
}
