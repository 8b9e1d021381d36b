/**
 * Brings a diagram to work: looks at what is wrong with one file, deploys another as a draft,
 * repairs it in the modeler, releases it and compares it with an earlier version. Input as in
 * `console.mjs`, with `broken` and `faulty`, texts of diagrams, `diagram`, the name of one that
 * has a version 1, and `called`, the name of one that can be called.
 */
import { visit } from './browser.mjs';
import { inspect, signIn } from './console.mjs';

const fileOf = (name, text) => ({ name, mimeType: 'application/xml', buffer: Buffer.from(text) });

await visit(async (page, input) => {
  const faults = [];
  const look = async (view) => faults.push(...(await inspect(page, view, input)));
  const mark = (id) => page.locator(`.djs-overlays[data-container-id="${id}"] .picture-mark`);
  const heading = (text) => page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor();
  const valueOf = async (field, wanted) => {
    for (let tries = 0; tries < 50 && (await field.inputValue()) !== wanted; tries++) {
      await page.waitForTimeout(100);
    }
    return field.inputValue();
  };
  const drawn = (id) => page.locator(`.djs-shape[data-element-id="${id}"]`).first();

  await signIn(page, input, '#/diagrams');
  await heading('Diagrams');
  const choose = page.locator('input[type=file]');
  const answerFirst = await holdVerdict(page);
  await choose.setInputFiles(fileOf('first.bpmn', input.faulty));
  await heading('Upload a diagram');
  await choose.setInputFiles(fileOf('broken.bpmn', input.broken));
  await mark('Call').waitFor();
  await answerFirst();
  const seen = { broken: await mark('Call').innerText() };
  seen.errors = await page.locator('.problems li p:first-child').allInnerTexts();
  seen.deployable = await page.getByRole('button', { name: 'Deploy as draft' }).count();
  await look('diagram-errors');

  await choose.setInputFiles(fileOf('torn.bpmn', input.broken.slice(0, input.broken.indexOf('callActivity') + 20)));
  await page.getByText('The text is not well-formed XML.').waitFor();
  await page.getByText('This cannot be drawn').waitFor();

  await dropFile(page, 'faulty.bpmn', input.faulty);
  await page.getByRole('button', { name: 'Deploy as draft' }).waitFor();
  seen.faulty = await mark('Call').innerText();
  seen.colour = await drawn('Call').locator('.djs-visual > :first-child').evaluate((e) => getComputedStyle(e).fill);
  await page.getByRole('textbox', { name: 'Name' }).fill(input.diagram);
  await page.getByRole('textbox', { name: 'Version' }).fill('2');
  await page.getByRole('button', { name: 'Deploy as draft' }).click();
  await heading(`${input.diagram} 2`);
  await mark('Call').waitFor();
  await look('diagram');

  await page.getByRole('link', { name: 'Edit' }).click();
  await heading(`Edit ${input.diagram} 2`);
  const properties = page.getByRole('region', { name: 'Properties' });
  await properties.waitFor();
  await drawn('Call').focus();
  await page.keyboard.press('Enter');
  await properties.getByLabel('Called diagram').fill(input.called);
  await properties.getByLabel('Called diagram').press('Enter');
  await page.getByRole('button', { name: 'Undo' }).click();
  seen.undone = await valueOf(properties.getByLabel('Called diagram'), '');
  await page.getByRole('button', { name: 'Redo' }).click();
  seen.redone = await valueOf(properties.getByLabel('Called diagram'), input.called);
  await look('diagram-edit');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('The engine has nothing against this diagram.').waitFor();
  await page.getByText(`${input.diagram} 2 is saved.`).waitFor();
  await page.getByRole('link', { name: 'Back to the diagram' }).click();
  await heading(`${input.diagram} 2`);
  seen.address = page.url().replace(/.*#/, '');

  await page.getByRole('button', { name: 'Release' }).click();
  const question = page.getByRole('alertdialog', { name: `Release ${input.diagram} 2?` });
  await question.getByLabel('Comment').fill('repaired');
  await question.getByRole('button', { name: 'Release' }).click();
  await page.locator('.facts').getByText('released').waitFor();

  await page.getByLabel('Compare with').selectOption({ label: 'Version 1 (draft)' });
  await page.getByRole('link', { name: 'Compare', exact: true }).click();
  await heading(`Differences of ${input.diagram}`);
  const later = page.getByRole('region', { name: 'Version 2 (released)' });
  await later.locator('.picture-mark').first().waitFor();
  seen.differences = await page.locator('.problems li p:first-child').allInnerTexts();
  seen.changes = await page.locator('.problems .change').allInnerTexts();
  await look('diagram-differences');

  await page.getByRole('link', { name: 'Diagrams' }).click();
  await heading('Diagrams');
  await page.getByRole('searchbox', { name: 'Name' }).fill(input.diagram);
  await page.getByRole('link', { name: input.diagram }).first().waitFor();
  await page.getByLabel('Status').selectOption('released');
  await page.getByRole('row').nth(2).waitFor({ state: 'detached' });
  await page.getByRole('row').nth(1).waitFor();
  seen.rows = await page.getByRole('row').count();
  seen.filter = page.url().replace(/.*\?/, '');
  await look('diagrams');
  return { ...seen, faults };
});

/** Keeps the next verdict on a file back until the returned function is called. */
async function holdVerdict(page) {
  let release;
  const held = new Promise((resolve) => (release = resolve));
  const answer = async (route) => {
    await held;
    await route.continue();
  };
  await page.route(/dry_run=true/, answer, { times: 1 });
  return async () => {
    const answered = page.waitForResponse(/dry_run=true/);
    release();
    await (await answered).finished();
    await page.waitForTimeout(200);
  };
}

/** What dragging a file from the desktop does. */
async function dropFile(page, name, text) {
  const transfer = await page.evaluateHandle(
    ([name, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text], name, { type: 'application/xml' }));
      return data;
    },
    [name, text],
  );
  await page.dispatchEvent('.file-drop', 'drop', { dataTransfer: transfer });
}
