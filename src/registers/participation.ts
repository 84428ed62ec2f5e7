/** What whoever would take part must know, in the order in which it is asked. Labelled under `participation`. */
export const QUESTIONS = ['scope', 'who', 'documents', 'deposit', 'deadline', 'opening', 'contact'] as const;
export type Question = (typeof QUESTIONS)[number];

/**
 * A field of a call that answers; `rows.field` is that of each row. Two are a span, from and until.
 */
export type Answering = string | readonly [from: string, until: string];

/** Which fields answer which question; where none does, the forms of the register do not ask. */
export type Participation = Readonly<Record<Question, readonly Answering[]>>;
