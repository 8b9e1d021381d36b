import { useEffect, useState } from 'preact/hooks';
import {
  call,
  ErrorNote,
  hrefOf,
  Loading,
  navigate,
  Note,
  PageHead,
  path,
  toast,
  useAction,
  ZoomButtons,
  type Collection,
} from '../../../shared';
import { attributesOfNext, check, contentOf, deploy, marksOf, type Attributes, type Diagram, type Verdict } from '../diagram';
import { Problems } from '../Problems';
import type { ModelerCanvas } from './ModelerCanvas';
import { NewVersion } from './NewVersion';
import { Properties } from './Properties';
import { texts } from './texts';
import { useLeaveGuard } from './useLeaveGuard';
import { useModeler } from './useModeler';

interface Opened {
  diagram: Diagram;
  etag?: string;
  content: string;
}

async function open(id: string): Promise<Opened | undefined> {
  const [{ data, etag }, content] = await Promise.all([
    call<Collection<Diagram>>('GET', path`v1/diagrams/${id}`),
    contentOf(id),
  ]);
  return data.items[0] && { diagram: data.items[0], etag, content };
}

/** Simple editing of a diagram: a draft is saved in its place, all others as a new version. */
export function Edit({ id }: { id: string }) {
  const words = texts.use();
  const action = useAction();
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => void action.run(async () => setOpened(await open(id))), [id]);
  if (opened) {
    return <Editor opened={opened} />;
  }
  return (
    <>
      <PageHead title={words.title('')} />
      {action.error ? <ErrorNote error={action.error} /> : <Loading />}
    </>
  );
}

function Editor({ opened }: { opened: Opened }) {
  const words = texts.use();
  const { diagram } = opened;
  const [etag, setEtag] = useState(opened.etag);
  const [verdict, setVerdict] = useState<Verdict>();
  const [next, setNext] = useState<Attributes>();
  const action = useAction();
  const drawing = useModeler(opened.content, words.canvas(diagram.name));
  const { modeler, element, isDirty, setSaved } = drawing;
  useLeaveGuard(isDirty);
  const title = `${diagram.name} ${diagram.version}`;
  const judge = async (content: string) => {
    const found = await check(content);
    setVerdict(found);
    modeler!.mark(marksOf(found));
    return found.errors.length === 0;
  };
  const save = async () => {
    const content = await modeler!.text();
    if (await judge(content)) {
      const address = path`v1/diagrams/${diagram.dgrm_id}`;
      await call('PUT', address, { content }, { headers: etag ? { 'If-Match': etag } : {} });
      setEtag((await call('GET', address)).etag);
      setSaved();
      toast(words.saved(title));
    }
  };
  const saveAsNew = async (attributes: Attributes) => {
    const content = await modeler!.text();
    if (await judge(content)) {
      const made = await deploy(content, attributes);
      setSaved();
      toast(words.savedAsNew(`${attributes.name} ${attributes.version}`));
      navigate(hrefOf(['diagrams', made]));
    }
    setNext(undefined);
  };
  const isDraft = diagram.status === 'draft';
  const isBusy = action.isRunning || !modeler;
  return (
    <>
      <PageHead title={words.title(title)}>
        {isDraft && (
          <button type="button" class="primary" disabled={isBusy} onClick={() => void action.run(save)}>
            {words.save}
          </button>
        )}
        <button
          type="button"
          class={isDraft ? undefined : 'primary'}
          disabled={isBusy}
          onClick={() => void action.run(async () => setNext(await attributesOfNext(diagram)))}
        >
          {words.saveAsNew}
        </button>
        <button
          type="button"
          disabled={isBusy}
          onClick={() => void action.run(async () => judge(await modeler!.text()))}
        >
          {words.check}
        </button>
        <a class="button" href={hrefOf(['diagrams', diagram.dgrm_id])}>
          {words.back}
        </a>
      </PageHead>
      {!isDraft && <Note>{words.onlyAsNew}</Note>}
      {action.error && !next && <ErrorNote error={action.error} />}
      <div class="with-picture editor">
        <div class="sides">
          <figure class="picture" aria-label={words.canvas(diagram.name)}>
            {drawing.failure !== undefined && <Note kind="warning">{drawing.failure}</Note>}
            {modeler && (
              <div class="bar-of-drawing">
                <HistoryButtons modeler={modeler} />
                <ZoomButtons canvas={modeler} />
              </div>
            )}
            <div class="canvas" ref={drawing.place} />
          </figure>
          {verdict && <Problems verdict={verdict} onShow={(id) => modeler?.select(id)} />}
        </div>
        {modeler && element && <Properties element={element} modeler={modeler} />}
      </div>
      {next && <NewVersion attributes={next} action={action} onClose={() => setNext(undefined)} onSave={saveAsNew} />}
    </>
  );
}

function HistoryButtons({ modeler }: { modeler: ModelerCanvas }) {
  const words = texts.use();
  return (
    <div class="actions">
      <button type="button" class="quiet" disabled={!modeler.canUndo} onClick={() => modeler.undo()}>
        {words.undo}
      </button>
      <button type="button" class="quiet" disabled={!modeler.canRedo} onClick={() => modeler.redo()}>
        {words.redo}
      </button>
    </div>
  );
}
