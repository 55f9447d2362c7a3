import assert from 'node:assert/strict';
import { gunzipSync } from 'node:zlib';
import { eventually, read } from './sightline.mjs';

const MOST_KEYS = 20;

/** The recording once it holds so many items as were sent. */
export const recorded = (session, wanted) => eventually(async () => {
  const recording = await read(`session_recordings/${session}/`);
  const items = await itemsOf(session);
  assert.equal(items.length, wanted);
  return { recording, items };
});

/** The rrweb items of a session as the API gives them to a player, in the order of time. */
async function itemsOf(session) {
  const { sources } = await read(`session_recordings/${session}/snapshots/`);
  const lines = [];
  for (let from = 0; from < sources.length; from += MOST_KEYS) {
    const to = Math.min(from + MOST_KEYS, sources.length) - 1;
    lines.push(await read(
      `session_recordings/${session}/snapshots/?source=blob_v2&start_blob_key=${from}&end_blob_key=${to}`));
  }
  return lines.join('').trim().split('\n')
    .map((line) => JSON.parse(line)[1])
    .sort((a, b) => a.timestamp - b.timestamp);
}

const unzip = (text) => JSON.parse(gunzipSync(Buffer.from(text, 'latin1')).toString('utf8'));

const unzipped = (data) => (typeof data === 'string'
  ? unzip(data)
  : Object.fromEntries(Object.entries(data).map(([name, value]) => [
    name, ['texts', 'attributes', 'removes', 'adds'].includes(name) && typeof value === 'string' ? unzip(value) : value,
  ])));

/** The item as rrweb's player takes it: posthog-js compresses parts of some, marked by `cv`. */
export const playable = (item) => (item.cv === '2024-10' ? { ...item, data: unzipped(item.data) } : item);

const INCREMENTAL = 3;
const CLICKS = [2, 3, 4, 9];

const count = (items, test) => items.filter(test).length;
const incremental = (item, ...sources) => item.type === INCREMENTAL && sources.includes(item.data.source);
const console = (item, ...levels) => item.data?.plugin === 'rrweb/console@1' && levels.includes(item.data.payload.level);

/** What a recording of these items must be counted as (spec of the recordings API). */
export const counted = (items) => ({
  click_count: count(items, (item) => incremental(item, 2) && CLICKS.includes(item.data.type)),
  keypress_count: count(items, (item) => incremental(item, 5)),
  mouse_activity_count: count(items, (item) => incremental(item, 1, 2, 6)),
  console_warn_count: count(items, (item) => console(item, 'warn', 'countReset')),
  console_error_count: count(items, (item) => console(item, 'error', 'assert')),
});
