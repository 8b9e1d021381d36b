/**
 * Opens the configuration of REST while the service reports that it is not ready and the module is
 * not there, and looks again when all is well. Input as in `console.mjs`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const answer = (address, status, json) => page.route(address, (route) => route.fulfill({ status, json }));
  await answer('**/health/ready', 503, { status: 'DOWN' });
  await answer('**/v1/configuration', 404, { success: false, message: 'Not found' });
  await signIn(page, input, '#/configuration/rest');
  await page.getByRole('heading', { name: 'Prerequisites missing' }).waitFor();
  const missing = await page.getByRole('main').locator('.note strong').allInnerTexts();
  const regions = await page.getByRole('main').getByRole('region').count();
  const faults = await inspect(page, 'prerequisites', input);

  // as on a server that takes no callers from the application
  await answer('**/health/ready', 200, { status: 'UP' });
  await answer('**/v1/configuration', 503, { success: false, message: 'Service unavailable' });
  await page.reload();
  await page.getByRole('heading', { name: 'Prerequisites missing' }).waitFor();
  const shut = await page.getByRole('main').locator('.note strong').allInnerTexts();

  await page.unrouteAll();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('region', { name: 'OAUTH Clients' }).waitFor();
  const remaining = await page.getByRole('heading', { name: 'Prerequisites missing' }).count();
  return { missing, shut, regions, remaining, faults };
});
