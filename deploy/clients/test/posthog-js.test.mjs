import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, servePages } from '../lib/browser.mjs';
import { counted, playable, recorded } from '../lib/recording.mjs';
import { replay } from '../lib/replay.mjs';
import { eventually, read, sightline } from '../lib/sightline.mjs';
import { assertBatches } from '../lib/stored.mjs';
import { Wire } from '../lib/wire.mjs';

const VERSIONS = ['1.434.18', '1.300.0', '1.200.0'];

let pages;
before(async () => { pages = await servePages(); });
after(() => pages.close());

/** Longer than a client collects what it sends together. */
const COLLECTING_MS = 4_000;

/** A visit: somebody looks, says who he is, types, buys, and leaves. Resolves with the session. */
async function visit(browser, wire, script, visitor) {
  const page = await browser.newPage();
  await page.goto(`http://shop.example/shop.html?token=${sightline.token}&script=${encodeURIComponent(script)}`);
  await page.waitForFunction(() => window.ready && posthog.sessionRecordingStarted());
  await page.evaluate(() => [1, 2, 3].forEach((n) => posthog.capture('kettle looked at', { n, nested: { deep: [n, null, 'ü'] } })));
  await page.locator('#name').pressSequentially('Ada');
  await page.evaluate((id) => posthog.identify(id, { plan: 'pro' }, { first_seen: 'shop' }), visitor);
  await page.locator('#buy').click();
  const session = await page.evaluate(() => posthog.get_session_id());
  await page.getByText('A copper kettle is in your basket').waitFor();
  // What is being compressed when a page goes away never arrives: leave when the client has nothing to send.
  await wire.sent('$autocapture');
  await wire.quiet(COLLECTING_MS);
  await page.goto('about:blank');
  await wire.sent('$pageleave');
  await wire.quiet(COLLECTING_MS / 4);
  await page.close();
  return session;
}

for (const version of VERSIONS) {
  const client = `posthog-js ${version}`;

  test(client, async (t) => {
    const wire = await Wire.open();
    const browser = await launch(pages, wire);
    t.after(async () => { await browser.close(); wire.close(); });
    const visitor = `ada-${crypto.randomUUID()}`;
    const session = await visit(browser, wire, `/static/${version}/array.js`, visitor);
    let items;

    await t.test(`${client}: loads itself and its recorder from the gateway`, () => {
      const loaded = wire.requests.filter(({ url }) => url.startsWith('/static/')).map(({ url }) => url);
      assert.ok(loaded.some((url) => /recorder/.test(url)), `no recorder among ${loaded}`);
      assert.deepEqual(wire.refused, []);
    });

    await t.test(`${client}: events are stored as sent`, async () => {
      const stored = await assertBatches(wire);
      const names = stored.map(({ event }) => event);
      for (const name of ['$pageview', 'kettle looked at', '$identify', '$autocapture', '$pageleave']) {
        assert.ok(names.includes(name), `${name} is missing among ${names}`);
      }
    });

    await t.test(`${client}: identities and their order are kept`, async () => {
      const looked = await read('events/?event=kettle%20looked%20at&limit=500');
      const own = looked.results.filter(({ properties }) => properties.$session_id === session);
      assert.deepEqual(own.map(({ properties }) => properties.n), [3, 2, 1]);
      const [identified] = (await read(`events/?event=%24identify&distinct_id=${visitor}`)).results;
      assert.equal(identified.properties.$anon_distinct_id, own[0].distinct_id);
      assert.deepEqual(identified.properties.$set, { plan: 'pro' });
    });

    await t.test(`${client}: a recording is counted as it was sent`, async () => {
      const sent = wire.snapshots;
      const { recording, items: stored } = await recorded(session, sent.length);
      items = stored.map(playable);
      assert.deepEqual(new Set(stored.map((item) => JSON.stringify(item))), new Set(sent.map((item) => JSON.stringify(item))));
      const { click_count, keypress_count, mouse_activity_count, console_warn_count, console_error_count } = recording;
      assert.deepEqual(
        { click_count, keypress_count, mouse_activity_count, console_warn_count, console_error_count }, counted(sent));
      // The first keys may come before the recorder listens.
      assert.ok(click_count === 1 && keypress_count >= 1 && console_error_count === 1, JSON.stringify(recording));
      assert.match(recording.start_url, /^http:\/\/shop\.example\/shop\.html/);
    });

    await t.test(`${client}: the recording is found by what its visitor did`, async () => {
      const events = encodeURIComponent(JSON.stringify([{ id: 'kettle looked at', type: 'events' }]));
      const sessions = encodeURIComponent(JSON.stringify([session]));
      const found = await eventually(async () => {
        const { results } = await read(`session_recordings/?events=${events}&session_ids=${sessions}`);
        assert.equal(results.length, 1);
        return results[0];
      });
      assert.equal(found.id, session);
      assert.equal(found.snapshot_library, 'web');
    });

    await t.test(`${client}: the recording plays in rrweb's player`, async () => {
      const { text, inputs, colours } = await replay(browser, items, `posthog-js-${version}`);
      assert.match(text, /Kettles, freshly boiled/);
      assert.match(text, /A copper kettle is in your basket/);
      assert.deepEqual(inputs, ['***']);
      assert.ok(colours > 10, `${colours} colours`);
    });
  });
}

test('posthog-js 1.434.18: one script with its configuration', async (t) => {
  const wire = await Wire.open();
  const browser = await launch(pages, wire);
  t.after(async () => { await browser.close(); wire.close(); });
  await visit(browser, wire, `/array/${sightline.token}/array.js`, `ada-${crypto.randomUUID()}`);

  assert.deepEqual(wire.requests.filter(({ path }) => path.endsWith('/config.js')), []);
  assert.deepEqual(wire.refused, []);
  await assertBatches(wire);
});
