import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { eventually, read, sightline } from '../lib/sightline.mjs';

const { token, other } = sightline;

async function post(path, body, type = 'text/plain') {
  const answer = await fetch(sightline.url + path, { method: 'POST', headers: { 'content-type': type }, body });
  return `${answer.status} ${await answer.text()}`;
}

const OK = '200 {"status":"Ok"}';
const event = (members = {}) => ({ event: 'odd', distinct_id: 'ada', properties: { token }, ...members });
const snapshot = (members, items = [{ type: 3, data: { source: 1, positions: [] }, timestamp: Date.now() }]) => ({
  event: '$snapshot', properties: { token, distinct_id: 'ada', $session_id: 's', $snapshot_data: items, ...members },
});
const gzip = (value) => gzipSync(JSON.stringify(value));

/** A gigabyte of zeros in a megabyte: gzip takes members one after the other. */
const gigabyte = () => Buffer.concat(Array(1024).fill(gzipSync(Buffer.alloc(1 << 20))));

const refusals = [
  ['truncated gzip', '/batch/', gzip({ api_key: token, batch: [event()] }).subarray(0, -9), '400 failed to parse request: invalid gzip'],
  ['base64 that is none', '/e/?compression=base64', 'a-b!', '400 failed to parse request: invalid base64'],
  ['a gigabyte from one megabyte', '/s/', gigabyte(), '413 maximum event size exceeded'],
  ['mixed tokens', '/batch/', JSON.stringify([event(), event({ properties: { token: other.token } })]),
    '401 batch submitted with inconsistent api_key values'],
  ['mixed tokens of snapshots', '/s/', JSON.stringify([snapshot(), snapshot({ token: other.token })]),
    '401 batch submitted with inconsistent api_key values'],
  ['a session id of 200 characters', '/s/', JSON.stringify(snapshot({ $session_id: 'a'.repeat(200) })),
    '400 replay event has invalid session id'],
];

for (const [what, path, body, answer] of refusals) {
  test(`HTTP 1.1: ${what}`, async () => assert.equal(await post(path, body), answer));
}

test('HTTP 1.1: a token of another project reaches that project only', async () => {
  const uuid = crypto.randomUUID();
  assert.equal(await post('/e/', JSON.stringify(event({ uuid, properties: { token: other.token } }))), OK);

  const stored = await eventually(() => read(`events/${uuid}/`, other));
  assert.equal(stored.event, 'odd');
  await assert.rejects(read(`events/${uuid}/`), /404/);
});

test('HTTP 1.1: ten thousand events in a batch', async () => {
  const ada = `ada-${crypto.randomUUID()}`;
  const batch = Array.from({ length: 10_000 }, (_, n) => ({
    uuid: crypto.randomUUID(), event: 'step', distinct_id: ada, properties: { n },
  }));
  // A busy server asks to come again, as clients do; what comes twice is stored once.
  await eventually(async () => assert.equal(await post('/batch/', gzip({ api_key: token, batch }), 'application/json'), OK));

  await eventually(async () => {
    const { results } = await read(`events/?distinct_id=${ada}&limit=1&offset=9999`);
    assert.equal(results.length, 1);
  });
  assert.deepEqual((await read(`events/?distinct_id=${ada}&limit=1&offset=10000`)).results, []);
});

test('HTTP 1.1: times of 1970 and 2099', async () => {
  const [old, late] = [crypto.randomUUID(), crypto.randomUUID()];
  const batch = [event({ uuid: old, timestamp: '1970-01-01T00:00:00Z' }), event({ uuid: late, timestamp: '2099-01-01T00:00:00Z' })];
  assert.equal(await post('/batch/', JSON.stringify({ api_key: token, batch })), OK);

  const stored = await eventually(() => read(`events/${late}/`));
  assert.ok(Math.abs(Date.parse(stored.timestamp) - Date.now()) < 300_000, stored.timestamp);
  await assert.rejects(read(`events/${old}/`), /404/);
});

test('HTTP 1.1: a recording that changes its distinct id keeps the first', async () => {
  const $session_id = crypto.randomUUID();
  const at = (timestamp) => [{ type: 3, data: { source: 2, type: 2, id: 1 }, timestamp }];
  assert.equal(await post('/s/', JSON.stringify(snapshot({ $session_id, distinct_id: 'anonymous' }, at(Date.now() - 1000)))), OK);
  await eventually(() => read(`session_recordings/${$session_id}/`));
  assert.equal(await post('/s/', JSON.stringify(snapshot({ $session_id, distinct_id: 'ada' }, at(Date.now())))), OK);

  const recording = await eventually(async () => {
    const found = await read(`session_recordings/${$session_id}/`);
    assert.equal(found.click_count, 2);
    return found;
  });
  assert.equal(recording.distinct_id, 'anonymous');
});
