/**
 * Looks at the frame of the console: the set-up page, the choice of language and theme, an address
 * without a page, signing out. Input as in `console.mjs`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));

  await page.goto(`${input.base}/console/#/setup?token=none`);
  await page.getByRole('heading', { name: 'Set up the console' }).waitFor();
  await page.getByRole('button', { name: 'Make the account' }).click();
  const refused = await page.locator('[aria-invalid]').count();
  await look('set-up');

  await signIn(page, input, '#/no-such-page');
  await page.getByRole('heading', { name: 'There is no such page.' }).waitFor();
  await page.getByLabel('Theme').selectOption('Dark');
  const dark = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme);
  await page.getByLabel('Language').selectOption('Deutsch');
  await page.getByRole('heading', { name: 'Diese Seite gibt es nicht.' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Diese Seite gibt es nicht.' }).waitFor();
  const kept = await page.evaluate(() => [document.documentElement.lang, document.documentElement.dataset.theme]);
  await page.getByRole('link', { name: 'Konfiguration' }).click();
  await page.getByRole('heading', { name: 'Konfiguration - REST' }).waitFor();
  await page.getByLabel('Basis-URL').waitFor();
  await page.keyboard.press('Tab');
  const focused = await page.evaluate(() => document.activeElement.closest('main, header').tagName);
  await page.getByRole('button', { name: 'Abmelden' }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
  const cookies = await page.context().cookies();
  return { refused, dark, kept, focused, cookies: cookies.length, faults };
});
