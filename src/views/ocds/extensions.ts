import type { OcdsExtension, Shape } from '../../registers/extension.ts';
import { registers } from '../../registers/registers.ts';
import { procedure } from './procedure.ts';
import { STANDARD } from './standard.ts';

/** Our extensions: the procedure that all registers share, and what each register is about. */
export const EXTENSIONS: readonly OcdsExtension[] = [
  procedure,
  ...registers.flatMap(({ ocds }) => (ocds?.extension ? [ocds.extension] : [])),
];

/** The standard with what the extensions add: all that may leave. */
export const SHAPES: Readonly<Record<string, Shape>> = EXTENSIONS.reduce<Record<string, Shape>>(
  (shapes, { definitions }) => {
    for (const [name, added] of Object.entries(definitions))
      shapes[name] = {
        ...shapes[name],
        ...Object.fromEntries(Object.entries(added).map(([member, { type }]) => [member, type])),
      };
    return shapes;
  },
  { ...STANDARD },
);
