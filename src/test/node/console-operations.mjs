/**
 * Looks at the operations: counts, failed steps, a late timer and the heat map. Input as in
 * `console.mjs`, with `diagram`, the name of a diagram of which two instances have failed at the
 * object `Exclusive`, `waiting`, the name of an instance that waits for a timer at `Wait`, and
 * `called`, the name of a diagram that failed where an instance of another one, `calling`, calls it.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

/** Timers fire in time here, so that those of the instance are made a day older. */
async function makeLate(page, instance) {
  await page.route('**/v1/timers*', async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const start_on = new Date(Date.now() - 86_400_000).toISOString();
    const items = body.items.map((timer) => (timer.process_name === instance ? { ...timer, start_on } : timer));
    await route.fulfill({ response, json: { ...body, items } });
  });
}

/** Failed steps are asked for one by one, so that there are several pages of them. */
async function makePagesSmall(page) {
  await page.route(/v1\/steps\?.*status=error.*limit=500/, (route) =>
    route.continue({ url: route.request().url().replace('limit=500', 'limit=1') }),
  );
}

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));

  await makeLate(page, input.waiting);
  await makePagesSmall(page);
  await signIn(page, input, '#/operations');
  const failed = page.getByRole('table', { name: 'Failed steps' });
  const failure = failed.getByRole('row').filter({ hasText: input.diagram });
  await failure.waitFor();
  const place = await failure.getByRole('cell').allInnerTexts();
  const counted = page.getByRole('region', { name: 'Instances by status' }).getByRole('listitem');
  const withError = Number(await counted.filter({ hasText: 'error' }).locator('strong').innerText());
  const open = page.getByRole('region', { name: 'Open steps by status' }).getByRole('listitem');
  const inCall = Number(await open.filter({ hasText: 'in call activity' }).locator('strong').innerText());
  const late = page.getByRole('table', { name: 'Late timers' }).getByRole('row').filter({ hasText: input.waiting });
  const lateness = await late.getByRole('cell').last().innerText();

  await page.getByRole('region', { name: 'Heat map' }).getByLabel('Diagram').selectOption({ label: input.diagram });
  await page.getByLabel('Measure').selectOption({ label: 'Failed now' });
  const heat = page.locator('.picture-mark.heat-4');
  await heat.waitFor();
  const hottest = await heat.innerText();
  await look('operations');
  await failure.getByRole('link').click();
  await page.getByText('2 instances', { exact: true }).waitFor();
  await page.goBack();
  await failed.getByRole('row').filter({ hasText: input.called }).getByRole('link').click();
  await page.getByRole('table', { name: 'Instances' }).getByRole('link', { name: input.calling }).waitFor();
  const calling = await page.locator('.count').innerText();
  return { place, withError, inCall, lateness, hottest, calling, faults };
});
