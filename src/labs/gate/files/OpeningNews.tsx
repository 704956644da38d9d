import { Button } from '../../../components/controls/Button.tsx';
import { CodeBlock } from '../../../components/prose/CodeBlock.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import type { LabNetwork } from '../model.ts';
import { conversionCode } from './conversions.ts';
import { faultText, moduleName } from './fault-text.ts';
import styles from './files.module.css';
import { networkText } from './network-text.ts';
import { Opened } from './Opened.tsx';
import type { OpenChoices, OpenFault } from './open-file.ts';
import type { WeightsFile } from './read-file.ts';
import type { Opening } from './useOpening.ts';

interface NewsProps {
  readonly opening: Opening | null;
  /** The network on screen: once it is another than the file's, the file is no news any more. */
  readonly network: LabNetwork;
  readonly onChoose: (file: WeightsFile, choices: OpenChoices) => void;
  readonly onDismiss: () => void;
}

/** What became of the file that was opened last. */
export function OpeningNews({ opening, network, onChoose, onDismiss }: NewsProps) {
  const isShown = opening?.state !== 'opened' || isSame(opening.result.model.network, network);
  const refused = opening?.state === 'refused' ? opening : null;
  return (
    <>
      <div role="status" className={styles.news} hidden={!opening || refused !== null || !isShown}>
        {opening && isShown && <News opening={opening} onChoose={onChoose} />}
      </div>
      <div role="alert" className={styles.refused} hidden={refused === null}>
        {refused && <Refused {...refused} onDismiss={onDismiss} />}
      </div>
    </>
  );
}

const isSame = (a: LabNetwork, b: LabNetwork): boolean => networkText(a) === networkText(b);

function News({ opening, onChoose }: Pick<NewsProps, 'onChoose'> & { readonly opening: Opening }) {
  const text = useText(gateFilesMessages);
  switch (opening.state) {
    case 'reading':
      return <p>{text('files.reading', { name: opening.name })}</p>;
    case 'asking': {
      const { file, prefixes } = opening;
      return (
        <>
          <p>{text('files.which', { name: file.name, count: prefixes.length })}</p>
          <div className={styles.bar}>
            {prefixes.map((prefix) => (
              <Button key={prefix} onClick={() => onChoose(file, { prefix })}>
                {moduleName(text, prefix)}
              </Button>
            ))}
          </div>
        </>
      );
    }
    case 'opened':
      return <Opened opening={opening} onChoose={onChoose} />;
    default:
      return null;
  }
}

function Refused(props: {
  readonly name: string;
  readonly fault: OpenFault;
  readonly onDismiss: () => void;
}) {
  const text = useText(gateFilesMessages);
  const { name, fault, onDismiss } = props;
  const code = conversionCode(fault, name);
  return (
    <>
      <p>
        <strong>{text('files.not-opened', { name })}</strong>
      </p>
      <p>{faultText(text, fault)}</p>
      {code !== null && (
        <CodeBlock>
          <code>{code}</code>
        </CodeBlock>
      )}
      <div className={styles.bar}>
        <Button onClick={onDismiss}>{text('files.dismiss')}</Button>
      </div>
    </>
  );
}
