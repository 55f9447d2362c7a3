import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PostHog } from 'posthog-node';
import { read, sightline } from '../lib/sightline.mjs';
import { assertBatches, assertStored } from '../lib/stored.mjs';
import { named } from '../lib/versions.mjs';
import { Wire } from '../lib/wire.mjs';

const client = named('posthog-node');

async function open(t, options = {}) {
  const wire = await Wire.open();
  const posthog = new PostHog(sightline.token, { host: wire.url, ...options });
  t.after(async () => { await posthog.shutdown(); wire.close(); });
  return { wire, posthog };
}

test(`${client}: events, identities and groups are stored as sent`, async (t) => {
  const { wire, posthog } = await open(t);
  const ada = `ada-${crypto.randomUUID()}`;
  posthog.identify({ distinctId: ada, properties: { plan: 'pro', $set_once: { first_seen: 'server' } } });
  posthog.alias({ distinctId: ada, alias: `${ada}-phone` });
  posthog.groupIdentify({ groupType: 'company', groupKey: 'acme', properties: { size: 3 }, distinctId: ada });
  const properties = { total: 12.5, big: 9007199254740991, nothing: null, list: [1, { deep: 'ü' }], text: '\u{1F600}' };
  posthog.capture({ distinctId: ada, event: 'order placed', properties, groups: { company: 'acme' } });
  await posthog.shutdown();

  assert.deepEqual(wire.refused, []);
  const stored = await assertBatches(wire);
  assert.deepEqual(stored.map(({ event }) => event), ['$identify', '$create_alias', '$groupidentify', 'order placed']);
  assert.deepEqual(stored[3].properties.$groups, { company: 'acme' });
});

// The times are far apart: a server corrects the clock of each request by itself, and requests take their time.
const APART_MS = 30_000;

test(`${client}: a thousand events keep their order`, async (t) => {
  const { wire, posthog } = await open(t, { flushAt: 100 });
  const ada = `ada-${crypto.randomUUID()}`;
  const start = Date.now() - 1000 * APART_MS;
  for (let n = 0; n < 1000; n += 1) {
    posthog.capture({ distinctId: ada, event: 'step', properties: { n }, timestamp: new Date(start + n * APART_MS) });
  }
  await posthog.shutdown();

  assert.deepEqual(wire.refused, []);
  for (const batch of wire.batches) await assertStored([batch.at(-1)]);
  const { results } = await read(`events/?distinct_id=${ada}&limit=1000`);
  assert.deepEqual(results.map(({ properties }) => properties.n), Array.from({ length: 1000 }, (_, n) => 999 - n));
});

test(`${client}: old events come in by the historical migration`, async (t) => {
  const { wire, posthog } = await open(t, { historicalMigration: true });
  const ada = `ada-${crypto.randomUUID()}`;
  const timestamp = new Date(Date.now() - 30 * 86_400_000);
  posthog.capture({ distinctId: ada, event: 'long ago', timestamp });
  await posthog.shutdown();

  const [stored] = await assertBatches(wire);
  assert.ok(Math.abs(Date.parse(stored.timestamp) - timestamp) < 60_000, stored.timestamp);
});

test(`${client}: exceptions are stored`, async (t) => {
  const { wire, posthog } = await open(t);
  posthog.captureException(new Error('the kettle is dry'), `ada-${crypto.randomUUID()}`);
  await posthog.shutdown();

  const [stored] = await assertBatches(wire);
  assert.equal(stored.event, '$exception');
  assert.equal(stored.properties.$exception_list[0].value, 'the kettle is dry');
});

test(`${client}: flags are off, asked for remotely and locally`, async (t) => {
  const { wire, posthog } = await open(t, { personalApiKey: sightline.key, featureFlagsPollingInterval: 60_000 });
  await posthog.reloadFeatureFlags();
  assert.deepEqual(await posthog.getAllFlags('ada'), {});
  assert.ok(!await posthog.isFeatureEnabled('anything', 'ada'));

  assert.ok(wire.requests.some(({ path }) => path === '/flags/definitions'), 'no definitions were asked for');
  assert.deepEqual(wire.refused, []);
});
