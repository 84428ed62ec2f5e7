import { checkUscc } from '../../../values/identifier.ts';
import { printedAmount, severalRates, type PrintedAmount } from './amount.ts';
import { awardsIn, firstRanks, lotsIn } from './awards.ts';
import { deadlineIn, documentsIn, momentOf, openedOn, openingIn, publicityIn } from './moments.ts';
import { dealtIn, objectsIn } from './objects.ts';
import { cellsAmong, linesOf, type Block } from './page.ts';
import { half, pairsIn, squeezed, type Pair } from './pairs.ts';
import type { Reading } from './printed.ts';
import * as prose from './prose.ts';
import { isChangeTable, tablesIn } from './tables.ts';
import type { Fact } from './vocabulary.ts';

export function readPage(blocks: readonly Block[], title: string): Reading {
  // What a correction's table says of before is no fact of the notice.
  const kept = blocks.filter((block) => !('table' in block && isChangeTable(block.table)));
  const lines = linesOf(kept);
  const { tables, pairs: beside } = tablesIn(blocks);
  const pairs = [...beside, ...pairsIn(lines, cellsAmong(kept))].filter((pair) => !isPast(pair, lines));
  const text = lines.map(squeezed).join('\n');
  const of = (fact: Fact) => pairs.filter((pair) => pair.fact === fact);
  const value = (...facts: Fact[]) =>
    facts
      .flatMap(of)
      .find(({ value: one }) => one.trim() !== '')
      ?.value.trim();
  const under = (fact: Fact, context: Pair['context']) =>
    of(fact)
      .find((pair) => pair.context === context)
      ?.value.trim();
  const commission = prose.commissionIn(text);
  const isProposal = /候选人|评标结果/.test(title + lines.slice(0, 2).join('')) && !/中标人公告|中标结果/.test(title);
  const codeOf = codesBeside(lines);
  const awards = awardsIn(tables, pairs, text, isProposal).map((award) => ({
    ...award,
    supplier: { ...award.supplier, code: award.supplier.code ?? codeOf(award.supplier.name) },
  }));
  const lots = lotsIn(tables, pairs, lines);
  const deadline = deadlineIn(pairs, lines, text);
  const documents = documentsIn(pairs, lines, text);
  // A result tells when its candidates were publicised: that was another notice.
  const ofCandidates = (words: string) => !isProposal && /候选人公示/.test(words);
  const without = (some: readonly string[]) => some.map((line) => (ofCandidates(line) ? '' : line));
  const publicity = publicityIn(
    pairs.filter(({ at }) => !ofCandidates(lines[at] ?? '')),
    without(lines),
    without(text.split('\n')).join('\n'),
  );
  return {
    buyer: organisation(under('bareName', 'buyer')) ?? firstOrganisation(of('buyer')) ?? commission.principal,
    buyerAddress: under('bareAddress', 'buyer') ?? value('buyerAddress') ?? addressBehind(pairs),
    agency: organisation(under('bareName', 'agency')) ?? firstOrganisation(of('agency')) ?? commission.agent,
    publisher: prose.signatureIn(lines),
    location: value('location'),
    codes: codesIn(of('code'), title),
    projectName: nameIn(of('name'), lines),
    budget: sumOf(of('budget')),
    ceiling:
      prose.changedCeilingIn(text) ??
      sumOf(of('ceiling')) ??
      prose.ceilingIn(text, lots) ??
      severalRates(value('ceiling')),
    lots,
    winners: isProposal ? [] : firstRanks(awards),
    candidates: isProposal ? awards : [],
    objects: dealtIn(objectsIn(tables, pairs, lines), awards),
    bidDeadline: deadline.closes,
    openingAt: openingIn(pairs, lines, deadline.closes) ?? deadline.opens ?? openedOn(pairs),
    documentsFrom: documents.from,
    documentsUntil: documents.until,
    publicityFrom: publicity.from,
    publicityUntil: publicity.until,
    signedOn: momentOf(value('signed'))?.slice(0, 10),
    corrected: value('corrected'),
    changes:
      value('corrected') && value('changed') ? [{ item: value('corrected')!, after: value('changed')! }] : undefined,
    changedOn: momentOf(value('changedOn'))?.slice(0, 10),
    firstNoticeOn: momentOf(value('firstOn'))?.slice(0, 10),
    noticePeriod: prose.noticePeriodIn(text),
    consortium: prose.consortiumIn(text),
    supervisor: prose.supervisorIn(text),
    failure: awards.length === 0 ? prose.failureIn(text) : undefined,
  };
}

// ── Names and codes ──────────────────────────────────────────────────────────

/** `（盖章）` is where a stamp would be, not a name. */
export function organisation(text: string | undefined): string | undefined {
  const name = text
    ?.trim()
    .replace(/[（(](?:盖章|公章|签章)[）)]$/, '')
    .replace(/[；;，,。]+$/, '')
    // A bracket whose end is elsewhere.
    .replace(/[（(][^（）()]*$/, '')
    .trim();
  if (!name || name.length < 4 || name.length > 80) return undefined;
  if (!/\p{Script=Han}{2}|[A-Za-z]{3}/u.test(name) || /[：:。；;]|^详见|^见/.test(name)) return undefined;
  return name;
}

function firstOrganisation(pairs: readonly Pair[]): string | undefined {
  for (const { value } of pairs) {
    const name = organisation(value);
    if (name) return name;
  }
  return undefined;
}

/** The credit code that stands a few lines below a name, with nobody else named between. */
function codesBeside(lines: readonly string[]): (name: string) => string | undefined {
  const codes = new Map<string, string>();
  for (const [at, line] of lines.entries()) {
    if (!/^[0-9A-Z]{18}$/.test(line) || checkUscc(line).check !== true) continue;
    const name = lines.slice(Math.max(0, at - CODE_BELOW), at).findLast(prose.endsAsOrganisation);
    if (name !== undefined && !codes.has(name)) codes.set(name, line);
  }
  return (name) => codes.get(name);
}

const CODE_BELOW = 4;

/** Of labels and of brackets: （项目编号：X）. */
function codesIn(pairs: readonly Pair[], title: string): string[] {
  const bracketed = [
    ...half(title).matchAll(/\((?:项目|招标|采购|政府采购)(?:项目)?编号:\s*((?:[^()\s]|\([^()]*\))+)\s*\)/g),
  ].map(([, code]) => code!);
  return [...new Set([...pairs.map(({ value }) => value), ...bracketed].flatMap(codesOf))];
}

function codesOf(text: string): string[] {
  return half(text)
    .split(/[;、]/)
    .map((one) => /^\s*((?:[^\s,。;()]|\([^()]*\))+)/.exec(one)?.[1] ?? '')
    .filter((code) => code.length >= 6 && code.length <= 60 && /\d{2}|\d号/.test(code) && !/[:：]/.test(code));
}

/** Near the beginning: further down 项目名称 is that of somebody's earlier works. */
function nameIn(pairs: readonly Pair[], lines: readonly string[]): string | undefined {
  const works = lines.findIndex((line) => /业绩/.test(line) && line.length <= 40);
  const end = Math.min(works < 0 ? MOST_LINES : works, MOST_LINES);
  return pairs.find(({ at, value }) => at < end && value.trim() !== '')?.value.trim();
}

const MOST_LINES = 60;

/** The address that follows the buyer, before anybody else is named below. */
function addressBehind(pairs: readonly Pair[]): string | undefined {
  const buyer = pairs.find(({ fact, value }) => fact === 'buyer' && organisation(value) !== undefined);
  if (!buyer) return undefined;
  return pairs
    .slice(pairs.indexOf(buyer) + 1)
    .find(({ fact, at }) => at > buyer.at + 3 || fact === 'bareAddress' || (fact === 'agency' && at > buyer.at))
    ?.value.trim();
}

// ── Sums ─────────────────────────────────────────────────────────────────────

function sumOf(pairs: readonly Pair[]): PrintedAmount | undefined {
  for (const { label, value, lot } of pairs) {
    if (lot !== '') continue;
    const amount = printedAmount(value, label);
    if (amount) return amount;
  }
  return undefined;
}

// ── Corrections ──────────────────────────────────────────────────────────────

/** What was, before it was changed: 原截止时间：…, 更正前：…. */
const CHANGEABLE = new Set<Fact>([
  'budget',
  'ceiling',
  'deadline',
  'opening',
  'deadlineOpening',
  'documents',
  'documentsFrom',
  'documentsUntil',
  'publicity',
  'supplier',
  'price',
  'startPrice',
  'deposit',
]);

function isPast({ fact, before = '', label, at, value, isOld }: Pair, lines: readonly string[]): boolean {
  if (!CHANGEABLE.has(fact)) return false;
  return (
    isOld === true ||
    /原[^，。；;：:]{0,8}$|[更变]前[^，。；;]{0,8}$|^原/.test(before + label) ||
    /(?:更正|变更|修改|调整|延期|延长|推迟|顺延|改)(?:为|至|到)/.test(value) ||
    /^\s*(?:原(?:公告|文件|招标|采购)?|(?:更正|变更|修改)前)/.test(lines[at] ?? '') ||
    /^(?:原(?:公告|文件|招标|采购)?|(?:更正|变更|修改)前)[^：:]{0,8}[：:]?$/.test(lines[at - 1] ?? '')
  );
}
