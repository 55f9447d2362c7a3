import assert from 'node:assert/strict';
import { fileURLToPath } from 'node:url';
import { test } from 'node:test';
import { createConfig, lint } from '@redocly/openapi-core';
import { named } from '../lib/versions.mjs';

const DOCUMENT = fileURLToPath(new URL('../../openapi.yaml', import.meta.url));

/** The server of the document is the local stack, and the contract has deletions that are never allowed. */
const RULES = { 'no-server-example.com': 'off', 'operation-2xx-response': 'off' };

test(`${named('@redocly/openapi-core')}: finds nothing to complain of in the OpenAPI document`, async () => {
  const config = await createConfig({ extends: ['recommended-strict'], rules: RULES });
  const findings = await lint({ ref: DOCUMENT, config });
  assert.deepEqual(findings.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`), []);
});
