/** One line of a log as it was meant: without colours and time stamps, cells of a table put together again. */
export interface LogLine {
  /** 1-based line of the text as pasted. */
  readonly line: number;
  readonly text: string;
}
