/**
 * Uses the page that shows the API as a developer does: gets a token with the client's credentials
 * and calls an operation with it. Input: `base`, `client_id`, `client_secret`.
 */
import { visit } from './browser.mjs';

await visit(async (page, { base, client_id, client_secret }) => {
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));

  await page.goto(`${base}/api-docs/`);
  await page.locator('.opblock-tag').first().waitFor();
  const tags = await page.locator('.opblock-tag').evaluateAll((all) =>
    all.map((tag) => tag.dataset.tag));

  await page.locator('.auth-wrapper .btn.authorize').first().click();
  const dialog = page.locator('.auth-container', { hasText: 'Token URL' });
  await dialog.locator('#client_id_clientCredentials').fill(client_id);
  await dialog.locator('#client_secret_clientCredentials').fill(client_secret);
  const granted = page.waitForResponse(`${base}/oauth/token`);
  await dialog.locator('button.authorize').click();
  const grant = (await granted).status();
  await dialog.getByText('Logout').waitFor();
  await page.locator('.modal-ux button.close-modal').click();

  await page.locator('[data-tag="Utilities"]').click();
  const operation = page.locator('.opblock', { has: page.locator('[data-path="/utils/roles"]') });
  await operation.locator('.opblock-summary-control').click();
  await operation.locator('button.try-out__btn').click();
  await operation.locator('button.execute').click();
  const live = operation.locator('.live-responses-table');
  const status = await live.locator('.response-col_status').last().innerText();
  const body = await live.locator('.response-col_description .highlight-code').first().innerText();
  return { tags, grant, status, body, asked };
});
