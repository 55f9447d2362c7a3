import assert from 'node:assert/strict';
import { eventually, read, sightline } from './sightline.mjs';

const distinctIdOf = (event) => event.distinct_id ?? event.properties.distinct_id;

/** The event as it was sent, in the members that the API answers. */
const expected = (event) => ({
  event: event.event,
  distinct_id: distinctIdOf(event),
  properties: {
    ...event.properties,
    ...(event.$set && { $set: event.$set }),
    ...(event.$set_once && { $set_once: event.$set_once }),
  },
});

const isAi = (name) => name.startsWith('$ai_');

/** What a server adds to AI events is its own affair: it makes them alike, whoever sent them. */
const withoutAdded = ({ event, properties }, sent) => Object.fromEntries(
  Object.entries(properties).filter(([name]) => Object.hasOwn(sent.properties, name) || !(isAi(event) && isAi(name))));

/** Checks that an event is stored as it was sent, and gives it as stored. */
async function check(event, { project, key } = sightline) {
  const { id, timestamp, ...stored } = await eventually(() => read(`events/${event.uuid}/`, { project, key }));
  const sent = expected(event);
  const { event: name, distinct_id } = stored;
  assert.deepEqual({ event: name, distinct_id, properties: withoutAdded(stored, sent) }, sent);
  return { id, timestamp, ...stored };
}

/** Checks that these events of one request are stored as sent and as far apart as sent. */
export async function assertStored(events, owner) {
  const stored = [];
  for (const event of events) stored.push(await check(event, owner));
  assertDistances(events, stored);
  return stored;
}

/** A server may correct the client's clock, but by the same amount for all events of a request. */
function assertDistances(events, stored) {
  const corrections = [...events.keys()]
    .filter((index) => events[index].timestamp)
    .map((index) => Date.parse(stored[index].timestamp) - Date.parse(events[index].timestamp));
  const [least, most] = [Math.min(...corrections), Math.max(...corrections)];
  assert.ok(corrections.length === 0 || most - least <= 1, `the clock was corrected by ${least} to ${most} ms`);
}

/** Checks that all events that went over a wire are stored as sent. */
export async function assertBatches({ batches }) {
  assert.notEqual(batches.length, 0, 'nothing was sent');
  const stored = [];
  for (const batch of batches) stored.push(...await assertStored(batch));
  return stored;
}
