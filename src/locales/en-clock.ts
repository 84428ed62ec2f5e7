import type { clock as zh } from './zh-clock.ts';

export const clock: typeof zh = {
  title: 'Statutory periods',
  counted: '{n} rules',
  verdicts: { kept: 'Kept', broken: 'Violated', border: 'Borderline', missing: 'Data missing', running: 'Running', uncovered: 'Not covered', notApplicable: 'Not applicable' },
  tallies: { broken: '{n} violated', border: '{n} borderline', running: '{n} running', missing: '{n} without data', kept: '{n} kept', uncovered: '{n} not covered', notApplicable: '{n} not applicable' },
  units: { day: ' days', workingDay: ' working days', month: ' months', year: ' years' },
  least: 'at least {n}{unit}', most: 'at most {n}{unit}', same: 'at the same moment', thenMost: 'at most {n}{unit}, then {m}{unit2}',
  took: 'took {n}{unit}', withOpening: '{n}{unit} with the opening day', both: '{n}{unit} ({m} with the opening day)', left: '{n} days left', dueToday: 'ends today', overdue: '{n} days over', notYet: 'to come', dueOn: 'ends {day}',
  from: 'from {day}', to: 'until {day}', since: '{from} to {to}',
  missingReasons: {
    trigger: 'the first day was not published', target: 'the last day was not published', affectsBids: 'shorter, but the notice does not say whether bids or prices are affected', mustTender: 'shorter, but no sum was published: whether the law required a tender is unknown', publicTender: 'shorter, but the method is not stated', inPrinciple: 'shorter; the rule holds “in principle” and has exceptions', late: 'run out; when it was done was not published',
  },
  notApplicableReasons: { mustTender: 'below the size for which the law requires a tender (to be verified)', publicTender: 'not a public tender', affectsBids: 'not a tender', after: 'after the deadline', ended: 'the project was ended', inPrinciple: 'not applicable' },
  uncoveredReason: 'beyond the calendar of working days, not computed',
  explanation: 'The unit explains: {text}',
  note: 'Computed, for reference only; the authority in charge decides. Violated means too short whether or not the opening day is counted; borderline, that the two differ. The calendar of working days ends on {until}.',
  method: 'Method',
  unverified: 'to be verified',
  bound: { procuringEntity: 'procuring entity', buyer: 'buyer', grantor: 'grantor', transferee: 'transferee', both: 'both sides', unit: 'publishing unit', authority: 'authority' },
  line: 'Periods: {text}',
  owed: {
    title: 'Owed and not published', lead: 'What the law wanted published by today and this portal has not seen, oldest first; each with the rule and the notice it runs from.', none: 'Nothing.', count: '{n}', item: 'Project', what: 'What is owed', due: 'Due', late: 'Late', days: '{n} days', unit: 'Unit', all: 'All units', register: 'Register', allRegisters: 'All registers', byUnit: 'By unit', oldest: 'Oldest',
    note: 'Not seen here is not the same as not published: it may stand in another medium. The authority in charge decides.', csv: 'CSV', json: 'JSON', more: '{n} more: choose a unit or register.',
  },
  compliance: {
    title: 'Periods kept by {unit}', link: 'Statutory periods', lead: 'How often each rule could be judged, and how often it was kept. Figures open their rows.', rule: 'Rule', judged: 'Judged', kept: 'Kept', border: 'Borderline', broken: 'Violated', share: 'Share kept', few: 'fewer than 20', other: 'No data etc.', byYear: 'By year', year: 'Year', cases: '{rule}: {n}', none: 'No period could be judged yet.', back: 'The unit', all: 'All years', verdict: 'Verdict', item: 'Project', period: 'Period', share20: 'No share is given of fewer than 20.',
  },
  methodPage: {
    title: 'How periods are computed', lead: 'Which statutory periods are computed, how, by which article and version.', how: 'How',
    conventions: ['The opening day is not counted (Civil Code art. 201). Some count it, so both are computed: violated is what fails by both, borderline what differs.', 'A limit whose last day is a day off ends on the next working day (Civil Code art. 203); a window is counted as it stands.', 'A day is a calendar day unless the law says working day.', 'Reprints count from the first medium’s publication. After a correction its dates hold.', 'A condition that notices leave open never makes a violation: the verdict is “data missing”.'],
    coverage: 'Calendar of working days', covered: 'Covers {from} to {until}; beyond it the verdict is “not covered”, never a guess.', years: 'Year', source: 'Source', rest: 'Days off', work: 'Made-up days', reference: 'with the program (chinese-days 1.5.7; 2005-12-31 set right by the State Council notice)', notice: 'State Council notice on holidays of {year}', daysCount: '{n} days',
    rules: 'Rules computed', unimplemented: 'Rules not computed', id: 'No.', rule: 'Rule', text: 'Period', law: 'Law', versions: 'In force', binds: 'Binds', checked: 'Verified', judged: 'Judged', why: 'Why', fromDay: 'from {day}', untilDay: 'until {day}', always: 'always', formula: '{trigger} → {target}', publicationOwed: 'overdue ones are listed as owed and not published',
    conditions: { mustTender: 'only where the law requires a tender', affectsBids: 'only for changes that may affect bids or prices', publicTender: 'only for open and invited tenders', inPrinciple: '“in principle”, with exceptions' },
  },
  reasons: { notPublished: 'its dates are not published', notAPeriod: 'not a period', vague: 'no length is stated', unverified: 'the source is to be verified', percentage: 'a ratio, not a period', count: 'a number of people or times', notUnit: 'does not bind the publishing unit' },
  calendar: {
    title: 'Calendar', dayShown: 'Day', week: 'Week', month: 'Month', previous: 'Earlier', next: 'Later', today: 'Today', none: 'Nothing on this day.', closes: 'closes', opens: 'opens', publicity: 'publicity ends', due: 'statutory limit', subscribe: 'Subscribe (ICS)', holiday: 'day off', work: 'made-up day', unknown: 'beyond the calendar', weekOf: '{from} to {to}', more: '{n} more', lead: 'Bids and applications closing, publicity ending, statutory limits. Subscribe to have it in your own calendar.', all: 'All registers',
  },
  office: {
    section: 'Periods', lead: 'Computed from the dates typed; shown to the public once published.', none: 'Computed here as soon as dates are typed.', explain: 'Reason (published with the notice)', required: 'A period is violated: write the reason before it is published.', due: 'Due soon', overdue: '{n} days over', calendarTitle: 'Working days', calendarLead: 'When the State Council announces the holidays of a year, enter the days off and the made-up days. The periods they touch are judged anew.', year: 'Year', restDays: 'Days off', workDays: 'Made-up days', daysHint: 'A line each: name and days, such as “元旦 01-01 01-02 01-03”; made-up days one after another.', source: 'Notice and its number', save: 'Save and judge anew', saved: '{year} saved: {n} records touched, {m} verdicts changed.', covered: 'Covers {from} to {until}.',
  },
};
