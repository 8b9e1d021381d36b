/**
 * Opens an address with a time that is none, then the same list while a proxy in between answers
 * itself. Input as in `console.mjs`.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  const told = () => page.getByRole('alert').locator('p').first().innerText();
  await signIn(page, input, '#/instances?created_from=yesterday');
  const bad = await told();
  await page.route('**/v1/processes?*', (route) =>
    route.fulfill({ status: 502, contentType: 'text/html', body: '<h1>Bad Gateway</h1>' }));
  await page.getByRole('button', { name: 'Clear the filters' }).click();
  await page.getByText('not available').waitFor();
  return { bad, away: await told() };
});
