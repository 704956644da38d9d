import { type ReactNode, useRef } from 'react';
import { Button } from './Button.tsx';

export interface FileButtonProps {
  readonly children: ReactNode;
  /** What the browser offers first: extensions and types with commas between them. */
  readonly accept: string;
  readonly primary?: boolean;
  /** Several may be chosen at once; `onFile` is told of each. */
  readonly multiple?: boolean;
  readonly onFile: (file: File) => void;
}

/** A button that asks for a file. */
export function FileButton({ children, accept, primary = false, multiple = false, onFile }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button primary={primary} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={multiple}
        onChange={(event) => {
          for (const file of event.target.files ?? []) onFile(file);
          // The same file again is a change again.
          event.target.value = '';
        }}
      />
    </>
  );
}
