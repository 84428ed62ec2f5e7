import type { Labels } from '../zh/zh.ts';

export const importing: Labels['import'] = {
  amountWords: 'The amount “{found}” says one sum in words and another in digits, and was not converted.',
  amountUnit: 'The amount “{found}” is printed without a unit (元 or 万元); it is kept as printed and not computed.',
  amountZero: 'The source prints the amount as “{found}”, which may mean that it was not filled in.',
  kindByType:
    'The source says only “{found}”, not whether this is a notice of candidates or of the result; it is kept as a result.',
  formats: {
    native: 'native',
    csv: 'CSV listing',
    ocds: 'OCDS',
    ggzy: 'notices of the national platform',
    land: 'land supply results',
    divisions: 'table of divisions',
    reject: 'reject file',
  },
  report: {
    file: '{path}: {format}, {rows} rows, {published} published, {unchanged} known already, {refused} refused',
    divisions:
      '{path}: {format}, {rows} rows, {unchanged} as we have them, {refused} different (compared only, nothing is published)',
    unreadable: '{path}: cannot be read. {sentence}',
    stopped: '{path}: reading stopped midway. {sentence}',
    unknownFormat: 'unknown format',
    problem: '  row {row}{field}: {sentence}',
    warning: '  row {row}{field} (went in, please check): {sentence}',
    field: ' {path}',
    furtherProblems: '  … and {n} more problems',
    furtherWarnings: '  … and {n} more doubts',
    unusedColumns: '  columns not used: {columns}',
    rejectFile: '  refused rows stand in {path}; mend them and import that file.',
    total: 'Total: {files} files, {rows} rows, {published} published, {unchanged} known already, {refused} refused',
    dryRun: '(dry run: nothing was written)',
    progress: 'import {path}',
  },
  help: {
    usage: 'Usage: npm run gongshi -- import FILE… [--format FORMAT] [--dry-run] [--rejects FOLDER]',
    options:
      '--format    do not recognise by content, take: {formats}\n--dry-run   check only, write nothing\n--rejects   write refused rows into this folder (beside the file otherwise)\n--schema    print the JSON Schema of the native format\n--help      print this',
    formats:
      'Recognised: native (JSON, or JSON Lines with one notice a line), CSV listings (UTF-8 or GB18030), OCDS 1.0 and 1.1, captured notices of the national platform, land supply results, tables of divisions. Names and endings of files do not matter.',
    columns: 'Headers known in CSV listings (a column a line, any of its names; title, day and type are needed):',
    status: 'Exit status: 0 all in; 1 nothing usable, or bad usage; 2 some rows refused.',
    unknownOption: '“{found}” is not known. {usage}',
    rejectsUnusable:
      'Refused rows cannot be written to {path} ({found}). Check the path after --rejects and its permissions: the folder above it must be there. Nothing was imported.',
    noFiles: 'No file is named.',
    unknownFormat: 'There is no format “{found}”. Formats: {expected}.',
  },
  problems: {
    missing: 'is missing',
    'wrong-type': '“{found}” stands here, {expected} is expected',
    'not-a-choice': '“{found}” stands here, expected is one of: {expected}',
    'too-long': 'too long, at most {expected}',
    'too-short': 'too short or empty, at least {expected}',
    invalid: '“{found}” is not written as it should be',
    'unknown-field': 'there is no such field',
    'not-money': '“{found}” is no amount we can read; it needs a unit, such as 103.5万元',
    'not-a-day': '“{found}” is no day, such as 2026-03-05',
    'number-as-time':
      '“{found}” is a bare number: the serial number of a spreadsheet and Unix time look alike; write 2026-03-05 09:30',
    'code-destroyed':
      '"{found}" is a code that a spreadsheet destroyed: its digits are lost, and no project can be found by it. Format the column as text, and export or enter the codes from the source again',
    'not-an-instant': '“{found}” is no time, such as 2026-03-05 09:30',
    'not-bounds': '“{found}” is no range, such as ≥1.0 or 1.0~2.5',
    'unknown-register': 'there is no register “{found}”, expected is one of: {expected}',
    'unknown-kind': 'there is no kind “{found}”, expected is one of: {expected}',
    'amends-missing': 'a withdrawal must name the notice it takes back',
    'amends-unknown': 'the notice “{found}” it refers to is not here',
    'amends-elsewhere': 'the notice it refers to is in “{found}”, this one in “{expected}”',
    'already-published':
      '“{found}” is published with other content; what is published cannot be rewritten: publish a correction (amends)',
    'duplicate-in-run': 'has the id “{found}” of {expected} and other content',
    'in-the-future': 'the time of publication {found} lies in the future',
    'day-is-full': 'this day can take no more notices',
    'check-digit': 'the check digit of “{found}” does not agree',
    'code-shape': '“{found}” does not look like a whole code',
    'empty-file': 'The file is empty.',
    'not-text': 'It is no text.',
    'not-recognised': 'Its format is not recognised; it begins with “{found}”.',
    'document-too-large':
      'It is one JSON document of {found}, at most {expected} can be taken; use JSON Lines, one notice a line.',
    'broken-json': 'It is no complete JSON, reading stopped at {found} (line:column); nothing of it went in.',
    'broken-json-line': 'this line is no complete JSON, reading stopped at {found} (line:column)',
    'document-too-deep':
      'Nested more than {expected} levels deep at {found}, which no notice is; nothing of the file went in. Take the extra levels out and import it again',
    'too-deep':
      'Nested more than {expected} levels deep, which no notice is; take the extra levels out and import it again',
    'broken-bytes':
      '“{found}” holds bytes that are no characters of the file’s encoding, where the � stands; write the row as it was printed and import it again',
    'line-too-long': 'this line is longer than {expected} characters and was passed over',
    'broken-csv': 'the CSV is broken: {found}',
    'not-an-object': 'an object is expected, {found} stands here',
    'unknown-object': 'not recognised as any kind of notice; its fields: {found}',
    'board-without-register': '“{found}” belongs to no register here; these are kept: {expected}',
    'not-a-release': 'a release of OCDS is expected, {found} stands here',
    'only-linked':
      'the record only links its releases by address ({found}) and has no compiled release: there is nothing to take',
    'unknown-tag': 'the release tag “{found}” is not known, expected is one of: {expected}',
    'division-unknown': 'there is no division “{found}” here',
    'division-differs': '“{found}” stands here, we have “{expected}”',
    'supply-method': 'the method of supply “{found}” is none of: {expected}',
    'file-enoent': 'There is no such file.',
    'file-eacces': 'It may not be read.',
    'file-eisdir': 'It is a folder.',
  },
};
