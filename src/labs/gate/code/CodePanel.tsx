import { useText } from '../../../components/text/useText.tsx';
import { codeMessages } from '../../../i18n/messages/code.ts';
import { gateCodeMessages } from '../../../i18n/messages/gate-code.ts';
import { CodeTabs } from '../../../instruments/code/CodeTabs.tsx';
import { tfjsNotes, torchNotes } from '../../../instruments/code/notes.ts';
import { weightsFileName } from '../files/file-name.ts';
import type { LabInput, LabNetwork } from '../model.ts';
import styles from './code-panel.module.css';
import { tfjsProgram } from './tfjs-program.ts';
import { torchProgram } from './torch-program.ts';

/** The network on screen, its weights and its sequence as a program in PyTorch or TensorFlow.js. */
export function CodePanel(props: { readonly network: LabNetwork; readonly input: LabInput }) {
  const { network, input } = props;
  const text = useText(gateCodeMessages);
  const say = useText(codeMessages);
  const file = weightsFileName(network);
  const { stack } = network;
  const torch = () =>
    torchProgram(network, input, file, [...torchNotes(say, stack), text('gate-code.torch')]);
  const tfjs = () => tfjsProgram(network, input, file, [...tfjsNotes(say, stack), text('gate-code.tfjs')]);
  return (
    <div className={styles.panel}>
      <p>{text('gate-code.about', { file })}</p>
      <CodeTabs write={(library) => (library === 'torch' ? torch() : tfjs())} />
    </div>
  );
}
