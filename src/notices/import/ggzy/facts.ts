import type { Register } from '../../../registers/register.ts';
import { quantityIn } from '../../../values/quantity.ts';
import { finestRegion } from '../../../values/region.ts';
import { titleParts } from '../platform-notice.ts';
import { printedAmount, type PrintedAmount } from '../printed/amount.ts';
import { linesOf, type Block } from '../printed/page.ts';
import type { PrintedAward, PrintedObject, Reading } from '../printed/printed.ts';
import { organisation, readPage } from '../printed/reading.ts';
import { withoutSection, type PrintedSection } from '../printed/section.ts';
import type { Captured } from './captured.ts';

/** What a captured notice says plainly. `fields` offers each fact under every name a register may have for it. */
export interface Facts {
  buyer?: string | undefined;
  codes: string[];
  projectName?: string | undefined;
  section?: PrintedSection | undefined;
  /** Finer than `hint` where the notice names where it is. */
  region: string;
  /** It came to nothing as a whole. */
  failure?: string | undefined;
  remarks: { code: string; found?: string }[];
  fields: Record<string, unknown>;
}

/** `hint`: the province that the platform says. */
export function factsIn(page: Captured, blocks: readonly Block[], register: Register, hint: string): Facts {
  const lines = linesOf(blocks);
  const read = readPage(blocks, page.title);
  const inTitle = titleParts(page.title);
  const section = inTitle.section ?? ownSection(read, lines);
  const buyer = organisation(page.issuer) ?? read.buyer ?? ownBuyer(read, register);
  const agency = organisation(page.agency) ?? read.agency;
  // What the header calls budget is, under a result, sometimes the sum won: the text must say that it is a budget.
  const isCall = /\/0[12]01\//.test(page.detail_url);
  const own = read.lots.length === 1 ? read.lots[0] : read.lots.find(({ id }) => id === section?.id);
  const budget = section === undefined ? (read.budget ?? own?.budget) : (own?.budget ?? read.budget);
  const ceiling = section === undefined ? (read.ceiling ?? own?.ceiling) : (own?.ceiling ?? read.ceiling);
  const amounts = {
    budget: budget ?? (isCall ? printedAmount(page.budget) : undefined),
    ceiling,
  };
  const failed = read.lots.filter((lot) => lot.failed !== undefined);
  const [winner] = read.winners;
  const [object] = read.objects;
  const priced: (PrintedAmount | undefined)[] = [
    amounts.budget,
    amounts.ceiling,
    ...[...read.winners, ...read.candidates].map(({ price }) => price),
    ...read.lots.flatMap((lot) => [lot.budget, lot.ceiling]),
    ...read.objects.flatMap(({ startPrice, deposit, dealPrice }) => [startPrice, deposit, dealPrice]),
  ];
  const sections = read.lots
    .filter((lot) => lot.failed === undefined)
    .map(({ id, name, ...sums }) => ({
      section: id,
      name,
      budget: sums.budget?.money,
      ceilingPrice: sums.ceiling?.money,
    }));
  return {
    buyer,
    codes: read.codes,
    projectName: projectNameOf(read, section !== undefined, own !== undefined) ?? inTitle.name,
    section,
    region: finestRegion([buyer, read.buyerAddress, page.title, read.location, read.projectName], hint),
    failure:
      read.winners.length === 0
        ? (read.failure ?? (failed.length > 0 && failed.length === read.lots.length ? failed[0]!.failed : undefined))
        : undefined,
    remarks: distinct(priced.flatMap((amount) => (amount?.remark ? [amount.remark] : []))),
    fields: {
      buyer: party(buyer),
      procuringEntity: party(buyer),
      grantor: party(buyer),
      agency: party(agency),
      platform: party(agency),
      method: methodIn(page.title, lines, register),
      budget: amounts.budget?.money,
      ceilingPrice: amounts.ceiling?.money,
      sections: section === undefined ? sections : undefined,
      bidDeadline: read.bidDeadline,
      applicationDeadline: read.bidDeadline,
      openingAt: read.openingAt,
      documentsFrom: read.documentsFrom,
      documentsUntil: read.documentsUntil,
      publicityFrom: read.publicityFrom,
      publicityUntil: read.publicityUntil,
      awards: read.winners.map((award) => ({ ...awardOf(award), section: award.lot, awardPrice: award.price?.money })),
      candidates: read.candidates.map((candidate) => ({
        ...awardOf(candidate),
        section: candidate.lot,
        rank: candidate.rank,
        bidPrice: candidate.price?.money,
      })),
      failedSections: failed.map(({ id, failed: reason }) => ({ section: id, reason })),
      supplier: winner && awardOf(winner).supplier,
      contractPrice: winner?.price?.money,
      signedOn: read.signedOn,
      parcels: read.objects.map((one) => parcelOf(one)),
      rights: read.objects.map((one) => rightOf(one, page.title)),
      dealPrice: object?.dealPrice?.money,
      transferee: object?.transferee === undefined ? undefined : { name: object.transferee },
      failedOn: undefined,
      corrected: choiceOf(register, 'corrected', read.corrected),
      changes: read.changes,
      changedOn: read.changedOn,
      firstNoticeOn: read.firstNoticeOn,
      noticePeriod: read.noticePeriod,
      consortium: read.consortium,
      supervisor: party(read.supervisor),
    },
  };
}

/** The only package of a table that is one of several: the notice is about it alone. */
function ownSection(read: Reading, lines: readonly string[]): PrintedSection | undefined {
  const [only, ...others] = read.lots;
  const isWhole = lines.some((line) => /(?:共(?:分为)?\s*[1一]\s*个|[：:]\s*1\s*个)(?:标段|包|标包)/.test(line));
  if (!only || others.length > 0 || isWhole || only.failed !== undefined || read.winners.length > 0) return undefined;
  // 山东 numbers its packages by letters; a table with a serial number of its own lists all there are.
  return /^[A-Z]$/.test(only.id) ? { id: only.id, ...(only.name && { name: only.name }) } : undefined;
}

/** Land and mining are granted by whoever signs; a purchase is published by its agency as often. */
function ownBuyer({ publisher, agency }: Reading, { roles }: Register): string | undefined {
  if (publisher === undefined || publisher === agency) return undefined;
  return 'grantor' in roles || !/公司|事务所/.test(publisher) ? publisher : undefined;
}

function party(name: string | undefined): { name: string } | undefined {
  return name === undefined ? undefined : { name };
}

function projectNameOf({ projectName }: Reading, isSection: boolean, isPackage: boolean): string | undefined {
  const printed = projectName
    ?.replace(/[（(]采购方式[：:][^）)]*[）)]$/, '')
    // A bracket whose end is elsewhere: what stands in it began a label.
    .replace(/[（(][^（）()]*$/, '')
    .trim();
  if (!printed || printed.length < 4 || printed.length > 300) return undefined;
  // 山东 numbers the packages of a project behind its name: 项目（三）(7) is package G.
  const bare = isPackage && isSection ? printed.replace(/\(\d{1,2}\)$/, '') : printed;
  return (isSection ? withoutSection(bare) : bare) || printed;
}

/** The method whose label the title names, else the one the text names alone (a list of three is an empty form). */
function methodIn(title: string, lines: readonly string[], register: Register): string | undefined {
  const methods = Object.entries(register.labels.zh.choices['method'] ?? {});
  const named = (text: string) => methods.filter(([, label]) => text.includes(label));
  const inTitle = named(title);
  if (inTitle.length === 1) return inTitle[0]![0];
  const at = lines.findIndex((line) => /(?:采购|招标|出让|成交)方式[：:]/.test(line));
  const inText = at < 0 ? [] : named(lines[at]!);
  if (inText.length === 1 && named(lines[at + 1] ?? '').length === 0) return inText[0]![0];
  const decided = /(?:决定|以)(?:网上)?(协议|挂牌|拍卖|招标)(?:方式)?(?:公开)?出让/.exec(lines.join(''))?.[1];
  const inProse = decided === undefined ? [] : methods.filter(([, label]) => label.includes(decided));
  return inProse.length === 1 ? inProse[0]![0] : undefined;
}

/** The code whose label is printed. */
function choiceOf(register: Register, list: string, printed: string | undefined): string | undefined {
  return Object.entries(register.labels.zh.choices[list] ?? {}).find(([, label]) => label === printed)?.[0];
}

function awardOf({ supplier, members, duration, quality, leader }: PrintedAward) {
  return {
    supplier: { name: supplier.name, code: uscc(supplier.code), address: supplier.address },
    members,
    duration,
    quality,
    projectLeader: leader === undefined ? undefined : { name: leader },
  };
}

function uscc(text: string | undefined): string | undefined {
  return text && /^[0-9A-Z]{18}$/.test(text) ? text : undefined;
}

function parcelOf({ name, location, area, use, term, startPrice, deposit, dealPrice, transferee }: PrintedObject) {
  return {
    parcel: name,
    location,
    area: areaIn(area, 'hectare'),
    use,
    term: yearsIn(term),
    startingPrice: startPrice?.money,
    deposit: deposit?.money,
    dealPrice: dealPrice?.money,
    transferee: transferee === undefined ? undefined : { name: transferee },
  };
}

function rightOf(object: PrintedObject, title: string) {
  const { name, mineral, location, area, elevation, term, startPrice, deposit, dealPrice, transferee } = object;
  return {
    name,
    right: /探矿/.test(title + name) ? 'explorationRight' : 'extractionRight',
    mineral,
    location,
    area: areaIn(area, 'square-kilometre'),
    elevation,
    term: yearsIn(term),
    startingPrice: startPrice?.money,
    deposit: deposit?.money,
    dealPrice: dealPrice?.money,
    transferee: transferee === undefined ? undefined : { name: transferee },
  };
}

/** To the hundredth of a square metre: what others printed is shown as near as it can be. */
function areaIn(text: string | undefined, unit: 'hectare' | 'square-kilometre'): number | undefined {
  const area = quantityIn(text ?? '', unit);
  return area && Math.round(area * 1e6) / 1e6;
}

function yearsIn(text: string | undefined): number | undefined {
  return quantityIn(text ?? '', 'year');
}

function distinct(remarks: { code: string; found: string }[]): { code: string; found: string }[] {
  return [...new Map(remarks.map((remark) => [`${remark.code} ${remark.found}`, remark])).values()];
}
