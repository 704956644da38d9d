import { Button } from '../../components/controls/Button.tsx';
import { FileButton } from '../../components/controls/FileButton.tsx';
import { download } from '../../components/interaction/download.ts';
import { useText } from '../../components/text/useText.tsx';
import { networkFilesMessages } from '../../i18n/messages/network-files.ts';
import { RunNews } from '../../instruments/embeddings/RunNews.tsx';
import { TrainBar } from '../../instruments/embeddings/TrainBar.tsx';
import { faultText } from '../../instruments/network-files/fault-text.ts';
import { writeTreeModel } from '../../instruments/softmax-tree/tree-model.ts';
import tools from '../../instruments/tools/tools.module.css';
import { LeavesPanel } from '../../instruments/tree-walk/LeavesPanel.tsx';
import { MovedPanel } from '../../instruments/tree-walk/MovedPanel.tsx';
import { NodeDetail } from '../../instruments/tree-walk/NodeDetail.tsx';
import { PairBar } from '../../instruments/tree-walk/PairBar.tsx';
import { PathTable } from '../../instruments/tree-walk/PathTable.tsx';
import { ProductPanel } from '../../instruments/tree-walk/ProductPanel.tsx';
import { SearchPanel } from '../../instruments/tree-walk/SearchPanel.tsx';
import type { TreeWalk } from '../../instruments/tree-walk/useTreeWalk.ts';
import type { Forest, Walk } from '../../instruments/tree-walk/view.ts';
import { WalkBar } from '../../instruments/tree-walk/WalkBar.tsx';
import styles from './lab.module.css';
import { treeLabMessages } from './messages.ts';
import { RunFields } from './RunFields.tsx';
import { type TreeLabSettings, walkSettings } from './settings.ts';
import type { FileModelState, Refusal, Trained } from './useModel.ts';

export interface ModelRoomProps {
  readonly settings: TreeLabSettings;
  readonly change: (part: Partial<TreeLabSettings>) => void;
  readonly trained: Trained;
  readonly files: FileModelState;
  /** The walk of the file's model, or of the run; null: there is neither yet. */
  readonly walking: TreeWalk | null;
}

const ACCEPT = '.safetensors';
const FILE = 'unrolled-tree.safetensors';

function Refused({ refusal, onDismiss }: { readonly refusal: Refusal; readonly onDismiss: () => void }) {
  const text = useText({
    en: { ...treeLabMessages.en, ...networkFilesMessages.en },
    zh: { ...treeLabMessages.zh, ...networkFilesMessages.zh },
  });
  const { name, fault } = refusal;
  const reasonOf = () => {
    switch (fault.code) {
      case 'tree-missing':
      case 'tree-words':
      case 'tree-shape':
      case 'tree-broken':
        return text(`treelab.fault-${fault.code.slice('tree-'.length) as 'missing'}`, { ...fault });
      case 'tree-not-finite':
        return text('treelab.fault-not-finite', { name: fault.name, index: fault.index + 1 });
      default:
        return faultText(text, fault);
    }
  };
  return (
    <div role="alert" className={styles.refused}>
      <p>{text('treelab.file-refused', { name, reason: reasonOf() })}</p>
      <Button onClick={onDismiss}>{text('notice.dismiss')}</Button>
    </div>
  );
}

/** Writes the run's vectors, with its words and their tree, into a file that this lab opens again. */
async function save({ run, walking }: Trained): Promise<void> {
  const { forest } = walking;
  const vectors = await run?.vectors();
  if (!vectors || !forest) return;
  const { info, tree } = forest;
  const method = run?.asked().method;
  const isBalanced =
    method?.kind === 'word2vec' && method.output.kind === 'hierarchical' && method.output.tree === 'balanced';
  const { dimensions, input, output: nodes } = vectors;
  const { words, counts } = info;
  const kind = isBalanced ? 'balanced' : 'huffman';
  const bytes = writeTreeModel({ words, counts, kind, tree, dimensions, input, nodes });
  download(FILE, new Blob([bytes as BlobPart]));
}

function Opener({ files }: { readonly files: FileModelState }) {
  const text = useText(treeLabMessages);
  return (
    <FileButton accept={ACCEPT} onFile={(file) => void files.open(file)}>
      {text('treelab.open')}
    </FileButton>
  );
}

/** Neither run nor file: how to come by one. */
function Beginning({ settings, change, files }: ModelRoomProps) {
  const text = useText(treeLabMessages);
  const isText = settings.from === 'text';
  return (
    <>
      <p className={tools.note}>{text(isText ? 'treelab.train-note' : 'treelab.train-list')}</p>
      <div className={tools.bar}>
        <Button primary disabled={!isText} onClick={() => change({ trains: true })}>
          {text('treelab.train')}
        </Button>
        <Opener files={files} />
      </div>
    </>
  );
}

/** The run: what drives it, what it is to learn, and a way to keep it. */
function Training({ settings, change, trained, files, walking }: ModelRoomProps) {
  const text = useText(treeLabMessages);
  const { run, state } = trained;
  return (
    <>
      <TrainBar
        run={run}
        state={state}
        seed={{ value: settings.seed, onChange: (seed) => change({ seed }) }}
      />
      <RunNews run={run} state={state} />
      <RunFields settings={settings} change={change} />
      <div className={tools.bar}>
        <Button disabled={!walking?.walk} onClick={() => void save(trained)}>
          {text('treelab.save')}
        </Button>
        <Opener files={files} />
        <Button onClick={() => change({ trains: false })}>{text('treelab.close')}</Button>
      </div>
    </>
  );
}

function FromFile({ files }: ModelRoomProps) {
  const text = useText(treeLabMessages);
  const { file } = files;
  if (!file) return null;
  const { words, dimensions } = file.model;
  return (
    <div className={tools.bar}>
      <span>{text('treelab.file', { name: file.name, words: words.length, dimensions })}</span>
      <Opener files={files} />
      <Button onClick={files.close}>{text('treelab.close')}</Button>
    </div>
  );
}

interface NumbersProps extends ModelRoomProps {
  readonly forest: Forest;
  readonly walk: Walk;
  readonly walking: TreeWalk;
}

/** Every number of the walk: the product, the nodes, all leaves, the search. */
function Numbers({ settings, change, forest, walk, walking, files }: NumbersProps) {
  const text = useText();
  const node = walk.path[walking.open - 1];
  return (
    <>
      <div className={styles.columns}>
        <ProductPanel forest={forest} walk={walk} at={walking.at} />
        {!files.file && (
          <MovedPanel
            forest={forest}
            walk={walk}
            moved={walking.lastMoved}
            learning={walking.learning}
            rate={settings.rate}
            onRate={(rate) => change({ rate })}
          />
        )}
      </div>
      <PathTable
        caption={text('figure.table')}
        path={walk.path}
        at={walking.at}
        open={walking.open}
        moved={walking.moved}
        onOpen={(open) => change({ open })}
      />
      {node && (
        <NodeDetail
          node={node}
          step={walking.open}
          hidden={walk.prediction.hidden}
          vector={walking.vector}
          rate={settings.rate}
        />
      )}
      <div className={styles.columns}>
        <LeavesPanel forest={forest} walk={walk} onTarget={(target) => change({ target })} />
        <SearchPanel forest={forest} walk={walk} />
      </div>
    </>
  );
}

/** Probabilities under a model that is trained here, or comes from a file. */
export function ModelRoom(props: ModelRoomProps) {
  const { settings, change, files, walking } = props;
  const { forest = null, walk = null, at = 1 } = walking ?? {};
  const isTraining = settings.trains && settings.from === 'text';
  const Head = files.file ? FromFile : isTraining ? Training : Beginning;
  return (
    <div className={styles.room}>
      {files.refusal && <Refused refusal={files.refusal} onDismiss={files.dismiss} />}
      <Head {...props} />
      {walking && forest && (
        <>
          <PairBar forest={forest} walk={walk} settings={walkSettings(settings)} change={change} />
          <WalkBar at={at} depth={walk?.path.length ?? at} onAt={(to) => change({ at: to })} />
          {walk && <Numbers {...props} walking={walking} forest={forest} walk={walk} />}
        </>
      )}
    </div>
  );
}
