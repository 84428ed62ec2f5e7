import type { OcdsLot } from './ocds.ts';

/**
 * The shape of an object as OCDS has it: each member by its type, with `!` where it is required and `[]` where it is a
 * list. Types: `text`, `words` (may also stand in other languages, `title_en`), `id`, `number`, `integer`, `instant`
 * (RFC 3339), `uri`, `currency`, a code of a closed list (`=name`), or another shape by name.
 */
export type Shape = Readonly<Record<string, string>>;

/** A member that an extension adds, and what it is called and means there. */
export interface Member {
  type: string;
  title: string;
  description: string;
}

/**
 * An extension of OCDS 1.1 (extension_template): what it adds to which definitions. It is served as its `extension.json`,
 * a schema fragment and codelists, and nothing leaves in its name that is not declared here.
 */
export interface OcdsExtension {
  /** Its folder under `/api/ocds/extensions/`. */
  id: string;
  name: { en: string; zh: string };
  description: { en: string; zh: string };
  definitions: Readonly<Record<string, Readonly<Record<string, Member>>>>;
  codelists?: Readonly<Record<string, readonly (readonly [code: string, title: string])[]>>;
}

/** What a register says of itself to those who read OCDS. */
export interface OcdsFace {
  /**
   * `toState`: whoever wins pays the unit, so amounts of tenders, awards and contracts are negative ("A negative value
   * indicates that the contracting process may involve payments from the supplier to the buyer", release-schema 1.1.5,
   * `tender.value`); `outside`: it is none of contracting, and no release of it is OCDS.
   */
  flow: 'toState' | 'outside';
  extension?: OcdsExtension;
  /** What the extension says of a lot, without what is internal. */
  ofLot?(lot: OcdsLot): Record<string, unknown>;
}

/** Declares the members of a shape: type, title, meaning. */
export function members(
  declared: Readonly<Record<string, readonly [type: string, title: string, description: string]>>,
): Record<string, Member> {
  return Object.fromEntries(
    Object.entries(declared).map(([name, [type, title, description]]) => [name, { type, title, description }]),
  );
}
