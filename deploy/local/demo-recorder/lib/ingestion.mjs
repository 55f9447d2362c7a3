import { gunzipSync } from 'node:zlib';

/** What PostHog's remote config must say so that posthog-js records everything the demo is about. */
const config = {
  token: 'phc_local',
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  captureDeadClicks: true,
  capturePerformance: { network_timing: true, web_vitals: false },
  autocapture_opt_out: false,
  autocaptureExceptions: true,
  errorTracking: { autocaptureExceptions: true, suppressionRules: [] },
  analytics: { endpoint: '/i/v0/e/' },
  elementsChainAsString: true,
  heatmaps: false,
  surveys: false,
  defaultIdentifiedOnly: true,
  sessionRecording: {
    endpoint: '/s/',
    recorderVersion: 'v2',
    consoleLogRecordingEnabled: true,
    networkPayloadCapture: { recordHeaders: false, recordBody: false },
  },
};

const script = `(window._POSTHOG_REMOTE_CONFIG ??= {})['phc_local'] = ${JSON.stringify({ config, siteApps: [] })};`;

/** Answers to the requests of posthog-js that are not ingestion, by path. */
export const configAnswers = {
  '/array/phc_local/config': { type: 'application/json', body: JSON.stringify({ ...config, siteApps: [] }) },
  '/array/phc_local/config.js': { type: 'text/javascript', body: script },
  '/flags/': { type: 'application/json', body: '{"flags":{},"errorsWhileComputingFlags":false}' },
};

const KEPT_HEADERS = ['content-type', 'content-encoding', 'user-agent'];

export const isIngestion = (path) => ['/e/', '/i/v0/e/', '/s/'].includes(path);

const isGzip = (bytes) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function decode(bytes) {
  if (isGzip(bytes)) return { how: ['gunzip(magic)'], json: JSON.parse(gunzipSync(bytes)) };
  return { how: [], json: JSON.parse(bytes) };
}

/** One line of the recording, in the format of recorded SDK requests. */
export function toRecord({ method, url, headers }, bytes) {
  const kept = KEPT_HEADERS.filter((name) => headers[name]).map((name) => [name, headers[name]]);
  return { t: Date.now(), method, url, headers: Object.fromEntries(kept), ...decode(bytes) };
}

/** The events of one request, whichever of the three body shapes it has. */
export const eventsOf = ({ json }) => json.batch ?? [json].flat();

export const sessionOf = (record) => eventsOf(record)[0].properties.$session_id;
