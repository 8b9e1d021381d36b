/**
 * Watches how a page stays up to date, with a clock that the tour turns: what it asks, what it does
 * while the tab is hidden, and after a failure. Input as in `console.mjs`.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

const LIST = '/v1/oauth_clients';
const MINUTE = 60_000;

await visit(async (page, input) => {
  await page.clock.install();
  const asked = [];
  page.on('request', (request) => request.url().includes(LIST) && asked.push(request));
  const next = () => page.waitForResponse((response) => response.url().includes(LIST));
  const hide = (isHidden) => page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { value, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
  const describe = async (response) => ({
    status: response.status(),
    isConditional: 'if-none-match' in response.request().headers(),
    isBackground: 'x-background' in response.request().headers(),
  });

  const answered = async (act) => {
    const answer = next();
    await act();
    return describe(await answer);
  };
  /** Turns the clock until something is asked; the page may not have taken the last answer in yet. */
  const wait = async () => {
    const before = asked.length;
    while (asked.length === before) {
      await page.clock.runFor(1_000);
    }
  };
  /** The answer to what is asked after an act; after a change, such as the last use of a client, the next one. */
  const unchanged = async (act) => {
    let seen = await answered(act);
    for (let changes = 0; seen.status === 200 && changes < 3; changes++) {
      seen = await answered(wait);
    }
    return seen;
  };

  const first = next();
  await signIn(page, input, '#/configuration/rest');
  const seen = { first: await describe(await first) };
  await page.getByRole('region', { name: 'OAUTH Clients' }).getByRole('table').waitFor();

  seen.second = await unchanged(() => page.clock.runFor(16_000));

  await hide(true);
  const before = asked.length;
  await page.clock.runFor(10 * MINUTE);
  seen.whileHidden = asked.length - before;

  seen.third = await unchanged(() => hide(false));
  return seen;
});
