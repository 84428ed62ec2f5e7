import type { Database } from '../database/database.ts';
import { listOf, type OcdsFragment } from '../registers/ocds.ts';
import { findRegister, subjectOf } from '../registers/registers.ts';
import { sectionNumber, sectionWord } from '../registers/sections.ts';
import { roleIn } from '../registers/roles.ts';
import type { TextOf } from '../search/embedded-engine.ts';
import type { SearchDocument } from '../search/engine.ts';
import type { RowUpdate } from '../search/storage.ts';
import { unitNames } from '../values/unit-names.ts';
import { textsOfFiles } from './attachments/storage.ts';
import { fragmentOf } from './compile.ts';
import { isOpen, listedStage, type RecordRow, type Release, type Standing } from './release.ts';
import { findReleases } from './storage.ts';

/** The words of a release: what the index holds, and what a shown row is verified and marked against. */
export interface ReleaseText {
  title: string;
  text: string;
  units: string[];
  suppliers: string[];
  codes: string[];
  media: string[];
}

/** The words of releases by id, as the index was given them: what a search checks its rows against. */
export function textOf(database: Database): TextOf {
  return (ids) =>
    new Map(
      findReleases(database, ids).map((release) => [release.id, releaseText(release, textsOfFiles(database, release))]),
    );
}

export function searchDocument(
  release: Release,
  record: RecordRow,
  standing: Standing,
  files: readonly FileText[] = [],
): SearchDocument {
  return {
    ocid: release.ocid,
    register: release.register,
    kind: release.kind,
    ...searchRow(release, record, standing),
    ...releaseText(release, files),
  };
}

/** What of it may change while its words stay. */
export function searchRow(release: Release, record: RecordRow, standing: Standing): Required<RowUpdate> {
  return {
    id: release.id,
    region: release.content.region,
    unit: record.unit,
    stage: standing === 'current' ? listedStage(record) : standing,
    deadline: standing === 'current' && isOpen(record) ? record.deadline : null,
    quietOn: standing === 'current' ? record.quietOn : null,
    amount: record.amount,
  };
}

/** What could be read in a file that came with the release. */
export interface FileText {
  name: string;
  text: string;
}

export function releaseText(release: Release, files: readonly FileText[] = []): ReleaseText {
  const { content } = release;
  const fragment = fragmentOf(content);
  const { units, suppliers, identifiers } = namesOf(fragment, release);
  const codes = [
    content.number,
    content.project.code,
    content.project.dealCode,
    content.project.investmentCode,
    ...(content.project.otherCodes ?? []),
    content.section?.id,
    content.id,
    release.ocid,
    ...identifiers,
    ...lotCodes(fragment),
  ];
  return {
    title: wholeWords(content.title),
    text: [
      // A notice is found by what it is, whatever its title calls it.
      findRegister(release.register)?.labels.zh.kinds[release.kind],
      content.project.name,
      content.section?.name,
      lotsTold(release, fragment),
      content.reason,
      textsOf(content.ocds ?? content.fields, choicesOf(release.register)),
      content.body && readable(content.body),
      ...content.attachments.map(({ name }) => name),
      ...files.map(({ text }) => wholeWords(text)),
    ]
      .filter(Boolean)
      .join('\n'),
    // A search for the name that a department bore before a reform finds it by that of today, and the other way round.
    units: [...units, ...units.flatMap(unitNames)],
    suppliers,
    media: content.firstPublished ? [content.firstPublished.medium] : [],
    codes: [...new Set(codes.filter((code): code is string => typeof code === 'string' && code !== ''))],
  };
}

/** 采购包E, 标段2, as pages call them, whatever their text does (包号 E). */
function lotsTold({ register, content }: Release, fragment: OcdsFragment): string {
  const label = findRegister(register)?.labels.zh.fields['section'];
  if (label === undefined) return '';
  const ids = [content.section?.id, ...listOf(fragment.tender?.lots).map(({ id }) => id)];
  const told = ids.flatMap((id) => sectionNumber(id) ?? []).map((number) => sectionWord(label) + number);
  return [...new Set(told)].join('\n');
}

/** A body in Markdown as it reads: no escapes, and words whole. */
export function readable(markdown: string): string {
  return wholeWords(markdown.replace(/\\([!-/:-@[-`{-~])/g, '$1'));
}

/**
 * Chinese words put together again that a page breaks: 采 购 人, **绿化**工程, the end of a line in a PDF. Paragraphs stay
 * apart.
 */
function wholeWords(text: string): string {
  return text.normalize('NFC').replace(/(?<=\p{Script=Han})(?![^\S\n]*\n\s*\n)[\s*_~`]{1,4}(?=\p{Script=Han})/gu, '');
}

function namesOf(
  fragment: OcdsFragment,
  { register, content: { unit } }: Release,
): { units: string[]; suppliers: string[]; identifiers: string[] } {
  const known = findRegister(register)?.roles;
  const units = new Set<string>();
  const suppliers = new Set<string>();
  const identifiers: string[] = [];
  if (unit) units.add(unit.name);
  for (const party of listOf(fragment.parties)) {
    if (typeof party.name !== 'string') continue;
    const roles = Array.isArray(party.roles) ? party.roles : [];
    (roles.some((role) => roleIn(known, role).takesPart) ? suppliers : units).add(party.name);
    if (party.identifier?.id) identifiers.push(String(party.identifier.id));
  }
  for (const reference of [fragment.buyer, fragment.tender?.procuringEntity]) {
    if (typeof reference?.name === 'string') units.add(reference.name);
  }
  for (const award of listOf(fragment.awards)) {
    for (const supplier of listOf(award.suppliers)) if (typeof supplier.name === 'string') suppliers.add(supplier.name);
  }
  return { units: [...units], suppliers: [...suppliers], identifiers };
}

function lotCodes(fragment: OcdsFragment): (string | undefined)[] {
  return listOf(fragment.tender?.lots).flatMap((lot) => subjectOf(lot)?.codes(lot) ?? []);
}

type Choices = Record<string, Record<string, string>>;

const choicesOf = (register: string): Choices => findRegister(register)?.labels.zh.choices ?? {};

/**
 * Every text inside a value, a line each. Keys and numbers are not words, and a choice is its label: nobody looks for
 * `open`, nor wants to read it.
 */
function textsOf(value: unknown, choices: Choices, name = ''): string {
  if (typeof value === 'string') {
    const list = choices[name];
    if (list && Object.hasOwn(list, value)) return list[value]!;
    return /^https?:/.test(value) || isInternal(value) ? '' : value;
  }
  if (typeof value !== 'object' || value === null) return '';
  // Money says its basis and currency in codes; only what was printed is to be read.
  if ('printed' in value && 'fen' in value) return textsOf(value.printed, choices);
  if (Array.isArray(value))
    return value
      .map((one) => textsOf(one, choices, name))
      .filter(Boolean)
      .join('\n');
  return Object.entries(value)
    .map(([key, one]) => textsOf(one, choices, key))
    .filter(Boolean)
    .join('\n');
}

/** Words of ours and of OCDS for what something is: `goods`, `procuringEntity`, `direct-purchase`. */
const isInternal = (text: string) => /^[a-z]+(?:[-_][a-z]+|[A-Z][a-z]+)*$/.test(text) && text.length > 3;
