import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { test } from 'node:test';
import { cli } from '../lib/cli.mjs';
import { eventually, read, sightline } from '../lib/sightline.mjs';
import { named } from '../lib/versions.mjs';

const client = named('@posthog/cli');

async function send(path, body) {
  const answer = await fetch(sightline.url + path, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: gzipSync(JSON.stringify(body)) });
  assert.equal(answer.status, 200);
}

/** A recording of a visit and the event that belongs to it, without which nobody looks at it. */
async function record() {
  const session = crypto.randomUUID();
  const now = Date.now();
  const click = { type: 3, data: { source: 2, type: 2, id: 1, x: 1, y: 1 } };
  const items = [
    { type: 4, data: { href: 'http://shop.example/', width: 800, height: 600 }, timestamp: now - 2000 },
    { ...click, timestamp: now - 1000 },
    { ...click, timestamp: now },
  ];
  const properties = { token: sightline.token, distinct_id: 'ada', $session_id: session };
  const uuid = crypto.randomUUID();
  await send('/e/', { uuid, event: '$pageview', properties });
  await send('/s/', [{ event: '$snapshot', properties: { ...properties, $snapshot_data: items } }]);
  await eventually(() => read(`events/${uuid}/`));
  await eventually(() => read(`session_recordings/${session}/`));
  return session;
}

test(`${client}: a scanner is made, used and deleted`, async () => {
  const session = await record();
  const made = await cli('vision-scanners-create', {
    name: `Trouble ${session}`, scanner_type: 'monitor', scanner_config: { prompt: 'Any error?' },
    query: { kind: 'RecordingsQuery' }, model: 'gemini-3-flash-preview', enabled: false,
  });
  const { workflow_id } = await cli('vision-scanners-scan-session', { id: made.id, session_id: session });
  assert.match(workflow_id, new RegExp(session));
  await eventually(async () => {
    const { results } = await read(`vision/scanners/${made.id}/observations/`);
    assert.equal(results[0]?.status, 'succeeded');
  });
  const { results: [listed] } = await cli('vision-scanners-observations-list', { scanner_id: made.id });
  assert.equal(listed.session_id, session);
  const estimate = await cli('vision-scanners-estimate-create', { query: { kind: 'RecordingsQuery' }, sampling_rate: 0.5 });
  assert.equal(estimate.sampling_rate, 0.5);
  await cli('vision-scanners-delete', { id: made.id });
  await assert.rejects(read(`vision/scanners/${made.id}/`), /404/);
});

test(`${client}: a recording is retrieved`, async () => {
  const session = await record();
  const recording = await cli('session-recording-get', { id: session });
  assert.equal(recording.id, session);
  assert.equal(recording.click_count, 2);
});

test(`${client}: recordings are asked for by a query`, async () => {
  const session = await record();
  const { results } = await cli('query-session-recordings-list', { session_ids: [session], order: 'click_count', limit: 5 });
  assert.deepEqual(results.map(({ id, click_count }) => [id, click_count]), [[session, 2]]);

  const properties = [{ type: 'recording', key: 'click_count', value: 2, operator: 'gt' }];
  assert.deepEqual((await cli('query-session-recordings-list', { session_ids: [session], properties })).results, []);
});

test(`${client}: the inbox is listed and an evaluation in Hog is made`, async () => {
  assert.ok(Array.isArray((await cli('inbox-reports-list', { limit: 1 })).results));
  const made = await cli('llma-evaluation-create', {
    name: `Boiling ${crypto.randomUUID()}`, evaluation_type: 'hog', evaluation_config: { source: 'return true' },
    output_type: 'boolean', output_config: {}, enabled: false, conditions: [],
  });
  assert.equal((await read(`evaluations/${made.id}/`)).name, made.name);
});

test(`${client}: a key nobody has is told so`, async () => {
  await assert.rejects(cli('vision-scanners-list', {}, { key: 'phx_nobody' }), ({ stderr, stdout }) => {
    assert.match(stderr + stdout, /INVALID_API_KEY/);
    return true;
  });
});
