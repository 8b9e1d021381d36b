/**
 * Looks at a diagram that holds no picture, and saves it with one. Input as in `console.mjs`, with
 * `id`, the number of a draft with the call activity `Call`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const call = page.locator('.djs-shape[data-element-id="Call"]').first();

  await signIn(page, input, `#/diagrams/${input.id}`);
  await call.waitFor();
  const hint = await page.locator('.picture > .hint').innerText();
  const marks = await page.locator('.djs-overlays[data-container-id="Call"] .picture-mark').count();
  const faults = await inspect(page, 'diagram-laid-out', {});

  await page.getByRole('link', { name: 'Edit' }).click();
  const properties = page.getByRole('region', { name: 'Properties' });
  // the editor has taken the place of the picture
  await properties.waitFor();
  await call.focus();
  await page.keyboard.press('Enter');
  await properties.getByLabel('Name', { exact: true }).fill('Send');
  await properties.getByLabel('Name', { exact: true }).blur();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('is saved.').waitFor();
  return { hint, marks, faults };
});
