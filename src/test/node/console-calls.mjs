/**
 * Enters the diagram that an instance calls. Input as in `console.mjs`, with `instance`, its number,
 * and `called`, the name of the diagram, of which it is bound to version 1.
 */
import { visit } from './browser.mjs';
import { signIn } from './console.mjs';

await visit(async (page, input) => {
  await signIn(page, input, `#/instances/${input.instance}`);
  const calls = page.getByRole('navigation', { name: 'Called diagrams' });
  const entry = await calls.getByRole('listitem').innerText();
  await calls.getByRole('link', { name: `${input.called} (1)` }).click();
  await page.getByRole('heading', { name: `${input.called} (1)` }).waitFor();
  const diagram = Number(page.url().match(/diagram=(\d+)/)[1]);
  return { entry, diagram };
});
