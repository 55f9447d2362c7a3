import { withDom } from './dom.mjs';
import {
  hasSource, isActive, isClick, isConsoleError, isFailure, isFullSnapshot, isInput, requestsOf,
} from './recording.mjs';

const RAGE_CLICKS = 3;
const RAGE_MS = 1000;
const DEAD_MS = 2500;
const AFTER_CLICK_MS = 2000;
const IDLE_MS = 20_000;
const COMPLETING = ['order completed', 'signup completed'];

const clicksOf = ({ items }) => items.filter(isClick);

const followsClick = (session, time) =>
  clicksOf(session).some(({ timestamp }) => time >= timestamp && time - timestamp <= AFTER_CLICK_MS);

function rageClick(session) {
  const clicks = clicksOf(session);
  return clicks.some((click, at) => {
    const last = clicks[at + RAGE_CLICKS - 1];
    return last && last.timestamp - click.timestamp <= RAGE_MS
      && clicks.slice(at, at + RAGE_CLICKS).every(({ data }) => data.id === click.data.id);
  });
}

const isResponse = (item) => isFullSnapshot(item) || hasSource(item, 0) || isInput(item);

/** A click on anything but a form field, after which the page did not change although the visit went on. */
function deadClick({ items }) {
  const end = items.at(-1).timestamp - DEAD_MS;
  return withDom(items).some(({ item, dom }) => isClick(item) && item.timestamp < end
    && !dom.closest(item.data.id, 'input', 'label', 'textarea', 'select')
    && !items.some((later) => isResponse(later)
      && later.timestamp >= item.timestamp && later.timestamp - item.timestamp <= DEAD_MS));
}

const errorTimes = ({ items, events }) => [
  ...items.filter(isConsoleError).map(({ timestamp }) => timestamp),
  ...events.filter(({ event }) => event === '$exception').map(({ timestamp }) => Date.parse(timestamp)),
];

const failures = ({ items }) => items.flatMap(requestsOf).filter(isFailure);

/** A form that was typed into and none of whose buttons was clicked after that. */
function formAbandoned({ items }) {
  const steps = withDom(items);
  const formOf = ({ item, dom }) => dom.closest(item.data.id, 'form');
  const submits = steps.filter(({ item, dom }) => isClick(item) && dom.closest(item.data.id, 'button'));
  return steps.filter(({ item }) => isInput(item)).some((typed) => formOf(typed) !== undefined
    && !submits.some((submit) => submit.dom === typed.dom && formOf(submit) === formOf(typed)
      && submit.item.timestamp >= typed.item.timestamp));
}

function backAndForth({ items }) {
  const pages = items.filter(({ type }) => type === 4).map(({ data }) => data.href);
  const visits = pages.filter((page, at) => page !== pages[at - 1]);
  return visits.some((page, at) => page === visits[at + 2] && visits[at + 1] !== undefined && visits[at + 1] === visits[at + 3]);
}

function idle({ items }) {
  const times = items.filter(isActive).map(({ timestamp }) => timestamp);
  return times.some((time, at) => at > 0 && time - times[at - 1] >= IDLE_MS);
}

const tests = {
  rage_click: rageClick,
  dead_click: deadClick,
  js_error: (session) => errorTimes(session).length > 0,
  error_after_click: (session) => errorTimes(session).some((time) => followsClick(session, time)),
  failed_request: (session) => failures(session).length > 0,
  failed_request_after_click: (session) => failures(session).some(({ timestamp }) => followsClick(session, timestamp)),
  form_abandoned: formAbandoned,
  back_and_forth: backAndForth,
  idle,
  completed: ({ events }) => events.some(({ event }) => COMPLETING.includes(event)),
};

/** The names of the behaviours plainly present in a session. */
export const behavioursOf = (session) => Object.keys(tests).filter((name) => tests[name](session));
