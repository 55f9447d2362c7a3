import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { sightline } from './sightline.mjs';

const PROGRAM = fileURLToPath(new URL('../node_modules/@posthog/cli/lib/posthog-api-cli.mjs', import.meta.url));
const run = promisify(execFile);

/** Runs the command line's API part: what it printed, as JSON, or an error with what it complained of. */
export async function cli(tool, input = {}, { key = sightline.key } = {}) {
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    POSTHOG_CLI_HOST: sightline.url,
    POSTHOG_CLI_API_KEY: key,
    POSTHOG_CLI_PROJECT_ID: `${sightline.project}`,
  };
  const { stdout } = await run(
    process.execPath, [PROGRAM, 'call', '--json', '--confirm', tool, JSON.stringify(input)], { env, timeout: 120_000 });
  return stdout.trim() === '' ? {} : JSON.parse(stdout);
}
