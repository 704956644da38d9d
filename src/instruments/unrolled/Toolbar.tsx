import { type RefObject, useState } from 'react';
import { Dialog } from '../../components/controls/Dialog.tsx';
import { FigureToolbar } from '../../components/controls/FigureToolbar.tsx';
import { HelpDialog } from '../../components/controls/HelpDialog.tsx';
import { CodeBlock } from '../../components/prose/CodeBlock.tsx';
import { useText } from '../../components/text/useText.tsx';
import { type CodeFacts, tfjsCode, torchCode } from './code.ts';
import { NoticeList } from './NoticeList.tsx';
import { OpenFile } from './OpenFile.tsx';
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

function codeFacts({ state, shown, figure }: UnrolledView): CodeFacts {
  const { config, info } = state;
  return {
    cell: config.cell,
    vocabulary: shown?.shape.vocabulary ?? figure.settings.vocabulary,
    hidden: config.hidden,
    layers: config.layers,
    steps: info?.steps ?? config.steps,
    batch: info?.batch ?? config.batch,
    optimizer: config.optimizer,
    clip: config.clip,
    forgetBias: config.forgetBias,
  };
}

function CodeDialog(props: {
  readonly view: UnrolledView;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const text = useText();
  const facts = codeFacts(props.view);
  return (
    <Dialog open={props.open} title={text('code.title')} onClose={props.onClose}>
      <h3>PyTorch</h3>
      <CodeBlock>
        <code>{torchCode(facts)}</code>
      </CodeBlock>
      <h3>TensorFlow.js</h3>
      <CodeBlock>
        <code>{tfjsCode(facts)}</code>
      </CodeBlock>
    </Dialog>
  );
}

type Open = 'code' | 'help' | null;

/** What can be done with the figure as a whole: link, table, files, code, full screen, help. */
export function Toolbar(props: ToolbarProps) {
  const { view } = props;
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
        <OpenFile onFile={(file) => void share.open(file)} />
      </FigureToolbar>
      <NoticeList
        items={message === null ? [] : [{ id: 'share', tone: 'info', message }]}
        onDismiss={dismiss}
      />
      <HelpDialog open={open === 'help'} onClose={() => setOpen(null)} />
      <CodeDialog view={view} open={open === 'code'} onClose={() => setOpen(null)} />
    </>
  );
}
