import { setTimeout as sleep } from 'node:timers/promises';

const PATIENCE_MS = 90_000;
const PAUSE_MS = 250;

/** The stack under test; the environment says where it is, and the keys are those of its demo directory. */
export const sightline = {
  url: process.env.SIGHTLINE_URL ?? 'http://127.0.0.1:8000',
  project: 1,
  token: 'phc_local',
  key: 'phx_local',
  other: { project: 2, token: 'phc_other', key: 'phx_other' },
};

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Calls the API of a project as an API client does. Resolves with `{status, body}`; the body is text if it is no JSON. */
export async function call(method, path, { body, project = sightline.project, key = sightline.key } = {}) {
  const answer = await fetch(`${sightline.url}/api/projects/${project}/${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  return { status: answer.status, body: parsed(await answer.text()) };
}

/** The body of a GET that has to succeed. */
export async function read(path, options) {
  const { status, body } = await call('GET', path, options);
  if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${JSON.stringify(body)}`);
  return body;
}

/** Repeats a check until it throws nothing any more, and gives what it resolves with. */
export async function eventually(check, patience = PATIENCE_MS) {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(PAUSE_MS);
    }
  }
}
