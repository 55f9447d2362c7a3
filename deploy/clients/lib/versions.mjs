import { readFileSync } from 'node:fs';

/** A client and its version, as the package says it itself. */
export const named = (name) => {
  const manifest = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  return `${name} ${JSON.parse(readFileSync(manifest)).version}`;
};
