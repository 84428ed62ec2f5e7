import type { Database } from '../../database/database.ts';
import { findRegister } from '../../registers/registers.ts';
import { codesIn } from '../codes.ts';
import { Known } from '../known.ts';
import { broughtBy, keysBrought, placeOf, relinkReleases } from '../linking.ts';
import { joinMarks, marksOf, type Marks } from '../marks.ts';
import type { Release } from '../release.ts';
import { findReleases } from '../storage.ts';
import { saveLinking, type Linking } from '../links/storage.ts';
import { allDecisions, allMoves, heldBefore, keysOf, moveDoubts, moveKeys, type Decision } from './storage.ts';

/**
 * What a decision does to the ways in which notices find their records. It asks only what was known when it was made,
 * so that a replay does the same.
 */
export function relinkDecided(database: Database, decision: Decision): void {
  if (decision.act === 'join') relinkJoined(database, decision);
  else relinkParted(database, decision);
}

/**
 * Claims the keys of all releases anew, given batch by batch in the order of their arrival; each decision has its say
 * when the last release before it has been taken, and until then its releases are of the record they were of.
 */
export function linkingReplay(database: Database): (releases: readonly Release[]) => void {
  const waiting = allDecisions(database);
  const moves = allMoves(database);
  const relink = (releases: readonly Release[]) =>
    relinkReleases(
      database,
      releases.map((release) => ({ ...release, ocid: moves.get(release.id)?.[0]?.ocid ?? release.ocid })),
    );
  return (releases) => {
    let rest = releases;
    while (waiting[0] && waiting[0].afterSeq <= (releases.at(-1)?.seq ?? 0)) {
      const decision = waiting.shift()!;
      relink(rest.filter(({ seq }) => seq <= decision.afterSeq));
      rest = rest.filter(({ seq }) => seq > decision.afterSeq);
      relinkDecided(database, decision);
    }
    relink(rest);
  };
}

function relinkJoined(database: Database, { ocid, into }: Decision): void {
  const known = new Known(database);
  const [ours, theirs] = [known.marks(into), known.marks(ocid)];
  moveKeys(database, ocid, into);
  if (theirs)
    saveLinking(database, { claims: [], marks: [{ ocid: into, marks: joinMarks(ours, theirs) }], doubts: [] });
}

/**
 * The notice that goes claims all it brings, also what the other keeps: by whose, where and when the later ones then
 * choose between the two. What only it had brought, the other loses.
 */
function relinkParted(database: Database, decision: Decision): void {
  const { ocid, into } = decision;
  const releases = heldBefore(database, decision);
  const noticesOf = (goes: boolean) =>
    findReleases(
      database,
      releases.filter((one) => one.goes === goes).map(({ release }) => release),
    )
      .filter(({ amends, register }) => amends === null && findRegister(register))
      .map(({ content }) => content);
  const [leaving, staying] = [noticesOf(true), noticesOf(false)];
  const brought = leaving.flatMap(keysBrought);
  const kept = staying.flatMap(keysBrought);
  const held = keysOf(database, ocid);
  const lost = broughtBy(leaving, held).filter((key) => !broughtBy(staying, [key]).includes(key));
  const [theirs, ours] = [leaving, staying].map((notices) =>
    notices.reduce<Marks | undefined>((marks, notice) => joinMarks(marks, marksOf(notice)), undefined),
  );
  save(database, { claims: lost.map((key) => ({ key, ocid, claimed: false })) });
  const known = new Known(database);
  save(database, {
    claims: brought.map((key) => ({ key: placeOf(known, key, theirs!), ocid: into, claimed: true })),
    marks: [
      { ocid: into, marks: theirs! },
      { ocid, marks: ours! },
    ],
  });
  // A title that gave way to the code of the notice that is gone.
  const free = kept.filter((key) => known.holders(key).length === 0);
  save(database, { claims: free.map((key) => ({ key, ocid, claimed: true })) });
  const codesOf = (notices: typeof leaving) => notices.flatMap(codesIn).map(({ text }) => text);
  for (const code of codesOf(leaving)) if (!codesOf(staying).includes(code)) moveDoubts(database, code, ocid, into);
}

function save(database: Database, linking: Partial<Linking>): void {
  saveLinking(database, { claims: [], marks: [], doubts: [], ...linking });
}
