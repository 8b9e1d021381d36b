/**
 * Opens the only instance of a diagram whose texts are markup, as are its variables and the comments of
 * its events, then the diagram itself and a client, and tells what is shown for them and whether one
 * of them became part of the page. Input as in `console.mjs`, with `diagram`, the name of the diagram,
 * and `client`, that of the client.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  await page.addInitScript(() => {
    window.marks = 0;
    window.mark = () => window.marks++;
  });
  const marks = async () =>
    (await page.evaluate(() => window.marks)) +
    (await page.locator('script:not([src]), svg[onload], img[onerror], iframe').count());
  const filter = encodeURIComponent(input.diagram);

  await signIn(page, input, `#/instances?diagram=${filter}`);
  const instances = page.getByRole('table', { name: 'Instances' });
  const seen = { row: await instances.locator('tbody tr').first().innerText() };
  seen.marks = await marks();
  await instances.getByRole('link').first().click();
  await page.locator('.picture-mark.current').first().waitFor();
  seen.steps = await page.getByRole('table', { name: 'Steps' }).innerText();
  seen.marks += await marks();
  await page.getByRole('link', { name: 'Variables' }).click();
  seen.variables = await page.getByRole('table', { name: 'Variables' }).innerText();
  await page.getByRole('link', { name: 'Events' }).click();
  await page.locator('.timeline li').first().waitFor();
  seen.events = await page.locator('.timeline').innerText();
  seen.marks += await marks();
  await page.goto(`${input.base}/console/#/configuration/rest?search=${encodeURIComponent(input.client)}`);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  seen.client = await page.getByRole('dialog').getByRole('heading').first().innerText();
  seen.marks += await marks();
  await page.goto(`${input.base}/console/#/diagrams?name=${filter}`);
  await page.getByRole('table', { name: 'Diagrams' }).getByRole('link').first().click();
  await page.locator('.djs-shape[data-element-id=A]').first().waitFor();
  seen.heading = await page.getByRole('heading', { level: 1 }).innerText();
  seen.drawn = await page.locator('.djs-shape[data-element-id=A] text').first().textContent();
  seen.marks += await marks();
  return seen;
});
