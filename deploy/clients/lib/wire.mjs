import { createServer, request as forward } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { eventually, sightline } from './sightline.mjs';

const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

const text = (bytes) => (isGzip(bytes) ? gunzipSync(bytes) : bytes).toString('utf8');

/** The JSON a client meant, however it wrapped it; undefined if the request carries none. */
function meaning({ headers }, bytes) {
  if (bytes.length === 0) return undefined;
  if (headers['content-type'] === 'application/x-www-form-urlencoded') {
    return JSON.parse(text(Buffer.from(new URLSearchParams(bytes.toString()).get('data'), 'base64')));
  }
  try {
    return JSON.parse(text(bytes));
  } catch {
    return undefined;
  }
}

async function bodyOf(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const pass = (request, bytes) => new Promise((resolve, reject) => {
  const { method, url, headers } = request;
  const { hostname, port } = new URL(sightline.url);
  // A connection each: one that is kept may be closed by the other side while it is taken up again.
  const onward = forward({ hostname, port, method, path: url, headers, agent: false }, resolve);
  onward.on('error', reject);
  onward.end(bytes);
});

const isCapture = (path) => ['/e', '/i/v0/e', '/batch', '/i/v0/ai/batch', '/capture', '/track'].includes(path);

/**
 * A wire between a client and Sightline that shows what went over it and changes nothing. `url` is the host to give the
 * client; `requests` are what it sent, each with its path, its decoded body and the answer's status.
 */
export class Wire {
  requests = [];
  #server;
  #last = Date.now();
  #open = 0;

  static async open() {
    const wire = new Wire();
    wire.#server = createServer((request, response) => wire.#carry(request, response));
    await new Promise((resolve) => { wire.#server.listen(0, '127.0.0.1', resolve); });
    wire.port = wire.#server.address().port;
    wire.url = `http://127.0.0.1:${wire.port}`;
    return wire;
  }

  async #carry(request, response) {
    const bytes = await bodyOf(request);
    const path = new URL(request.url, this.url).pathname.replace(/\/$/, '');
    const seen = { method: request.method, path, url: request.url, headers: request.headers, body: meaning(request, bytes) };
    this.requests.push(seen);
    this.#open += 1;
    try {
      const answer = await pass(request, bytes);
      seen.status = answer.statusCode;
      response.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(response);
    } catch (error) {
      seen.status = error.message;
      response.destroy();
    } finally {
      this.#open -= 1;
      this.#last = Date.now();
    }
  }

  /** Resolves when nothing has gone over the wire for so long. */
  quiet(milliseconds) {
    return eventually(() => {
      if (this.#open > 0 || Date.now() - this.#last < milliseconds) throw new Error('the client does not stop sending');
    });
  }

  /** Resolves when an event of this name has been sent. */
  sent(name) {
    return eventually(() => {
      if (!this.batches.flat().some(({ event }) => event === name)) throw new Error(`${name} was never sent`);
    });
  }

  /** The analytics events that were sent, a list for each request. */
  get batches() {
    return this.#posts(isCapture).map(({ body }) => body.batch ?? [body].flat());
  }

  /** The rrweb items that were sent. */
  get snapshots() {
    return this.#posts((path) => path === '/s')
      .flatMap(({ body }) => [body].flat())
      .flatMap(({ properties }) => properties.$snapshot_data);
  }

  /** What the server did not answer as a client wants it. */
  get refused() {
    return this.requests
      .filter(({ status }) => status !== 200 && status !== 204)
      .map(({ method, url, status }) => `${method} ${url}: ${status}`);
  }

  #posts(wanted) {
    return this.requests.filter(({ method, path }) => method === 'POST' && wanted(path));
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}
