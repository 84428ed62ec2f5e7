/** Every page of the portal by its file, and the addresses at which axe and the keyboard visit it; `*` is filled from the demo world. */
export const PAGES: Record<string, string[]> = {
  'index.astro': ['/', '/en'],
  'search.astro': ['/search', '/search?q=道路', '/search?q=道路&register=construction&region=620502&sort=amount', '/search?q=没有这样的东西', '/en/search?q=道路'],
  '[register].astro': ['/construction', '/procurement', '/land', '/mining', '/en/land', '/land?q=工业'],
  'records/[ocid].astro': ['record:construction', 'record:procurement', 'record:land', 'record:mining', 'en:record:construction'],
  'notices/[id].astro': ['notice:award', 'notice:withdrawn', 'notice:corrected', 'notice:correction'],
  'fees/index.astro': ['/fees', '/fees?family=deposit', '/fees?on=2018-01-01&payer=individual', '/en/fees'],
  'fees/[code].astro': ['/fees/zr-01', '/fees/mz-01', '/fees/fy-01', '/en/fees/sl-02'],
  'fees/check.astro': ['/fees/check', '/fees/check?fee=不动产登记 100元', '/fees/check?fee=不动产登记费&kind=1&paid=100', '/fees/check?fee=学费 800元', '/fees/check?fee=擦皮鞋 10元', '/en/fees/check?fee=结婚登记 9元'],
  'parties/[id].astro': ['party'],
  'units/[id].astro': ['unit'],
  'about.astro': ['/about', '/en/about'],
  'help.astro': ['/help'],
  'glossary.astro': ['/glossary'],
  'accessibility.astro': ['/accessibility'],
  'laws/index.astro': ['/laws'],
  'laws/[slug].astro': ['/laws/tendering-law'],
  'site-map.astro': ['/site-map'],
  '404.astro': ['/nothing-here'],
  // 500 is shown only when something breaks: tests/site/server.test.ts breaks it; it shares the layout of 404.
  '500.astro': ['/nothing-here'],
};

/** Pages of the office, and who visits them (`''`: nobody signed in); the names are made by `office.test.ts`. */
export const OFFICE: Record<string, [officer: string, ...addresses: string[]][]> = {
  'office/sign-in.astro': [['', '/office/sign-in', '/office/sign-in?out=']],
  'office/factor.astro': [['half:hospital.admin', '/office/factor']],
  'office/invitations/[token].astro': [['', 'invitation', '/office/invitations/void']],
  'office/enrolment.astro': [['invited', '/office/enrolment']],
  'office/password.astro': [['land.author', '/office/password']],
  'office/index.astro': [['land.author', '/office'], ['land.reviewer', '/office']],
  'office/upload.astro': [['land.author', '/office/upload', '/office/upload?kind=land+grant']],
  'office/redactions.astro': [['land.reviewer', '/office/redactions', 'redaction']],
  'office/account.astro': [['land.author', '/office/account']],
  'office/officers.astro': [['land.admin', '/office/officers'], ['platform.admin', '/office/officers'], ['platform.auditor', '/office/officers']],
  'office/units.astro': [['platform.admin', '/office/units']],
  'office/tokens.astro': [['land.admin', '/office/tokens']],
  'office/trail.astro': [['platform.auditor', '/office/trail', '/office/trail?act=publish']],
  'office/drafts/index.astro': [['land.author', '/office/drafts', '/office/drafts?state=draft&q=x'], ['platform.auditor', '/office/drafts']],
  'office/drafts/new.astro': [['land.author', '/office/drafts/new', 'new:from']],
  'office/drafts/[id].astro': [['land.author', 'draft'], ['land.reviewer', 'submitted'], ['land.issuer', 'submitted']],
  'office/drafts/[id]/preview.astro': [['land.author', 'draft/preview', 'submitted/preview']],
};
