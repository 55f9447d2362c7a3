import { createServer } from 'node:http';

const USAGE = { prompt_tokens: 21, completion_tokens: 7, total_tokens: 28 };
const CREATED = 1_790_000_000;

const completion = ({ model }) => ({
  id: 'chatcmpl-kettle', object: 'chat.completion', created: CREATED, model,
  choices: [{
    index: 0, logprobs: null, finish_reason: 'stop',
    message: { role: 'assistant', content: 'It boils at 100 °C.', refusal: null, annotations: [] },
  }],
  usage: USAGE, system_fingerprint: 'fp_kettle',
});

const chunk = (model, delta, more = {}) => ({
  id: 'chatcmpl-kettle', object: 'chat.completion.chunk', created: CREATED, model,
  choices: [{ index: 0, delta, logprobs: null, finish_reason: null }], ...more,
});

const chunks = ({ model }) => [
  chunk(model, { role: 'assistant', content: '' }),
  chunk(model, { content: 'It boils ' }),
  chunk(model, { content: 'at 100 °C.' }),
  { ...chunk(model, {}), choices: [{ index: 0, delta: {}, logprobs: null, finish_reason: 'stop' }] },
  { ...chunk(model, {}), choices: [], usage: USAGE },
];

const embedding = ({ model }) => ({
  object: 'list', model, data: [{ object: 'embedding', index: 0, embedding: [0.25, -0.5, 0.125] }],
  usage: { prompt_tokens: 4, total_tokens: 4 },
});

const refusal = {
  error: { message: 'Rate limit reached for requests', type: 'requests', param: null, code: 'rate_limit_exceeded' },
};

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return JSON.parse(Buffer.concat(parts).toString());
}

function stream(response, events) {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  [...events.map((event) => JSON.stringify(event)), '[DONE]'].forEach((data) => response.write(`data: ${data}\n\n`));
  response.end();
}

function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

async function answer(request, response) {
  const asked = await bodyOf(request);
  if (asked.model === 'busy') json(response, 429, refusal);
  else if (request.url.endsWith('/embeddings')) json(response, 200, embedding(asked));
  else if (asked.stream) stream(response, chunks(asked));
  else json(response, 200, completion(asked));
}

/** Stands in for OpenAI and answers in its shapes; the model `busy` is one it has no room for. */
export async function serveOpenAI() {
  const server = createServer(answer);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${server.address().port}/v1`,
    close: () => { server.closeAllConnections(); server.close(); },
  };
}
