import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { sessionOf } from './lib/ingestion.mjs';
import { readRecords } from './lib/recording.mjs';
import { scenarios } from './lib/scenarios.mjs';
import { serve } from './lib/server.mjs';
import { Visitor, seeded } from './lib/visitor.mjs';

const OUT = new URL('../demo-sessions/', import.meta.url);
const SESSIONS = new URL('sessions.jsonl.gz', OUT);
const TRUTHS = new URL('scenarios.json', OUT);
const AT_ONCE = 2;
// posthog-js sends its queues every three seconds and the rest on unload.
const LAST_REQUESTS_MS = 1500;
const VIEWPORTS = [{ width: 1280, height: 800 }, { width: 1440, height: 900 }, { width: 1100, height: 720 }];

const named = process.argv.slice(2);
const chosen = named.length === 0 ? scenarios : scenarios.filter(({ scenario }) => named.includes(scenario));

const launch = (port) => chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
    // posthog-js records no network on localhost, hence the invented host.
    `--host-resolver-rules=MAP shop.example:80 127.0.0.1:${port}`,
  ],
});

async function openContext(browser, { visitor }, index) {
  const context = await browser.newContext({ viewport: VIEWPORTS[index % VIEWPORTS.length], locale: 'en-GB' });
  await context.addCookies([{ name: 'visitor', value: visitor, url: 'http://shop.example' }]);
  return context;
}

async function record(browser, scenario, index) {
  const context = await openContext(browser, scenario, index);
  const page = await context.newPage();
  await scenario.visit(new Visitor(page, seeded(index + 1)));
  const sessionId = await page.evaluate(() => window.posthog.get_session_id());
  await page.goto('about:blank');
  await sleep(LAST_REQUESTS_MS);
  await context.close();
  console.log('recorded', scenario.scenario, sessionId);
  return { ...scenario, sessionId };
}

async function attempt(browser, index, scenario) {
  try {
    return await record(browser, scenario, index);
  } catch (error) {
    console.error('failed', scenario.scenario, error);
    process.exitCode = 1;
    return undefined;
  }
}

/** Records the chosen scenarios, a few at once; one that fails is reported and left out. */
async function recordAll(browser) {
  const waiting = [...scenarios.entries()].filter(([, scenario]) => chosen.includes(scenario));
  const done = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      done.push(await attempt(browser, ...next));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return done.filter(Boolean);
}

const linesOf = ({ scenario, session_id }, records) => records
  .filter((line) => sessionOf(line) === session_id)
  .map((line) => JSON.stringify({ ...line, scenario }));

const truthOf = ({ scenario, sessionId, visitor, title, what_happens, expected, too_short }) =>
  ({ scenario, session_id: sessionId, distinct_id: visitor, title, what_happens, expected, too_short });

const inOrder = (session, other) => session.distinct_id.localeCompare(other.distinct_id);

/** What was recorded before and is to stay, because this run was asked for other scenarios. */
async function kept() {
  if (chosen.length === scenarios.length) return { truths: [], records: [] };
  const stays = ({ scenario }) => chosen.every((other) => other.scenario !== scenario);
  const truths = JSON.parse(await readFile(TRUTHS, 'utf8'));
  return { truths: truths.filter(stays), records: (await readRecords(SESSIONS)).filter(stays) };
}

async function save(sessions, records) {
  const before = await kept();
  const truths = [...before.truths, ...sessions.map(truthOf)].sort(inOrder);
  const lines = truths.flatMap((truth) => linesOf(truth, [...before.records, ...records]));
  await mkdir(OUT, { recursive: true });
  await writeFile(SESSIONS, gzipSync(`${lines.join('\n')}\n`, { level: 9 }));
  await writeFile(TRUTHS, `${JSON.stringify(truths, null, 2)}\n`);
  console.log('saved', lines.length, 'requests of', truths.length, 'sessions');
}

const records = [];
const server = await serve(records);
const browser = await launch(server.port);
try {
  await save(await recordAll(browser), records);
} finally {
  await browser.close();
  server.close();
}
