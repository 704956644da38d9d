import { useText } from '../text/useText.tsx';
import styles from './Equation.module.css';
import './notation.css';
import { ScrollBox } from './ScrollBox.tsx';
import { Term } from './Term.tsx';
import { isTerm } from './terms.ts';

/** What the build makes of an equation: KaTeX's HTML (with MathML), in Ng's letters and, where they differ, the textbook's. */
interface EquationProps {
  readonly html: string;
  readonly textbook?: string;
  /** Linked terms in order of appearance, separated by spaces. */
  readonly terms?: string;
}

function Markup(props: { readonly html: string; readonly className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: KaTeX's own output, made by our build from our own pages
  return <span className={props.className} dangerouslySetInnerHTML={{ __html: props.html }} />;
}

/** Both notations stand in the page; `html[data-notation]` shows one. */
function Letters({ html, textbook }: EquationProps) {
  if (textbook === undefined) return <Markup html={html} />;
  return (
    <>
      <Markup className="notation-ng" html={html} />
      <Markup className="notation-textbook" html={textbook} />
    </>
  );
}

export const InlineEquation = (props: EquationProps) => <Letters {...props} />;

/** A displayed equation, and its terms again as buttons: KaTeX's visible HTML is hidden from assistive technology. */
export function DisplayEquation(props: EquationProps) {
  const text = useText();
  const terms = (props.terms ?? '').split(' ').filter(isTerm);
  return (
    <div className={styles.equation}>
      <ScrollBox className={styles.scroll ?? ''} label={text('prose.equation')}>
        <Letters {...props} />
      </ScrollBox>
      {terms.length > 0 && (
        <ul className={styles.terms} aria-label={text('prose.terms')}>
          {terms.map((term) => (
            <li key={term}>
              <Term id={term} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
