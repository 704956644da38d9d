import { Button } from '../../../components/controls/Button.tsx';
import { useText } from '../../../components/text/useText.tsx';
import { gateFilesMessages } from '../../../i18n/messages/gate-files.ts';
import { networkFilesMessages } from '../../../i18n/messages/network-files.ts';
import { conversionCode } from '../../../instruments/network-files/conversions.ts';
import { moduleName } from '../../../instruments/network-files/fault-text.ts';
import { Refused, type RefusedFile } from '../../../instruments/network-files/Refused.tsx';
import type { WeightsFile } from '../../../instruments/network-files/read-file.ts';
import type { LabNetwork } from '../model.ts';
import styles from './files.module.css';
import { networkText } from './network-text.ts';
import { Opened } from './Opened.tsx';
import { openFaultText } from './open-fault-text.ts';
import type { OpenChoices } from './open-file.ts';
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
  const refused = useRefused(opening);
  return (
    <>
      <div role="status" className={styles.news} hidden={!opening || refused !== null || !isShown}>
        {opening && isShown && <News opening={opening} onChoose={onChoose} />}
      </div>
      <Refused refused={refused} onDismiss={onDismiss} />
    </>
  );
}

function useRefused(opening: Opening | null): RefusedFile | null {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  if (opening?.state !== 'refused') return null;
  const { name, fault } = opening;
  const code = fault.code === 'too-large' ? null : conversionCode(fault, name);
  return { name, reason: openFaultText(text, say, fault), code };
}

const isSame = (a: LabNetwork, b: LabNetwork): boolean => networkText(a) === networkText(b);

function News({ opening, onChoose }: Pick<NewsProps, 'onChoose'> & { readonly opening: Opening }) {
  const text = useText(gateFilesMessages);
  const say = useText(networkFilesMessages);
  switch (opening.state) {
    case 'reading':
      return <p>{say('files.reading', { name: opening.name })}</p>;
    case 'asking': {
      const { file, prefixes } = opening;
      return (
        <>
          <p>{text('files.which', { name: file.name, count: prefixes.length })}</p>
          <div className={styles.bar}>
            {prefixes.map((prefix) => (
              <Button key={prefix} onClick={() => onChoose(file, { prefix })}>
                {moduleName(say, prefix)}
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
