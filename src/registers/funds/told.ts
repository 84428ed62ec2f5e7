import { fenOf } from '../measures.ts';
import { addUp } from '../ocds.ts';
import type { Correction, Finding, FundStatement, Share } from './fund.ts';

/** A place that money goes to: a county, a township, a village, a project. */
export interface Place {
  name: string;
  kind: 'county' | 'township' | 'village' | 'project';
  recipient: string | null;
  /** Fen; null where nobody said it, and it cannot be added up from what lies within. */
  allotted: number | null;
  paid: number | null;
  /** Of several funds together: what some of them paid was seen here, and what others paid was not; `paid` is null then. */
  isPaidPartly?: boolean;
  /** Of `allotted`, what went on to the places within; null for a place without any. */
  passedOn: number | null;
  parts: Place[];
}

export interface FundFinding extends Finding {
  /** The notice that said it. */
  saidBy: string;
  auditor: string | null;
  document: string | null;
  on: string;
  correction: Correction | null;
}

/** A fund as its notices tell it. */
export interface Fund {
  code: string;
  issue: FundStatement;
  budget: number | null;
  /** To counties, of all that is known; null while nothing was allotted. */
  allotted: number | null;
  /** To townships and below. */
  reached: number | null;
  paid: number | null;
  /** The day up to which payments are told. */
  paidAsOf: string | null;
  places: Place[];
  findings: FundFinding[];
  evaluations: FundStatement[];
  toVerify: string[];
}

/** Null where no notice here says what was issued. */
export function fundTold(fund: { code?: string; statements?: readonly FundStatement[] } | undefined): Fund | null {
  const statements = (fund?.statements ?? []).toSorted((a, b) => compare(a.publishedOn, b.publishedOn));
  const issue = statements.findLast(({ act }) => act === 'issue');
  if (!issue) return null;
  const places = placesOf(statements);
  const corrections = statements.flatMap((one) => one.corrections ?? []);
  return {
    code: fund?.code ?? '',
    issue,
    budget: fenOf(issue.budget),
    allotted: wholeOf(places.map(({ allotted }) => allotted)),
    reached: reachedIn(places),
    paid: wholeOf(places.map(({ paid }) => paid)),
    paidAsOf: statements.findLast(({ act }) => act === 'payment')?.asOf ?? null,
    places,
    findings: statements
      .filter(({ act }) => act === 'audit')
      .flatMap((one) =>
        (one.findings ?? []).map((finding) => ({
          ...finding,
          saidBy: one.id,
          auditor: one.auditor?.name ?? null,
          document: one.documentNumber ?? one.document ?? null,
          on: one.formedOn ?? one.publishedOn,
          correction: corrections.findLast(({ number }) => number === finding.number) ?? null,
        })),
      ),
    evaluations: statements.filter(({ act }) => act === 'evaluation'),
    toVerify: statements.flatMap(({ toVerify }) => toVerify ?? []),
  };
}

/** Counties, and what lies in them, from the rows of allotments and payments in the order in which they were said. */
export function placesOf(statements: readonly Pick<FundStatement, 'shares' | 'payments'>[]): Place[] {
  const root: Node = { within: new Map() };
  for (const { shares = [], payments = [] } of statements) {
    for (const share of shares) Object.assign(nodeAt(root, share), { allotted: fenOf(share.amount), ...by(share) });
    for (const share of payments) Object.assign(nodeAt(root, share), { paid: fenOf(share.paid), ...by(share) });
  }
  return partsOf(root, 0);
}

/** Σ of what lies within is more than the place has: each such place, with both sums. */
export function exceeding(
  places: readonly Place[],
): { place: Place; has: number; gives: number; what: 'allotted' | 'paid' }[] {
  return places.flatMap((place) => {
    const gives = wholeOf(place.parts.map(({ allotted }) => allotted));
    return [
      ...(place.allotted !== null && gives !== null && gives > place.allotted
        ? [{ place, has: place.allotted, gives, what: 'allotted' as const }]
        : []),
      ...(place.allotted !== null && place.paid !== null && place.paid > place.allotted
        ? [{ place, has: place.allotted, gives: place.paid, what: 'paid' as const }]
        : []),
      ...exceeding(place.parts),
    ];
  });
}

interface Node {
  allotted?: number | null;
  paid?: number | null;
  recipient?: string;
  within: Map<string, Node>;
}

const KINDS = ['county', 'township', 'village', 'project'] as const;
type Key = `${number} ${string}`;

const by = ({ recipient }: Share) => (recipient ? { recipient: recipient.name } : {});

function nodeAt(root: Node, share: Share): Node {
  let node = root;
  for (const [at, kind] of KINDS.entries()) {
    const name = share[kind]?.trim();
    if (!name) continue;
    const key: Key = `${at} ${name}`;
    const next = node.within.get(key) ?? { within: new Map() };
    node.within.set(key, next);
    node = next;
  }
  return node;
}

function partsOf({ within }: Node, depth: number): Place[] {
  return [...within].map(([key, node]) => {
    const parts = partsOf(node, depth + 1);
    const given = wholeOf(parts.map(({ allotted }) => allotted));
    const allotted = node.allotted ?? given;
    return {
      name: key.slice(2),
      kind: KINDS[Number(key[0])]!,
      recipient: node.recipient ?? null,
      allotted,
      paid: node.paid ?? wholeOf(parts.map(({ paid }) => paid)),
      passedOn: parts.length === 0 ? null : given,
      parts,
    };
  });
}

/** Of counties, what townships and below have; a county that was not told apart has reached nothing that is known. */
function reachedIn(places: readonly Place[]): number | null {
  return wholeOf(places.map(({ passedOn }) => passedOn));
}

/** The sum of what was said; null when nothing was. A place of which nothing was said adds nothing. */
export function wholeOf(sums: readonly (number | null)[]): number | null {
  return addUp(sums.filter((fen) => fen !== null));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
