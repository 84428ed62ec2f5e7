import type { Labels } from '../zh/zh.ts';

export const refusals: Labels['refusals'] = {
  'unknown-verb': 'There is no command "{found}". Commands: {expected}.',
  'no-files': 'Name the files to read.',
  'file-absent': 'There is no such file: {found}',
  'unexpected-word': 'This command does not take "{found}".',
  'not-built': 'The pages are not built (there is no {path}). Start with npm start, or run npm run build first.',
  'port-taken': '{path} is in use. Stop the program that uses it, or choose another port with PORT.',
  'bad-workers': '“{found}” is not understood. Usage: serve [--workers N], N from 1 to {expected}.',
  'process-ended': 'A serving process did not start ({found}). The error log above says why.',
  'cannot-listen': 'Cannot listen on {path} ({found}). Check HOST and PORT.',
  'newer-schema':
    'The database {path} was made by a newer version ({found}); this program knows up to {expected}. Update the program, or choose another data folder with GONGSHI_DATA.',
  'data-unwritable':
    'The data folder {path} cannot be used ({found}). Check its permissions, or choose another with GONGSHI_DATA.',
  'database-gone':
    'The database {path} is gone, but the high-water mark {found} says that notices were published. Restore a backup into an empty folder (gongshi restore); to begin anew, choose another GONGSHI_DATA.',
  'behind-mark':
    'The last number in the database {path} is {found}, the high-water mark is {expected}: published notices are lost, perhaps an old backup was put back. Lest a number be given twice nothing is written any more. Restore a newer backup into an empty folder (gongshi restore); if they are lost for good, run gongshi verify --accept --reason TEXT.',
  'beside-mark':
    'The database {path} (last number {found}) has another notice under a number that the high-water mark knows, {expected}: it is not the database it was, and nothing is written any more. Restore its own backup; to use this one, run gongshi verify --accept --reason TEXT.',
  'mark-unreadable':
    'The high-water mark {path} cannot be read ({found}), so nobody knows whether notices are lost, and nothing is written. Put the mark of the second place there; without one, look at the last notice and remove the file.',
  'file-damaged':
    'The database file {path} is damaged ({found}); nothing is written any more. Run gongshi verify to see how far, then restore a backup into an empty folder (gongshi restore).',
  'verify-words': '"{found}" is not understood. Usage: verify [--accept --reason TEXT [--by NAME]].',
  'accept-reason': 'Say with --reason why it is to be taken as it is.',
  'nothing-to-accept': 'The database is not behind its high-water mark; there is nothing to accept.',
  'backup-words': 'Usage: backup FOLDER, in which backups are gathered.',
  'restore-words': 'Usage: restore FOLDER: of backups, whose newest is taken, or one backup in it.',
  'no-database': 'There is no database {path}. Check GONGSHI_DATA.',
  'backup-unwritable': 'Cannot back up to {path} ({found}). No unfinished backup was left.',
  'backup-damaged': 'The copy of the database is not sound ({found}) and was not kept. Run gongshi verify.',
  'backup-absent': 'There is no backup in {path}.',
  'backup-broken':
    '{path} is missing in the backup, or is not what its manifest says; nothing was restored. Take another backup.',
  'data-not-empty': 'The data folder {path} is not empty. Set GONGSHI_DATA to an empty folder and restore into it.',
  'setting-path': '{path} is "{found}". Give a path.',
  'read-only':
    'The data of this site are being examined: it is for reading only, without signing in or sending anything. Try again later, or ask the administrator of the platform.',
  'setting-host':
    '{path} is "{found}". Give the address to listen on, such as 127.0.0.1, or 0.0.0.0 to be reached from other machines.',
  'setting-port': '{path} is "{found}". Give a whole number from 1 to 65535, such as 4321.',
  'setting-data': '{path} is "{found}". Give the path of a folder, such as .data.',
  'setting-origin':
    '{path} is "{found}". Give the public address, beginning with http:// or https:// and without a path, such as https://gongshi.example.cn.',
  'setting-key': '{path} is too short: at least 32 characters without spaces (such as openssl rand -base64 32 gives).',
  'rekey-keys': 'Set both GONGSHI_OLD_KEY (the former key) and GONGSHI_KEY (the new one).',
  'secrets-unreadable':
    '{found} {found:secret|secrets} of authenticators {found:is|are} opened by neither key; nothing was changed. Check GONGSHI_OLD_KEY.',
  'setting-meili-url':
    '{path} is "{found}". Give the address of Meilisearch, beginning with http:// or https:// and without a path, such as http://127.0.0.1:7700; without it the embedded search answers.',
  'setting-meili-index':
    '{path} is "{found}". The name of an index has letters, digits, hyphens and underscores, at most 100, and does not end with _next or _rebuild; without it it is notices.',
  'no-meilisearch':
    'MEILI_URL is not set: the embedded engine answers searches, and there is no second one to look at.',
  'search-words': 'Usage: search status | rebuild | compare [number of queries, or file with a query a line].',
  'search-failed': 'Meilisearch did not finish: {found}',
  'setting-demo':
    '{path} is "{found}". Give 0 for no demo stories; 1 or nothing to have them, with demo accounts that sign in at this machine only; public to let demo accounts sign in from anywhere.',
  'setting-trusted-proxies':
    '{path} is "{found}". Give the addresses or networks of the proxies in front, separated by commas, such as 127.0.0.1,10.0.0.0/8,2001:db8::/32; never everybody (/0).',
  'setting-password-policy': '{path} is "{found}". Give nist, which is the default, or dengbao3.',
  'setting-clamd':
    '{path} is "{found}". Give the path of the socket of clamd (such as /run/clamav/clamd.ctl) or a port of this machine (such as 127.0.0.1:3310).',
  'setting-log-queries':
    '{path} is "{found}". Give 1 to keep what readers search for in the access log, 0 or nothing not to.',
  'setting-ocid-prefix': '{path} is "{found}". Give a registered prefix: ocds- and six small letters or digits.',
  'setting-licence': '{path} is "{found}". Give the address of a licence (http or https).',
  'setting-text': '{path} is too long ("{found}…"). At most 200 characters.',
  'unknown-host': 'This address does not belong to this site. Please use {expected}.',
  'no-host': 'The request names no host.',
  'bad-host': 'A request names one host, once.',
  'bad-address': 'The address is malformed.',
  'address-too-long': 'The address is too long, {expected} bytes at most.',
  'bad-request': 'The request is malformed.',
  'headers-too-large': 'The headers of the request are too large.',
  'request-timeout': 'The request did not arrive in time.',
  'bad-expectation': 'What the request expects (Expect) is not done here.',
  'method-not-allowed': '{found} requests are not accepted here.',
  'explanation-missing':
    'The statutory period “{found}” is not kept: write the reason, which is published with the notice.',
  'calendar-file': 'Give a JSON file of a year’s holidays (now “{found}”); its shape stands in src/cli/calendar.ts.',
  'calendar-year': 'Year “{found}”: choose {expected}.',
  'calendar-day': '“{found}” is not a date of that year: write lines such as “元旦 01-01 01-02”.',
  'calendar-unseen': 'What was typed is not what you looked at; nothing was saved. Look at the changes again.',
  'calendar-twice': '{found} stands twice.',
  'address-code':
    'Give a code: 3 to 40 letters, digits, hyphens, dots, such as zj-2026-01. It is the address of the page and is kept.',
  'fund-year': '“{found}” is no year. Write four figures, such as 2026.',
  'fund-before': '{found} is before the document was formed ({expected}).',
  'fund-within': '{found} yuan is more than the {expected} yuan above it. Check the amounts of the rows.',
  'fund-number': 'Number “{found}” stands twice.',
  'fund-offence': 'The published text must use the word “{found}”. Quote it, or choose another sort of finding.',
  'approval-promise':
    'The promise of {found} working {found:day|days} is longer than the statutory {expected}. Check both.',
  'approval-limit':
    'A permit takes {expected} working {expected:day|days} at most (licensing law, art. 42). For {found}, name the law that says so.',
  'approval-joint-limit':
    'A joint approval takes {expected} working {expected:day|days} at most (licensing law, art. 42). For {found}, name the basis.',
  'approval-step': 'This step of {found} working {found:day|days} is longer than the {expected} of the whole.',
  'approval-consultation':
    'No fee may be charged for information or advice (instruction of the city of 18 June 2012). Say that none is charged.',
  'approval-fee':
    'Name the items of the fee catalogue by their codes, such as zr-01; what is not in it may not be charged.',
  'approval-self': 'An item cannot become part of itself ({found}).',
  'matter-before': 'Due on {found}, before it was found on {expected}.',
  'matter-year': '“{found}” is no year. Write four figures, such as 2026.',
  'matter-failed': 'Where the check failed, say by when it is to be done now.',
  'matter-low': 'Give a score, a rank or a grade of “{found}”.',
  'matter-twice': '“{found}” stands twice.',
  'case-personal':
    'Here stands the number of an identity card or a telephone. No data of persons are published: take it out.',
  'case-before': '{found} is before {expected}. Check both.',
  'case-result': 'Give the day of the decision and the result together.',
  'benchmark-range': 'The least is more than the most. Check both.',
  'benchmark-until': 'It ends on {found}, before it begins on {expected}.',
  'fee-code': 'Give the item a code: 3 to 40 letters, digits, hyphens, such as zr-01. An item keeps its code.',
  'fee-level':
    'A city or county may set up no fee (财综〔2004〕100号; instruction of the city of 18 June 2012): it can only be recorded as cancelled. Check the level.',
  'fee-consultation':
    'Information and advice are free (instruction of the city of 18 June 2012). Check what “{found}” is for.',
  'fee-orphan': 'There is no item above the sub-item “{found}”. Write the item first.',
  'fee-until': 'It ends on {found}, before it begins on {expected}.',
  'fee-line-number': 'Line number “{found}”: use 1, 1.2, 1.2.1, three levels at most.',
  'fee-line-twice': 'Line number “{found}” stands twice.',
  'fee-line-orphan': 'There is no line “{expected}” above it. Write that first, or change “{found}”.',
  'fee-line-bounds': 'The lower bound {found} is above the upper bound {expected}.',
  'fee-line-negative': '“{found}” may not be negative.',
  'fee-line-outside': 'What is charged here, {found}, lies outside {expected}.',
  'fee-line-reason':
    'What is charged here, {found}, is above the lower bound {expected}: say why the lower bound is not charged.',
  'wrong-state': 'This cannot be done to the notice as it now stands. Reload and look again.',
  clash: 'Somebody saved this draft just now; yours has not replaced it.',
  'changed-meanwhile': 'The text has changed meanwhile; look at it again before approving.',
  'remark-missing': 'Say why it is returned.',
  'coverage-source': 'Name one of the two: the medium of whose publications all are taken, or the unit.',
  'coverage-order': 'The last day is before the first.',
  'coverage-twice': '“{found}” is declared already for these days.',
  'links-words': 'Usage: links join OCID INTO_OCID --reason TEXT, or links part NOTICE --reason TEXT.',
  'decision-reason': 'Say why, with --reason.',
  'record-same': '“{found}” cannot be joined to itself.',
  'record-unknown': 'There is no record “{found}”.',
  'record-joined': '“{found}” was joined to “{expected}”; name that one.',
  'record-registers': 'The two records are of different registers: {found}, {expected}.',
  'notice-unknown': 'There is no notice “{found}”.',
  'notice-amends': 'Notice {found} amends notice {expected} and goes where that one goes: part notice {expected}.',
  'notice-alone': 'Notice {found} is all that its record has; there is nothing to part it from.',
  'reason-missing': 'Say what the emergency is.',
  'remarks-written':
    'Remarks were written and not sent. To approve, clear them; to have them mended, return the notice.',
  'remarks-open':
    '{found} {found:remark is|remarks are} open: look at what changed and tick each off, or return the notice.',
  'not-then': 'It cannot be scheduled for {found}: at that hour the points below would not be met.',
  'not-then-but':
    'It cannot be scheduled for {found}: at that hour the points below would not be met. The latest possible is {expected}.',
  'restore-late': 'It was set aside more than thirty days ago and cannot be taken back.',
  'in-the-past': 'That time has passed; give one to come.',
  'too-far': 'Too far ahead; a year at most.',
  'not-your-record':
    '“{found}” is a record of other units: yours published none of its notices, and is neither its buyer, grantor nor agency. Begin from a record of your own, or ask that unit to publish.',
  'reason-of-lead-unit':
    '“{found}” is a record of another unit. The lead unit may publish for it, but must say under “reason” for which unit (naming “{expected}”) and why; it is published with the notice.',
  'choose-record': '“{found}” is the record of this code. Begin from what may follow there, and the notice joins it.',
  'no-such-record':
    'No record of “{found}” was found. Publish its call first, or begin from a record; where the earlier notices are not on this site, say so under “reason”.',
  'not-your-notice': 'Only the unit that published a notice corrects or withdraws it.',
  'release-unknown': 'There is no such notice.',
  'too-many-files': 'Too many files; {expected} at most.',
  'none-seen': 'No notice is ticked as seen; look at each first.',
  'compare-missing': 'Compare files and text before approving.',
  'file-type': 'Files like “{found}” cannot be uploaded; these can: {expected}.',
  'file-differs':
    'What is in “{found}” is not what its ending says, or it is damaged. Save it anew in its program and upload that.',
  'file-empty': 'No file was chosen, or it is empty.',
  'file-too-large': '“{found}” is too large; {expected} MB at most. Compress its pictures or split it.',
  'disk-full': 'The server’s disk is full; nothing was kept. Please tell the administrator and try again later.',
  'writer-busy':
    'The database is busy and nothing was saved. What you typed is kept; please try again in {expected} {expected:second|seconds}.',
  'clock-behind':
    'The server’s clock ({found}) stands before the last publication ({expected}); nothing was published. The administrator must set it right.',
  'clock-jumped':
    'The server’s clock was moved by more than a day (it now says {found}); nothing was published. The administrator must check it and start the portal anew.',
  'reviewer-gone':
    'Whoever approved this may no longer approve notices of the unit, so it did not come out at its hour. Another reviewer must look at it, and it must be issued anew.',
  'issuer-gone':
    'Whoever set the hour may no longer issue notices of the unit, so it did not come out. Another issuer must issue it.',
  'schema-differs':
    'The program on the disk wants another database (this one is {found}, it needs {expected}). No process was replaced; those of before go on. Please stop the portal and start it anew.',
  'file-too-hard':
    '“{found}” is too complex to be checked and was not kept. Save it anew, or split it, and send it again.',
  'file-infected':
    'A virus was found in “{found}” ({expected}); it cannot be uploaded or published. Remove it, clean your machine and upload a clean file.',
  'file-scan-size':
    '“{found}” is more than the virus scanner looks at and was not kept. Split it, or ask the administrator to raise StreamMaxLength, MaxFileSize and MaxScanSize of clamd.',
  'file-unscanned':
    '“{found}” has not been scanned for viruses and cannot be published: the scanner does not answer. Try again later, or tell the administrator.',
  'file-kept-unscanned':
    '“{found}” is kept but was not scanned for viruses: the scanner does not answer. It is scanned again at publishing, and not published before.',
  'file-unread': '“{found}” is kept, but its words are too many or too complex to be read: search will not find them.',
  'zip-bomb': '“{found}” unpacks to too much and cannot be uploaded.',
  'zip-nested': '“{found}” holds archives, programs or web pages; put in documents and pictures only.',
  'zip-encrypted': '“{found}” has a password; the public could not open it. Remove it first.',
  'zip-path': 'Paths inside “{found}” lead outside; pack it anew.',
  'file-macro': '“{found}” has macros; save it without them.',
  'token-wrong': 'The token is wrong, expired or revoked.',
  'not-json-type': 'Send {expected}.',
  'not-json': 'This is no whole JSON object.',
  'upload-unknown':
    'There is no upload “{found}”, or it is older than a day. Upload the file again and name the new one.',
  'upload-name-twice': 'Two files are called “{found}”; rename one and upload it again.',
  'bar-ends-before': 'The bar ends on {found}, before it begins on {expected}; see the decision.',
  'term-too-long': '{found} {found:year is|years are} more than the law allows ({expected}).',
  'too-deep':
    'Nested more than {expected} {expected:level|levels} deep, which no notice is; take the extra levels out.',
  'key-missing': 'Idempotency-Key (1 to 200 visible characters) is missing; with it sending again is safe.',
  'key-reused': 'Idempotency-Key “{found}” was used for another body.',
  'table-type': '“{found}” is neither CSV nor XLSX.',
  'table-far':
    'Cell {found} lies far from all others; the sheet seems damaged. Delete the empty rows and columns, save it and send it again.',
  'table-hard':
    '“{found}” is too large or too complex to be read; nothing was taken. Save it anew, or send it in parts.',
  'table-broken': '“{found}” cannot be read; save it anew.',
  'table-long': 'Too many lines; {expected} at once.',
  'table-empty': 'There are no lines in the table.',
  'table-heads': 'The heads are not those of the template.',
  'column-unknown': 'There is no column “{found}”',
  'column-missing': 'Column “{found}” is missing',
  'rows-refused': '{found} of {expected} {expected:line|lines} are to be mended; none was taken.',
  'cross-site':
    'This request did not come from a page of this site and was not carried out. Open the page here and try again.',
  'body-too-large': 'What was sent is larger than {expected}.',
  broken: 'Something failed here, number {found}.',
  'too-many': 'Too many are asking just now. Please try again in {expected} {expected:second|seconds}.',
  hidden: 'There is no such thing here.',
  forbidden: 'Your role does not include this.',
  stale: 'This step wants proof that it is you: please give your code once more.',
  'session-over': 'You have been signed out. Please sign in again.',
  'demo-elsewhere':
    '“{found}” is a demo account, whose password everybody knows: it signs in only at the machine that runs this site, by http://localhost or http://127.0.0.1. To let it in from elsewhere the operator sets GONGSHI_DEMO=public and restarts; for real work use a real account.',
  'sign-in-failed': 'The sign-in name or the password is wrong.',
  throttled: 'Too many attempts. Please try again in {expected} {expected:second|seconds}.',
  busy: 'Too many people are signing in at this moment. Please try again shortly.',
  'code-wrong': 'The code is wrong.',
  'code-unreadable':
    'The server cannot check codes at present. Sign in with a recovery code or a passkey, and tell the administrator of the platform.',
  'code-used': 'This code was used already. Please wait for the next one.',
  'enrolment-missing': 'First add this site to your authenticator, then give the code it shows.',
  'invitation-void': 'This invitation is no longer good. Please ask your administrator for a new one.',
  'password-short':
    'The password is too short: at least {expected} characters. A sentence only you would think of will do.',
  'password-long': 'The password is too long: at most {expected} characters.',
  'password-predictable':
    'The password is easily guessed: without names, places, common words and runs of keys too little of it is left.',
  'password-classes': 'The password needs at least {expected} of: capitals, small letters, digits, signs.',
  'password-known': 'You have used this password before. Please choose another.',
  'password-wrong': 'The present password is wrong.',
  'unit-name': 'Give the full name of the unit, 2 to 200 characters.',
  'unit-phone': 'Only the number, 3 to 60 characters.',
  'unit-contact':
    'Where telephone, hours or address are given, give the day they were verified (not after today) and the section that did; where none is, neither. 200 characters at most each.',
  'certificate-number': '“{found}” is no number of a certificate: letters, digits and hyphens only, and no names.',
  'certificate-twice': 'The certificate “{found}” stands twice.',
  'certificate-until': 'It ends on {found}, before it begins on {expected}.',
  'export-words': 'Usage: npm run gongshi -- export FOLDER.',
  'export-there': '{path} is there already; name a new folder.',
  'export-unwritable': 'Cannot write into {path}: {found}.',
  'export-none': '{path} has no export.jsonl: it is no folder of an export.',
  'export-not-empty':
    'Something was published here already: an export goes into an empty portal; set GONGSHI_DATA to a new folder.',
  'export-line': 'Line {path} cannot be read.',
  'item-ended': '“{found}” was cancelled, handed down or merged by {expected} and takes no more cases.',
  'delegation-days':
    'Give the first and the last day, the last not before the first nor before today, two years at most.',
  'delegation-agent': 'The other has to be another unit that is still there.',
  'delegation-basis': 'Name the document: title and number, 4 to 200 characters.',
  'delegation-unknown': 'There is no such delegation, or it has ended.',
  'unit-region': 'There is no division “{found}”.',
  'unit-known': 'There is a unit called “{found}” already.',
  'unit-unknown': 'There is no such unit: “{found}”.',
  'officer-name': 'Give a name of at most 60 characters.',
  'officer-sign-in': 'A sign-in name has 2 to 40 small letters, digits and . - _ and begins with a letter or a digit.',
  'officer-staff-number': 'Give the staff number: letters, digits and hyphens, at most 40.',
  'officer-roles': 'Choose roles. A role of the platform is held alone, never beside roles of a unit.',
  'role-not-yours':
    'This role is not yours to give: the platform administrator appoints the platform’s officers and unit administrators, and those appoint the rest.',
  'own-account': 'Nobody changes their own account. Please ask another administrator.',
  'sign-in-taken': 'The sign-in name “{found}” is taken.',
  'staff-number-taken': 'The staff number “{found}” has an account. One person has one account.',
  'token-name': 'Say what the token is for, in at most 60 characters.',
  'token-registers': 'Choose registers among those your unit answers for or helps with.',
  'token-days': 'A token is good for 1 to {expected} {expected:day|days}.',
  'passkeys-need-domain': 'Passkeys work only where the site is reached by a domain name; at this address they do not.',
  'passkey-refused': 'The passkey was not accepted. Please try again, or use a code.',
  'passkey-name': 'Give this passkey a name of at most 60 characters.',
  'unit-register': 'There is no register “{found}”; there are: {expected}.',
  'no-officer': 'There is no account “{found}”.',
  'no-demo-officer': '“{found}” is no demo account. Codes of real accounts only their owners have.',
  'last-factor': 'This is your last second factor. Add another before removing it.',
  'draft-too-large': 'The draft has {found} characters, {expected} at most.',
  'reason-tells': 'The reason is shown to everybody; it must not say what is to be removed.',
  'no-longer-current': '“{found}” was corrected or withdrawn already; begin from the notice in force.',
  'template-unknown': 'There is no such template for this kind of notice.',
  'template-name': 'Please name the template, 60 characters at most.',
  'passage-missing': 'Please give the text to be removed, at least two characters each.',
  'passage-unknown': 'The notice does not say “{found}”.',
  'redaction-open': 'A removal for this notice already waits for another officer.',
  'follow-mail': '“{found}” is no complete e-mail address, such as name@example.cn.',
  'follow-webhook': '“{found}” cannot be a webhook: it must be a public address that begins with https://.',
  'follow-robot': '“{found}” is no address of this robot: paste the webhook address that the group gives, as it is.',
  'follow-too-often':
    'There were too many requests for this address, or from your network, within the hour. Please try again in an hour.',
  'follow-gone': 'There is no such subscription: the link is incomplete, or it was stopped or has expired.',
  'follow-no-key': 'This portal has no key set (GONGSHI_KEY) and cannot keep addresses.',
  'follow-no-mail': 'This portal has no mail server set (GONGSHI_SMTP); e-mail is not offered.',
  'follow-nothing': 'Enter words or choose a condition first, then follow.',
  'follow-not-here': '“{found}” cannot be followed.',
  'setting-smtp': '{path} is wrong ({found}): it is smtp://host:port or smtps://user:password@host:port.',
  'setting-mail-from':
    '{path} is wrong ({found}): it is an e-mail address of yours, with a name if you like: Gongshi <gongshi@example.cn>. It must be set where GONGSHI_SMTP is.',
  'setting-mail-rate': '{path} is wrong ({found}): it is a number of mails a minute, 1 to 10000.',
  'setting-dkim': '{path} is wrong ({found}): it is domain:selector:file of the private key.',
  'setting-webhook-networks':
    '{path} is wrong ({found}): it is a list of IP addresses or networks, separated by commas.',
  'complaint-matter': 'Say what it is about (five characters at least).',
  'complaint-long': 'Too long: at most {expected} characters; shorten it, or hand it in on paper.',
  'complaint-name':
    'Objections, queries and complaints must say by law who makes them: give an organisation or a name, and a telephone.',
  'complaint-category': 'Choose what kind of problem it is.',
  'complaint-closed':
    'This unit takes none of this kind online. Write the letter here, print it, and hand it in there.',
  'complaint-busy':
    'Many are filing just now, and the browser has to do a little work first: allow scripts and try again, or print the letter, or call 12345.',
  'complaint-too-often': 'There were too many from your network; try again in an hour, or call 12345.',
  'complaint-twice': 'This form was sent before; nothing was filed twice.',
  'complaint-gone': 'There is no such code: please check it, or ask the unit by telephone.',
  'complaint-over': 'That cannot be done in the state it is in; reload the page.',
  'complaint-reason': 'Say something: the other side will read it.',
  'complaint-unit': 'Choose another unit.',
  'complaint-into': 'Choose another open case of your unit.',
  'complaint-promise': 'Promised working days are a whole number from 1 to 60, or nothing.',
  'complaint-no-key':
    'This portal has no key set (GONGSHI_KEY) and cannot keep complaints. Write the letter here, print it, and hand it in to the body named.',
  'complaint-files': 'A case takes at most {expected} {expected:file|files}; hand in the others on paper.',
};
