import type { NoticeInput } from '../../../registers/notice.ts';
import type { Format } from '../format.ts';

/** A notice as this portal writes it: `import --schema` prints its schema. */
export const native: Format = {
  id: 'native',
  objects: {
    recognise: (value) => 'register' in value || 'kind' in value || 'publishedAt' in value,
    items: (value, place) => [
      { row: place ?? 1, format: 'native', notice: value as unknown as NoticeInput, problems: [], raw: value },
    ],
  },
};
