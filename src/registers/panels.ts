/**
 * 五监管一查处 (the city's opinion of 2012, action 2; domain.md S8): six panels of a public project, each with who watches
 * over it. A register says which of its notices stand in which panel; what else is known of the project, by its code or
 * because it points here, is gathered from the other registers.
 */
export const PANELS = ['standard', 'approvals', 'tendering', 'quality', 'money', 'findings'] as const;
export type PanelId = (typeof PANELS)[number];

/** A kind of notice as a panel shows it. */
export interface PanelKind {
  panel: PanelId;
  /** The field that says when; the day of publication where there is none. */
  on?: string;
  /** The field that names the unit in charge. */
  by?: string;
  /** The field of a choice by which it is called: 施工许可, 支付. */
  called?: string;
  /** Said under it. */
  says?: readonly string[];
}

/** What a verified rule asks to be published in a panel, and which field of the notice it runs from names who owes it. */
export interface PanelDuty {
  panel: PanelId;
  rule: string;
  by: string;
}

export interface Panels {
  kinds: Readonly<Record<string, PanelKind>>;
  duties: readonly PanelDuty[];
  /** Payments are told by notices of this kind: which field says that it is one, and with which code. */
  payments?: { kind: string; field: string; code: string; amount: string; contract: string };
}
