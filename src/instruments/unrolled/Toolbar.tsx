import { type RefObject, useState } from 'react';
import { Dialog } from '../../components/controls/Dialog.tsx';
import { FigureToolbar } from '../../components/controls/FigureToolbar.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { HelpDialog } from '../../components/controls/HelpDialog.tsx';
import { Part } from '../../components/prose/Part.tsx';
import { useText } from '../../components/text/useText.tsx';
import { NoticeList } from './NoticeList.tsx';
import { useOpenFile } from './useOpenFile.ts';
import { useShare } from './useShare.ts';
import type { UnrolledView } from './view.ts';

interface ToolbarProps {
  readonly view: UnrolledView;
  readonly root: RefObject<HTMLElement | null>;
  readonly table: boolean;
  readonly onTable: () => void;
  readonly fullScreen: boolean;
  readonly onFullScreen: () => void;
}

const loadCode = () => import('./CodeListing.tsx');

type Open = 'code' | 'help' | null;

/** What can be done with the figure as a whole: link, table, files, code, full screen, help. */
export function Toolbar(props: ToolbarProps) {
  const { view } = props;
  const text = useText();
  const [open, setOpen] = useState<Open>(null);
  const opener = useOpenFile(view);
  const share = useShare({
    figure: view.id,
    table: view.table,
    settings: view.figure.settings,
    run: view.run,
    shown: view.shown,
    notation: view.notation,
    root: props.root,
    onOpened: opener.take,
  });
  const message = share.message ?? opener.message;
  const dismiss = () => {
    share.dismiss();
    opener.dismiss();
  };
  return (
    <>
      <FigureToolbar
        onLink={() => void share.link()}
        table={props.table}
        onTable={props.onTable}
        formats={['svg', 'png', 'csv', 'file']}
        onExport={(format) => void share.save(format)}
        onCode={() => setOpen('code')}
        fullScreen={props.fullScreen}
        onFullScreen={props.onFullScreen}
        onHelp={() => setOpen('help')}
      >
        <FileButton accept=".json,application/json" onFile={(file) => void share.open(file)}>
          {text('share.open')}
        </FileButton>
      </FigureToolbar>
      <NoticeList
        items={message === null ? [] : [{ id: 'share', tone: 'info', message }]}
        onDismiss={dismiss}
      />
      <HelpDialog open={open === 'help'} onClose={() => setOpen(null)} />
      <Dialog open={open === 'code'} title={text('code.title')} onClose={() => setOpen(null)}>
        {open === 'code' && (
          <Part small load={loadCode}>
            {({ CodeListing }) => <CodeListing view={view} />}
          </Part>
        )}
      </Dialog>
    </>
  );
}
