import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { OpenAI } from '@posthog/ai/openai';
import { PostHogTraceExporter } from '@posthog/ai/otel';
import { SpanStatusCode } from '@opentelemetry/api';
import { BasicTracerProvider, SimpleSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { PostHog } from 'posthog-node';
import { serveOpenAI } from '../lib/openai.mjs';
import { call, eventually, read, sightline } from '../lib/sightline.mjs';
import { assertBatches } from '../lib/stored.mjs';
import { named } from '../lib/versions.mjs';
import { Wire } from '../lib/wire.mjs';

const client = named('@posthog/ai');
const QUESTION = [{ role: 'user', content: 'When does water boil?' }];

let model;
before(async () => { model = await serveOpenAI(); });
after(() => model.close());

/** What a wrapped OpenAI client sends while `use` talks to the model, once it is stored. */
async function observed(t, use, options = {}) {
  const wire = await Wire.open();
  const posthog = new PostHog(sightline.token, { host: wire.url, flushAt: 1, ...options });
  t.after(async () => { await posthog.shutdown(); wire.close(); });
  const openai = new OpenAI({ apiKey: 'sk-none', baseURL: model.url, maxRetries: 0, posthog });
  const ada = `ada-${crypto.randomUUID()}`;
  await use(openai, { posthogDistinctId: ada, posthogTraceId: crypto.randomUUID(), posthogProperties: { kettle: 'copper' } });
  // The wrapper captures after its answer has ended.
  await eventually(() => assert.notEqual(wire.batches.length, 0, 'nothing was sent'));
  await posthog.shutdown();
  assert.deepEqual(wire.refused, []);
  const stored = await assertBatches(wire);
  return { wire, ada, stored };
}

test(`${client}: an answer of the OpenAI wrapper`, async (t) => {
  const { ada, stored: [generation] } = await observed(t, (openai, meta) =>
    openai.chat.completions.create({ model: 'gpt-kettle', messages: QUESTION, temperature: 0.5, ...meta }));

  assert.equal(generation.event, '$ai_generation');
  assert.equal(generation.distinct_id, ada);
  const { properties } = generation;
  assert.deepEqual(properties.$ai_input, QUESTION);
  assert.equal(properties.$ai_output_choices[0].content[0].text ?? properties.$ai_output_choices[0].content, 'It boils at 100 °C.');
  assert.equal(properties.$ai_input_tokens, 21);
  assert.equal(properties.$ai_output_tokens, 7);
  assert.equal(properties.kettle, 'copper');
});

test(`${client}: a streamed answer of the OpenAI wrapper`, async (t) => {
  const { stored: [generation] } = await observed(t, async (openai, meta) => {
    const asked = { model: 'gpt-kettle', messages: QUESTION, stream: true, stream_options: { include_usage: true }, ...meta };
    let text = '';
    for await (const { choices } of await openai.chat.completions.create(asked)) text += choices[0]?.delta.content ?? '';
    assert.equal(text, 'It boils at 100 °C.');
  });

  assert.match(JSON.stringify(generation.properties.$ai_output_choices), /It boils at 100 °C\./);
  assert.equal(generation.properties.$ai_output_tokens, 7);
});

test(`${client}: an embedding of the OpenAI wrapper`, async (t) => {
  const { stored: [embedding] } = await observed(t, (openai, meta) =>
    openai.embeddings.create({ model: 'embed-kettle', input: 'water', ...meta }));

  assert.equal(embedding.event, '$ai_embedding');
  assert.equal(embedding.properties.$ai_input_tokens, 4);
});

test(`${client}: a failure of the model`, async (t) => {
  const { stored: [generation] } = await observed(t, (openai, meta) =>
    assert.rejects(openai.chat.completions.create({ model: 'busy', messages: QUESTION, ...meta }), /Rate limit/));

  assert.equal(generation.properties.$ai_is_error, true);
  assert.equal(generation.properties.$ai_http_status, 429);
});

test(`${client}: the batch route of AI events`, async (t) => {
  const { wire, stored } = await observed(t, (openai, meta) =>
    openai.chat.completions.create({ model: 'gpt-kettle', messages: QUESTION, ...meta }), { enableFullAiCapture: true });

  assert.ok(wire.requests.some(({ path }) => path === '/i/v0/ai/batch'), wire.requests.map(({ url }) => url).join());
  assert.equal(stored[0].event, '$ai_generation');
});

test(`${client}: a captured answer is what an evaluation sees`, async (t) => {
  const { stored: [generation] } = await observed(t, (openai, meta) =>
    openai.chat.completions.create({ model: 'gpt-kettle', messages: QUESTION, ...meta }));

  const { status, body } = await call('POST', 'evaluations/test_hog/', {
    body: { source: "print(event.uuid) return true", sample_count: 5, allows_na: false },
  });
  assert.equal(status, 200, JSON.stringify(body));
  assert.ok(body.results.some(({ event_uuid }) => event_uuid === generation.id), JSON.stringify(body));
});

test(`${client}: spans of the OpenTelemetry exporter`, async (t) => {
  const wire = await Wire.open();
  t.after(() => wire.close());
  const exporter = new PostHogTraceExporter({ apiKey: sightline.token, projectToken: sightline.token, host: wire.url });
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const ada = `ada-${crypto.randomUUID()}`;
  const span = provider.getTracer('kettle').startSpan('chat gpt-kettle', {
    attributes: {
      'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-kettle',
      'gen_ai.response.model': 'gpt-kettle-1', 'gen_ai.usage.input_tokens': 21, 'gen_ai.usage.output_tokens': 7,
      'posthog.distinct_id': ada,
    },
  });
  span.setStatus({ code: SpanStatusCode.OK });
  const { traceId, spanId } = span.spanContext();
  span.end();
  await provider.shutdown();

  assert.deepEqual(wire.refused, []);
  const stored = await eventually(async () => {
    const { results } = await read(`events/?distinct_id=${ada}`);
    assert.equal(results.length, 1);
    return results[0];
  });
  assert.equal(stored.event, '$ai_generation');
  assert.equal(stored.properties.$ai_trace_id, traceId);
  assert.equal(stored.properties.$ai_span_id, spanId);
  assert.equal(stored.properties.$ai_model, 'gpt-kettle-1');
  assert.equal(stored.properties.$ai_input_tokens, 21);
  assert.equal(stored.properties.$ai_output_tokens, 7);
});
