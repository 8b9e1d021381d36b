/**
 * What the tours in a browser share. A tour program reads JSON from standard input: `chrome`, the
 * browser's executable, and what else the test hands over. It prints one line of JSON: `seen`, what
 * the tour returned, and `problems`, what the browser complained of.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';

const STEP_LIMIT_MS = 30_000;

/** No sandbox: it does not start in a container. No name is resolved: only this machine is met. */
const FLAGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/**
 * Opens an empty page and gives it to the tour.
 *
 * @param tour takes Playwright's page and the input; what it returns is seen by the test
 * @param options of Playwright for the browser, such as `locale` and further `args`
 */
export async function visit(tour, { args = [], ...options } = {}) {
  const input = JSON.parse(await text(process.stdin));
  const profile = await mkdtemp(join(tmpdir(), 'flows-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: input.chrome,
    args: [...FLAGS, ...args],
    ...options,
  });
  try {
    context.setDefaultTimeout(STEP_LIMIT_MS);
    const problems = await watch(context);
    const seen = await tour(context.pages()[0], { ...input, profile });
    console.log(JSON.stringify({ seen: seen ?? {}, problems }));
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Collects what goes wrong on all pages, as texts: console, page, request, status, policy. */
async function watch(context) {
  const problems = [];
  const note = (kind, what) => problems.push(`${kind}: ${what}`);
  context.on('console', (message) => {
    if (message.type() === 'error') {
      note('console', `${message.text()} (${message.location().url})`);
    }
  });
  context.on('weberror', (failure) => note('page', failure.error()));
  context.on('requestfailed', (request) => {
    // pages give up requests themselves when they are left
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') {
      note('request', `${request.method()} ${request.url()} ${request.failure()?.errorText}`);
    }
  });
  context.on('response', (response) => {
    if (response.status() >= 400) {
      note('status', `${response.status()} ${response.request().method()} ${response.url()}`);
    }
  });
  await context.exposeFunction('noteViolation', (violation) => note('policy', violation));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      window.noteViolation(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return problems;
}
