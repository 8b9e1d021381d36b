/**
 * Looks around as somebody who may only read. Input as in `console.mjs`, with `instance`, the number
 * of one that stands at a task.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));
  const buttons = () => page.getByRole('main').locator('button').allInnerTexts();

  await signIn(page, input, '#/configuration/rest');
  const configuration = await page.getByText('needs the role').innerText();
  const regions = await page.getByRole('region', { name: 'OAUTH Clients' }).count();
  await look('configuration-reader');

  await page.goto(`${input.base}/console/#/instances/${input.instance}`);
  await page.getByRole('table', { name: 'Steps' }).getByRole('cell', { name: 'running' }).waitFor();
  await page.locator('.picture .djs-shape').first().waitFor();
  const offered = await buttons();
  await page.getByRole('link', { name: 'Timers and messages' }).click();
  const messages = await page.getByText('Awaited messages are').innerText();
  await page.getByText('No timer is running.').waitFor();
  await look('instance-reader');
  return { configuration, regions, offered, messages, faults };
});
