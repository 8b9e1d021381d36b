/**
 * Tries the token of a client without the role for reading. Input as in `console.mjs`, with `client`,
 * its name; its secret was never shown.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  await signIn(page, input, `#/configuration/rest?search=${encodeURIComponent(input.client)}`);
  await page.getByRole('link', { name: `Edit ${input.client}` }).click();
  const test = page.getByRole('dialog').getByRole('group', { name: 'Token test' });
  await test.getByRole('button', { name: 'Get a token', exact: true }).click();
  const told = test.locator('.note');
  await told.waitFor();
  return { told: await told.allInnerTexts() };
});
