/**
 * Changes the settings, then rules over a client's life: rotates and revokes its secrets, revokes
 * its tokens, disables, enables and deletes it. Input as in `console.mjs`, with `client`, the name
 * of a client that exists and whose secret was never shown.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));
  const confirm = async (title, action) => {
    const question = page.getByRole('alertdialog', { name: title });
    await question.getByRole('button', { name: action, exact: true }).click();
    await question.waitFor({ state: 'detached' });
  };

  await signIn(page, input, `#/configuration/rest?search=${encodeURIComponent(input.client)}`);
  await page.getByLabel('Retain Logs (Days)').fill('61');
  await page.getByRole('button', { name: 'Apply Changes' }).click();
  await page.getByText('Rest Configuration saved!').waitFor();
  await page.reload();
  const retained = await page.getByLabel('Retain Logs (Days)').inputValue();
  await page.getByLabel('Retain Logs (Days)').fill('');
  await page.getByRole('button', { name: 'Apply Changes' }).click();
  await page.getByText('Rest Configuration saved!').waitFor();

  await page.getByRole('link', { name: `Edit ${input.client}` }).click();
  const dialog = page.getByRole('dialog', { name: `Configuration - REST - Client: ${input.client}` });
  await dialog.getByLabel('Description').fill('<img src=x onerror="document.title=\'marked\'">');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'detached' });
  const row = page.getByRole('row').filter({ hasText: input.client });
  await row.getByText('<img src=x').waitFor();

  await page.getByRole('link', { name: `Edit ${input.client}` }).click();
  await dialog.getByRole('button', { name: 'Rotate secret' }).click();
  await look('client-confirm');
  await confirm(`Rotate the secret of ${input.client}?`, 'Rotate secret');
  await dialog.getByText('The client has a new secret.').waitFor();
  const rotated = await dialog.locator('.copy', { hasText: 'Client Secret' }).locator('code').first().innerText();
  const revoke = dialog.getByRole('button', { name: /^Revoke the secret ending in/ });
  const live = await revoke.count();
  const hint = (await revoke.first().getAttribute('aria-label')).slice(-4);
  await revoke.first().click();
  await confirm(`Revoke the secret ending in ${hint}?`, 'Revoke');
  await dialog.getByText('The secret is revoked.').waitFor();
  await dialog.getByRole('button', { name: 'Revoke tokens' }).click();
  await confirm(`Revoke all tokens of ${input.client}?`, 'Revoke tokens');
  await dialog.getByText('Tokens revoked: 0.').waitFor();
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await confirm(`Disable ${input.client}?`, 'Disable');
  await dialog.getByText('The client is disabled.').waitFor();
  await dialog.getByRole('button', { name: 'Undo' }).click();
  await dialog.getByText('The client is enabled.').waitFor();
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await confirm(`Disable ${input.client}?`, 'Disable');
  await dialog.getByText('The client is disabled.').waitFor();
  await dialog.getByRole('button', { name: 'Enable' }).click();
  await dialog.getByText('The client is enabled.').waitFor();

  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.keyboard.press('Escape');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await confirm(`Delete ${input.client}?`, 'Delete');
  await dialog.waitFor({ state: 'detached' });
  await page.getByText('No client matches the search.').waitFor();
  return { retained, rotated, live, title: await page.title(), faults };
});
