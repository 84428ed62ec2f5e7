import { labels } from '../../locales/labels.ts';
import type { Register } from '../../registers/register.ts';
import { registers } from '../../registers/registers.ts';
import { CITY, regionName } from '../../values/region.ts';
import type { Portal } from '../portal.ts';
import { registerLabels } from '../words.ts';
import { told, type DataFile } from './data-page.ts';
import { readManifest } from './files.ts';
import { licenceOf, publisherOf } from './publisher.ts';

const CONTEXT = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const MEDIA_TYPES = 'https://www.iana.org/assignments/media-types/';

/** All files as harvesters of open data read them (W3C, DCAT 3): a dataset for each register, a distribution for each file. */
export function catalogue(portal: Portal): object {
  const { origin, data } = portal.settings;
  const { at, files } = readManifest(data);
  const all = files.map((file) => told(portal, file));
  const t = labels('zh');
  return {
    '@context': CONTEXT,
    '@id': `${origin}/data/catalog.jsonld`,
    '@type': 'dcat:Catalog',
    'dct:title': inLanguages(t.site.name, labels('en').site.name),
    'dct:description': inLanguages(t.openData.lead, labels('en').openData.lead),
    'dct:publisher': publisher(portal),
    'dct:license': { '@id': licenceOf(portal) },
    'dct:language': { '@id': 'http://publications.europa.eu/resource/authority/language/ZHO' },
    'foaf:homepage': { '@id': `${origin}/data` },
    ...(at !== null && { 'dct:modified': instant(new Date(at).toISOString()) }),
    'dcat:dataset': registers.map((register) =>
      dataset(
        portal,
        register,
        all.filter((file) => file.register === register.id),
      ),
    ),
  };
}

function dataset(portal: Portal, register: Register, files: readonly DataFile[]): object {
  const { origin } = portal.settings;
  const [zh, en] = [registerLabels(register, 'zh'), registerLabels(register, 'en')];
  const whole = files.filter(({ span }) => span === 'all');
  return {
    '@id': `${origin}/${register.id}`,
    '@type': 'dcat:Dataset',
    'dct:title': inLanguages(zh.name, en.name),
    'dct:description': inLanguages(zh.what, en.what),
    'dct:identifier': register.id,
    'dct:publisher': publisher(portal),
    'dct:license': { '@id': licenceOf(portal) },
    'dcat:landingPage': { '@id': `${origin}/${register.id}` },
    'dct:spatial': { '@type': 'dct:Location', 'dct:identifier': CITY, 'skos:prefLabel': regionName(CITY, 'zh') },
    ...(whole.length > 0 && {
      'dct:temporal': period(
        whole.map(({ from }) => from).toSorted()[0]!,
        whole
          .map(({ to }) => to)
          .toSorted()
          .at(-1)!,
      ),
    }),
    'dcat:distribution': files.map((file) => distribution(portal, file)),
  };
}

function distribution(portal: Portal, file: DataFile): object {
  return {
    '@id': file.url,
    '@type': 'dcat:Distribution',
    'dct:title': file.name,
    'dct:description': labels('zh').openData.formats[file.format],
    'dcat:accessURL': { '@id': `${portal.settings.origin}/data?register=${file.register}` },
    'dcat:downloadURL': { '@id': file.url },
    'dcat:mediaType': { '@id': MEDIA_TYPES + file.mediaType },
    ...(file.compressFormat && { 'dcat:compressFormat': { '@id': MEDIA_TYPES + file.compressFormat } }),
    'dcat:byteSize': { '@type': 'xsd:nonNegativeInteger', '@value': String(file.size) },
    'spdx:checksum': {
      '@type': 'spdx:Checksum',
      'spdx:algorithm': { '@id': 'spdx:checksumAlgorithm_sha256' },
      'spdx:checksumValue': { '@type': 'xsd:hexBinary', '@value': file.sha256 },
    },
    'dct:modified': instant(file.writtenAt),
    'dct:temporal': period(file.from, file.to),
    'dct:license': { '@id': licenceOf(portal) },
  };
}

function publisher(portal: Portal): object {
  return {
    '@type': 'foaf:Organization',
    'foaf:name': publisherOf(portal),
    'foaf:homepage': { '@id': portal.settings.origin },
  };
}

function period(from: string, to: string): object {
  return { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(from), 'dcat:endDate': day(to) };
}

function inLanguages(zh: string, en: string): object[] {
  return [
    { '@language': 'zh-Hans', '@value': zh },
    { '@language': 'en', '@value': en },
  ];
}

function day(value: string): object {
  return { '@type': 'xsd:date', '@value': value };
}

function instant(value: string): object {
  return { '@type': 'xsd:dateTime', '@value': value };
}
