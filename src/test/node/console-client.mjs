/**
 * Walks the documented way to an access token: opens the REST configuration, creates a client with
 * roles, reopens it and takes its id and secret. Input as in `console.mjs`, with `client`, a name.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  // as on plain HTTP, where pages have no clipboard
  await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));

  await page.goto(`${input.base}/console/`);
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await look('sign-in');
  await signIn(page, input);
  await page.getByRole('link', { name: 'Configuration' }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await heading.filter({ hasText: 'Configuration - REST' }).waitFor();
  const clients = page.getByRole('region', { name: 'OAUTH Clients' });
  await clients.getByRole('searchbox', { name: 'Search' }).waitFor();
  await page.getByLabel('Base-URL').waitFor();

  await clients.getByRole('button', { name: 'Create' }).click();
  const dialog = page.getByRole('dialog', { name: 'Configuration - REST - Client' });
  await dialog.waitFor();
  const labels = await dialog.locator('label, legend').allInnerTexts();
  await look('client-create');
  await dialog.getByRole('button', { name: 'Create' }).click();
  const missing = await dialog.locator('[aria-invalid]').count();
  const owner = await dialog.getByLabel('Owner').inputValue();
  await dialog.getByLabel('Name').fill(input.client);
  await dialog.getByLabel('Description').fill('Takes orders of the shop');
  await dialog.getByLabel('Support Email').fill('shop@example.org');
  await dialog.getByLabel('Support Uri').fill('https://example.org/support');
  for (const role of ['Read', 'Write', 'Messages', 'Admin']) {
    await dialog.getByLabel(`Flows for Apex - ${role}`).check();
  }
  await dialog.getByRole('button', { name: 'Create' }).click();
  await dialog.waitFor({ state: 'detached' });

  await clients.getByRole('searchbox', { name: 'Search' }).fill(input.client);
  const edit = page.getByRole('link', { name: `Edit ${input.client}` });
  await edit.waitFor();
  await page.getByRole('button', { name: 'Dismiss' }).click();
  const headers = await page.getByRole('columnheader').allInnerTexts();
  await look('configuration-rest');
  await edit.click();
  const secret = page.locator('.copy', { hasText: 'Client Secret' }).locator('code').first();
  await secret.waitFor();
  const seen = {
    labels,
    missing,
    owner,
    headers,
    client_id: await page.locator('.copy', { hasText: 'Client Id' }).locator('code').first().innerText(),
    client_secret: await secret.innerText(),
  };
  await page.getByRole('button', { name: 'Copy: Client Secret' }).click();
  seen.selected = await page.evaluate(() => window.getSelection().toString());
  await page.getByRole('button', { name: 'Get a token', exact: true }).click();
  await page.getByText('and the API accepts it').waitFor();
  seen.curl = await page.locator('.copy', { hasText: 'Get a token with curl' }).locator('code').innerText();
  await page.locator('dialog .content').evaluate((content) => content.scrollTo(0, 0));
  await look('client-edit');

  await page.getByRole('button', { name: 'Cancel' }).click();
  await edit.click();
  await page.getByText(`••••${seen.client_secret.slice(-4)}`).waitFor();
  seen.shownAgain = await secret.count();
  return { ...seen, faults };
});
