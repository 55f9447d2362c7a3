import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { eventsOf } from './ingestion.mjs';

const ACTIVE_SOURCES = new Set([1, 2, 3, 4, 5, 6, 7, 12]);
const ACTIVITY_GAP_MS = 5000;

const FULL_SNAPSHOT = 2;
const INCREMENTAL = 3;
const PLUGIN = 6;
const CLICK = 2;

/** Reads the lines of a recording (a gzipped JSON Lines file). */
export async function readRecords(file) {
  const text = gunzipSync(await readFile(file)).toString('utf8');
  return text.trimEnd().split('\n').map((line) => JSON.parse(line));
}

/** Undoes posthog-js's partial compression, where each character of a string stands for one gzip byte. */
const inflate = (text) => JSON.parse(gunzipSync(Buffer.from(text, 'latin1')));

const inflateStrings = (data) => Object.fromEntries(
  Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? inflate(value) : value]));

function decode(item) {
  if (item.cv !== '2024-10') return item;
  return { ...item, data: typeof item.data === 'string' ? inflate(item.data) : inflateStrings(item.data) };
}

export const isActive = ({ type, data }) => type === INCREMENTAL && ACTIVE_SOURCES.has(data.source);
export const isFullSnapshot = ({ type }) => type === FULL_SNAPSHOT;
export const hasSource = ({ type, data }, source) => type === INCREMENTAL && data.source === source;
export const isClick = (item) => hasSource(item, 2) && item.data.type === CLICK;
export const isInput = (item) => hasSource(item, 5);

const plugin = (name) => ({ type, data }) => type === PLUGIN && data.plugin === name;
const isConsole = plugin('rrweb/console@1');
const isNetwork = plugin('rrweb/network@1');

export const isConsoleError = (item) => isConsole(item) && ['error', 'assert'].includes(item.data.payload.level);

export const requestsOf = (item) => (isNetwork(item) ? item.data.payload.requests : []);

export const isFailure = (request) => (request.status ?? request.responseStatus) >= 400;

const byTime = (left, right) => left.timestamp - right.timestamp;

const snapshotItems = (record) => eventsOf(record)
  .filter(({ event }) => event === '$snapshot')
  .flatMap(({ properties }) => properties.$snapshot_data.map(decode));

/** What one session sent: recorded items by request (`blocks`), all of them in order (`items`), and events. */
export function session(records) {
  const blocks = records.map(snapshotItems).filter((items) => items.length > 0).map((items) => items.sort(byTime));
  const events = records.flatMap(eventsOf).filter(({ event }) => event !== '$snapshot');
  return { blocks, items: blocks.flat().sort(byTime), events };
}

const startsSegment = (segment, item) => !segment
  || (isActive(item) && !segment.active)
  || (segment.active && item.timestamp - segment.lastActive > ACTIVITY_GAP_MS);

function segmentsOf(items) {
  const segments = [];
  for (const item of items) {
    if (startsSegment(segments.at(-1), item)) segments.push({ first: item.timestamp, active: isActive(item) });
    const segment = segments.at(-1);
    segment.last = item.timestamp;
    if (isActive(item)) segment.lastActive = item.timestamp;
  }
  return segments;
}

const activeMs = (items) => segmentsOf(items)
  .filter(({ active }) => active)
  .reduce((total, { first, last }) => total + Math.max(1, last - first), 0);

const count = (items, test) => items.filter(test).length;

/** The session's numbers by the rules of PostHog's recording metadata; each request counts as one block. */
export function measure({ blocks, items, events }) {
  return {
    seconds: Math.floor((items.at(-1).timestamp - items[0].timestamp) / 1000),
    active: Math.floor(blocks.reduce((total, block) => total + activeMs(block), 0)) / 1000,
    clicks: count(items, isClick),
    keys: count(items, isInput),
    pages: count(items, isFullSnapshot),
    errors: count(items, isConsoleError),
    failed: count(items.flatMap(requestsOf), isFailure),
    events: [...new Set(events.map(({ event }) => event))],
  };
}
