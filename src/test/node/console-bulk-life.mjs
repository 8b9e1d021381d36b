/**
 * Suspends, resumes and deletes the instances of a diagram, all at once each time. Input as in
 * `console.mjs`, with `diagram`, the name of the diagram, and `count`, how many instances of it run.
 */
import { visit } from './browser.mjs';
import { begin, close, results, show } from './bulk.mjs';
import { signIn } from './console.mjs';

const NOTHING = 'No instance matches the filters.';

await visit(async (page, input) => {
  const { diagram, count } = input;
  const run = async (command) => {
    const dialog = await begin(page, count, command);
    await dialog.getByText(`${count} of ${count} done`).waitFor();
    const done = await results(dialog).filter({ hasText: 'done' }).count();
    await close(dialog);
    await page.getByText(NOTHING).waitFor();
    return done;
  };

  await signIn(page, input);
  await show(page, input, diagram, 'running');
  const suspended = await run('Suspend');
  await show(page, input, diagram, 'suspended');
  const resumed = await run('Resume');
  await show(page, input, diagram, 'running');
  const deleted = await run('Delete');
  return { suspended, resumed, deleted };
});
