/**
 * Changes an instance and takes each change back. Input as in `console.mjs`, with the numbers of
 * instances: `instance`, which is due, stands at the task `A` and has the variable NOTE with the value
 * `before`, and `waiting`, which waits at `Wait`; and with the number of a diagram, `released`, and
 * its name, `diagram`.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

await visit(async (page, input) => {
  const steps = page.getByRole('table', { name: 'Steps' });
  const status = page.locator('.facts .badge');
  const undo = async (text) => {
    const button = page.getByRole('button', { name: `Undo: ${text}` });
    await button.click();
    await button.waitFor({ state: 'detached' });
  };

  await signIn(page, input, `#/instances/${input.instance}`);
  await steps.getByRole('button', { name: 'Reserve: A' }).click();
  await steps.getByRole('cell', { name: input.name }).waitFor();
  await undo('A is reserved for you.');
  await steps.getByRole('cell', { name: 'nobody' }).waitFor();

  const name = await page.getByRole('heading', { level: 1 }).innerText();
  await page.getByRole('button', { name: 'Suspend' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Suspend' }).click();
  await status.filter({ hasText: 'suspended' }).waitFor();
  // a picture would have dismissed the offer
  const faults = await inspect(page, 'instance-undo', {});
  await undo(`${name} is suspended.`);
  await status.filter({ hasText: 'running' }).waitFor();

  await page.getByRole('main').getByRole('button', { name: 'Edit', exact: true }).click();
  const edit = page.getByRole('dialog', { name: `Edit ${name}` });
  await edit.getByLabel('Name').fill('Another name');
  await edit.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { level: 1, name: 'Another name' }).waitFor();
  const kept = await page.evaluate(
    async (id) => (await (await fetch(`../v1/processes?prcs_id=${id}`)).json()).items[0].due_on,
    input.instance,
  );
  await undo('Another name is saved.');
  await page.getByRole('heading', { level: 1, name }).waitFor();

  await page.getByRole('link', { name: 'Variables' }).click();
  await page.getByRole('button', { name: 'Edit NOTE' }).click();
  const variable = page.getByRole('dialog', { name: 'Edit NOTE' });
  await variable.getByLabel('Value').fill('after');
  await variable.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('cell', { name: 'after' }).waitFor();
  await undo('NOTE is saved.');
  await page.getByRole('cell', { name: 'before' }).waitFor();

  await page.goto(`${input.base}/console/#/instances/${input.waiting}?tab=waiting`);
  const due = page.getByRole('table', { name: 'Timers' }).getByRole('row').nth(1).getByRole('cell').nth(2);
  const before = await due.innerText();
  await page.getByRole('button', { name: 'Reschedule: Wait' }).click();
  const move = page.getByRole('dialog', { name: 'Reschedule the timer of Wait' });
  await move.getByLabel('New time').fill('2035-01-01T10:00');
  await move.getByRole('button', { name: 'Reschedule' }).click();
  await due.filter({ hasText: '2035' }).waitFor();
  await undo('The timer of Wait is moved.');
  await due.filter({ hasNotText: '2035' }).waitFor();
  const after = await due.innerText();

  await page.goto(`${input.base}/console/#/diagrams/${input.released}`);
  const title = await page.getByRole('heading', { level: 1 }).filter({ hasText: input.diagram }).innerText();
  await page.getByRole('button', { name: 'Deprecate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deprecate' }).click();
  await page.locator('.facts').getByText('deprecated').waitFor();
  await undo(`${title} is deprecated.`);
  await page.locator('.facts').getByText('released').waitFor();
  return { before, after, due: kept, faults };
});
