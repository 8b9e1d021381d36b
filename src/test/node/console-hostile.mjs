/**
 * Opens the only instance of a diagram whose texts are markup, and the diagram itself, and tells
 * what is shown for them and whether one of them became part of the page. Input as in
 * `console.mjs`, with `diagram`, the name of the diagram.
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
  await page.goto(`${input.base}/console/#/diagrams?name=${filter}`);
  await page.getByRole('table', { name: 'Diagrams' }).getByRole('link').first().click();
  await page.locator('.djs-shape[data-element-id=A]').first().waitFor();
  seen.heading = await page.getByRole('heading', { level: 1 }).innerText();
  seen.drawn = await page.locator('.djs-shape[data-element-id=A] text').first().textContent();
  seen.marks += await marks();
  return seen;
});
