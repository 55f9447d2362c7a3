import { readFile } from 'node:fs/promises';
import { behavioursOf } from './lib/behaviours.mjs';
import { eventsOf, isIngestion, sessionOf } from './lib/ingestion.mjs';
import { measure, readRecords, session } from './lib/recording.mjs';

// Bounds of the product: shorter or less active sessions are not watched.
const MIN_SECONDS = 20;
const MIN_ACTIVE = 11;
const MAX_BYTES = 2_000_000;

const demo = new URL('../demo-sessions/', import.meta.url);
const file = new URL('sessions.jsonl.gz', demo);
const scenarios = JSON.parse(await readFile(new URL('scenarios.json', demo)));
const records = await readRecords(file);

const tokenOf = ({ json }, event) => json.api_key ?? event.properties.token;

const foreignUrls = () => [...new Set(JSON.stringify(records).match(/https?:\/\/[^/"'\\\s]+/g))]
  .filter((url) => !['http://shop.example', 'http://www.w3.org'].includes(url));

function wrongTokens() {
  const used = records.flatMap((record) => eventsOf(record).map((event) => tokenOf(record, event)));
  return [...new Set(used)].filter((token) => token !== 'phc_local');
}

function fileProblems(bytes) {
  const known = new Set(scenarios.map(({ session_id }) => session_id));
  return [
    bytes > MAX_BYTES && `file has ${bytes} bytes`,
    records.some(({ url }) => !isIngestion(url.split('?')[0])) && 'a request is not ingestion',
    records.some((record) => !known.has(sessionOf(record))) && 'a request belongs to no scenario',
    ...foreignUrls().map((url) => `foreign address ${url}`),
    ...wrongTokens().map((token) => `token ${token}`),
  ].filter(Boolean);
}

function boundProblems({ seconds, active }, tooShort) {
  const enough = seconds >= MIN_SECONDS && active >= MIN_ACTIVE;
  if (tooShort) return [enough && 'meant to be too short'];
  return [!enough && 'too short or too little active'];
}

function truthProblems(expected, found) {
  return [
    ...expected.filter((name) => !found.includes(name)).map((name) => `${name} is absent`),
    ...found.filter((name) => !expected.includes(name)).map((name) => `${name} is there unannounced`),
  ];
}

function check({ scenario, session_id, distinct_id, expected, too_short }) {
  const own = records.filter((record) => record.scenario === scenario);
  const recorded = session(own);
  const measured = measure(recorded);
  const problems = [
    ...boundProblems(measured, too_short),
    ...truthProblems(expected, behavioursOf(recorded)),
    own.some((record) => sessionOf(record) !== session_id) && 'another session id',
    sessionOf(own[0]) && eventsOf(own[0])[0].properties.distinct_id !== distinct_id && 'another distinct id',
  ].filter(Boolean);
  return { scenario, measured, problems };
}

function print({ scenario, measured, problems }) {
  const { events, ...numbers } = measured;
  const cells = Object.values(numbers).map((value) => String(value).padStart(7));
  console.log(scenario.padEnd(26), ...cells, ' ', events.join(', '));
  problems.forEach((problem) => console.log('  PROBLEM:', problem));
}

const results = scenarios.map(check);
const headings = ['seconds', 'active', 'clicks', 'keys', 'pages', 'errors', 'failed'];
console.log('scenario'.padEnd(26), ...headings.map((text) => text.padStart(7)), ' ', 'events');
results.forEach(print);

const problems = fileProblems((await readFile(file)).length);
problems.forEach((problem) => console.log('PROBLEM:', problem));
if (problems.length > 0 || results.some((result) => result.problems.length > 0)) process.exitCode = 1;
