/**
 * Changes something in a tab while somebody has signed in anew in another one. Input as in
 * `console.mjs`.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  const apply = page.getByRole('button', { name: 'Apply Changes' });
  await signIn(page, input, '#/configuration/rest');
  await apply.waitFor();
  const other = await page.context().newPage();
  await other.goto(`${input.base}/console/`);
  await other.getByRole('button', { name: 'Sign out' }).click();
  await other.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signIn(other, input);
  await page.bringToFront();
  await apply.click();
  const told = await page.getByRole('alert').locator('p').first().innerText();
  await apply.click();
  await page.getByText('Rest Configuration saved!').waitFor();
  return { told };
});
