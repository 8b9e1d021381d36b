/**
 * Stops suspending many instances after the first of them. Input as in `console.mjs`, with
 * `diagram`, the name of their diagram, and `count`, how many of them run.
 */
import { setTimeout } from 'node:timers/promises';
import { visit } from './browser.mjs';
import { begin, close, results, show } from './bulk.mjs';
import { signIn } from './console.mjs';

const SLOWNESS_MS = 500;

await visit(async (page, input) => {
  await page.route('**/v1/processes/*/suspend', async (route) => {
    await setTimeout(SLOWNESS_MS);
    await route.continue();
  });
  await signIn(page, input);
  await show(page, input, input.diagram, 'running');
  const dialog = await begin(page, input.count, 'Suspend');
  await dialog.getByText(/^[1-9]\d* of/).waitFor();
  await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
  await dialog.getByText(/Stopped: \d+ were left alone\./).waitFor();
  const done = await results(dialog).filter({ hasText: 'done' }).count();
  const left = await results(dialog).filter({ hasText: 'left alone' }).count();
  await close(dialog);
  await page.getByText(`${left} selected`, { exact: true }).waitFor();
  return { done, left };
});
