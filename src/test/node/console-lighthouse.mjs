/**
 * Lets Lighthouse judge the sign-in and, signed in, further places in the console. Input as in
 * `console.mjs`, with `places`, their fragments.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import lighthouse, { desktopConfig } from 'lighthouse';
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

const CATEGORIES = ['accessibility', 'best-practices'];
const FLAGS = {
  onlyCategories: CATEGORIES,
  // the session is to stay
  disableStorageReset: true,
  // speed is not judged; a throttled load would wait longer for silence than pages are silent
  throttlingMethod: 'simulate',
  maxWaitForLoad: 15_000,
  logLevel: 'error',
};

await visit(
  async (page, input) => {
    const [port] = (await readFile(join(input.profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    const judgeAt = (place) => judge(page.context(), port, `${input.base}/console/${place}`);
    const verdicts = [await judgeAt('')];
    await signIn(page, input);
    for (const place of input.places) {
      verdicts.push(await judgeAt(place));
    }
    return { verdicts };
  },
  // Lighthouse talks to the browser by itself, in tabs of its own
  { args: ['--remote-debugging-port=0'], viewport: null },
);

/** The heading that was judged, scores of 0 to 100, and the audits which cost points. */
async function judge(context, port, url) {
  const opened = context.waitForEvent('page');
  const judged = lighthouse(url, { ...FLAGS, port: Number(port) }, desktopConfig);
  const heading = await (await opened).getByRole('heading', { level: 1 }).innerText();
  const { lhr } = await judged;
  const scoreOf = (category) => Math.round(100 * lhr.categories[category].score);
  return {
    heading,
    accessibility: scoreOf('accessibility'),
    practices: scoreOf('best-practices'),
    lost: CATEGORIES.flatMap((category) => lostIn(lhr, category)),
  };
}

function lostIn({ categories, audits }, category) {
  return categories[category].auditRefs
    .filter(({ id, weight }) => weight > 0 && audits[id].score !== null && audits[id].score < 1)
    .map(({ id }) => `${id}: ${JSON.stringify(audits[id].details?.items ?? [])}`);
}
