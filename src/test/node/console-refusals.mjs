/**
 * Opens an address with a time that is none, then the same list while a proxy in between answers
 * itself, and in German a refusal of the engine. Input as in `console.mjs`.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  const told = () => page.getByRole('alert').locator('p').first().innerText();
  await signIn(page, input, '#/instances?created_from=yesterday');
  const bad = await told();
  const answer = (reply) => page.route('**/v1/processes?*', (route) => route.fulfill(reply));
  await answer({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' });
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByText('not available').waitFor();
  const away = await told();
  await answer({ status: 409, json: { success: false, message: 'Process instance 7 does not exist.' } });
  await page.getByLabel('Language').selectOption('Deutsch');
  await page.getByRole('button', { name: 'Erneut versuchen' }).click();
  await page.getByText('Diese Instanz').waitFor();
  return { bad, away, german: await told() };
});
