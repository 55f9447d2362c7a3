import { buying } from './scenarios/buying.mjs';
import { broken } from './scenarios/broken.mjs';
import { wandering } from './scenarios/wandering.mjs';

const numbered = (scenario, index) => ({ ...scenario, visitor: `visitor-${String(index + 1).padStart(2, '0')}` });

/** Every scenario with its visitor's handle, in the order of recording. */
export const scenarios = [...buying, ...broken, ...wandering].map(numbered);
