/**
 * Finds the instances of a diagram and terminates all of them at once. Input as in `console.mjs`,
 * with `diagram`, the name of the diagram, and `count`, how many instances of it run.
 */
import { visit } from './browser.mjs';
import { begin, close, results } from './bulk.mjs';
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
  const dialog = await begin(page, input.count, 'Terminate');
  await dialog.getByText(`${input.count} of ${input.count} done`).waitFor();
  const done = await results(dialog).filter({ hasText: 'done' }).count();
  await look('instances-terminated');
  await close(dialog);
  await page.getByText('No instance matches the filters.').waitFor();
  return { done, faults };
});
