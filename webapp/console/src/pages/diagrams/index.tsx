import './diagrams.css';
import { useEffect, useState } from 'preact/hooks';
import { hrefOf, navigate } from '../../shared';
import type { PageProps } from '..';
import { Compare } from './Compare';
import { DiagramView } from './DiagramView';
import { Edit } from './editor/Edit';
import { List } from './List';
import { Upload } from './Upload';

export default function DiagramsPage({ path: [id, view, other] }: PageProps) {
  const [file, setFile] = useState<File>();
  const take = (chosen: File) => {
    setFile(chosen);
    if (id !== 'new') {
      navigate(hrefOf(['diagrams', 'new']));
    }
  };
  useEffect(() => {
    if (id !== 'new') {
      setFile(undefined);
    }
  }, [id === 'new']);
  if (id === undefined) {
    return <List onFile={take} />;
  }
  if (id === 'new') {
    return <Upload file={file} onFile={take} />;
  }
  if (view === 'edit') {
    return <Edit key={id} id={id} />;
  }
  return view === 'compare' && other ? (
    <Compare key={`${id} ${other}`} ids={[id, other]} />
  ) : (
    <DiagramView key={id} id={id} />
  );
}
