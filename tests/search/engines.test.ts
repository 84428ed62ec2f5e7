import { lists } from './lists.ts';
import { words } from './words.ts';
import { ENGINES } from './world.ts';

/** One suite for all engines: the embedded one, the double, and the server at MEILI_URL where there is one. */
for (const engine of ENGINES) {
  words(engine);
  lists(engine);
}
