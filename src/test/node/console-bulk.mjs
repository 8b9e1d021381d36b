/**
 * Finds the instances of a diagram and terminates all of them at once. Input as in `console.mjs`,
 * with `diagram`, the name of the diagram, and `count`, how many instances of it run.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));

  await signIn(page, input, `#/instances?diagram=${encodeURIComponent(input.diagram)}&status=running`);
  await page.getByText(`${input.count} instances`, { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Next page' }).click();
  await page.getByText('Page 2', { exact: true }).waitFor();
  await page.goBack();
  await page.getByText('Page 1', { exact: true }).waitFor();
  await look('instances');
  await page.getByRole('button', { name: `Select all ${input.count} matches` }).click();
  await page.getByText(`${input.count} selected`).waitFor();
  await page.getByRole('button', { name: 'Terminate' }).click();
  const question = page.getByRole('alertdialog', { name: `Terminate ${input.count} instances?` });
  await question.getByLabel('Comment').fill('Ordered twice');
  await question.getByRole('button', { name: 'Terminate' }).click();
  const dialog = page.getByRole('dialog', { name: `Terminate: ${input.count} instances` });
  await dialog.getByText(`${input.count} of ${input.count} done`).waitFor();
  const results = await dialog.locator('tbody .badge').allInnerTexts();
  await look('instances-terminated');
  await dialog.locator('footer').getByRole('button', { name: 'Close' }).click();
  await page.getByText('No instance matches the filters.').waitFor();
  return { done: results.filter((result) => result.includes('done')).length, faults };
});
