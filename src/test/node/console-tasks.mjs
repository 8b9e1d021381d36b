/**
 * Finds a task in the work list, reserves and completes it there. Input as in `console.mjs`, with
 * `diagram`, the name of a diagram of which one instance waits at the task `A`, followed by `B`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));
  const tasks = page.getByRole('table', { name: 'Tasks' });

  await signIn(page, input, `#/tasks?diagram=${encodeURIComponent(input.diagram)}`);
  await page.getByText('1 task', { exact: true }).waitFor();
  await tasks.getByRole('button', { name: 'Reserve: A' }).click();
  await tasks.getByRole('button', { name: 'Release: A' }).waitFor();
  await look('tasks');
  await tasks.getByRole('button', { name: 'Complete: A' }).click();
  const dialog = page.getByRole('dialog', { name: 'Complete A' });
  await dialog.getByRole('button', { name: 'Add a variable' }).click();
  await dialog.getByLabel('Name').fill('checked_by');
  await dialog.getByLabel('Value').fill(input.name);
  await look('task-complete');
  await dialog.getByRole('button', { name: 'Complete' }).click();
  await tasks.getByRole('button', { name: 'Complete: B' }).waitFor();

  await page.goto(`${input.base}/console/#/tasks?diagram=none&offset=50`);
  await page.getByText('No open task matches the filters.').waitFor();
  const back = page.getByRole('navigation', { name: 'No rows here' }).getByRole('button', { name: 'Previous page' });
  await back.click();
  await back.waitFor({ state: 'detached' });
  return { faults };
});
