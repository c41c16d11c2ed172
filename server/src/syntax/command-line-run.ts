/** What stands before the name of a command. */
export interface RunUp {
  /** On the whole line. */
  readonly line: string;
  /**
   * In the same command, from its first word on; of a quoted text only what is inside of the
   * quotes.
   */
  readonly before: string;
  /** In the command that is given the quoted text; undefined where no quotes are open. */
  readonly around: string | undefined;
}

/**
 * Whether a shell runs the command there, rather than that somebody speaks of it. Its name has to
 * be the first word but for those that run others, and a text in quotes has to be given to
 * something that runs it.
 */
export function isRun({ line, before, around }: RunUp): boolean {
  if (isProseKey(KEY_OF_LINE.exec(line)?.[1])) return false;
  const words = plain(before).replace(PATH, '');
  if (around === undefined) return beginsCommand(words, true);
  return beginsCommand(words, false) && runsText(plain(around));
}

/** Whether a key of YAML holds words for people. */
export const isProseKey = (key: string | undefined): boolean => !!key && PROSE_KEY.test(key);

/** Whether what begins a line runs what it is given on the lines below. */
export const runsBelow = (before: string): boolean =>
  beginsCommand(`${plain(before).trim()} `, true);

/** Whether a text is piped into something that runs it. */
export function isPipedToRunner(behind: string): boolean {
  const [, words] = /^[^\r\n|]*\|(?!\|)[ \t]*([^\r\n|;&]+)/.exec(behind) ?? [];
  return words !== undefined && beginsCommand(`${words} `, false);
}

/** In one line, however many it takes; a Dockerfile may have comments between them. */
const plain = (text: string) => text.replace(/[\\^`]?\r?\n(?:[ \t]*#[^\n]*\n)*/g, ' ');

const KEY_OF_LINE = /^[ \t]*(?:- +)*["']?([\w.-]+)["']?:[ \t]/;

const PROSE_KEY =
  /^(?:(?:display_?)?name|desc(?:ription)?|summary|msg|\w*_msg|\w*message|title|help|text|comments?|notes?|usage|doc\w*|readme|label|fail|debug|example)$/i;

/** Keys of pipelines, of Ansible, of Kubernetes and of cloud-init under which commands stand. */
const RUNNING_KEY =
  /(?:^|[._-]|[a-z](?=[A-Z]))(?:run|runcmd|bootcmd|cmds?|commands?|shell|scripts?|bash|sh|pwsh|powershell|exec\w*|raw|entrypoint|args|argv|inline|test|bat)$|^(?:inlineScript|powershellScript)$/i;

/** The folder of the program, with its variables. */
const PATH =
  /(?:"[^"]*"|'[^']*'|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\$\([^()]*\)|[\w./\\$~%:@-])*(?:\\?["'])?$/;

const ASSIGNED =
  /^(?:(?:def|var|let|const|final|String|export|local|readonly|declare|typeset|set)[ \t]+(?:[-/]\w+[ \t]+)*)?["']?((?:\[\w+\])?\$?[\w:.]+)[ \t]*\+?=[ \t]*/;
const ASSIGNED_VALUE = /^(?:"[^"]*"|'[^']*'|\$\([^()]*\)|[^\s"'(])+[ \t]+/;

const LEAD = /^(?:[\s(){}!@+]|-(?=[ \t"']|$))+/;

/** Names of variables that hold words for people. */
const SPEAKING_NAME =
  /(?:msg|message|usage|help|hint|text|example|error|err|desc|description|title|summary|note|info|doc)s?$/i;

const SPEAKERS =
  /(?:^|[\s("'@])(?:echo|printf|write-(?:host|output|error|warning|verbose|information)|logger|[ef]?grep|findstr|select-string|sed|awk|git|read|throw)(?=[\s("'.]|$)/i;

/** What runs the words that follow. */
const RUNNERS: ReadonlySet<string> = new Set(
  'ansible bash bat batch builtin call chroot cmd command csh dash do docker doas elif else entrypoint env eval exec execute for gosu iex if invoke-command invoke-expression ionice kubectl ksh nerdctl nice nohup oc onbuild healthcheck parallel plink podman powershell psexec pwsh remsh rsh run runas runuser screen setsid sh ssh sshpass start start-process stdbuf su su-exec sudo su_exec system then time timeout tmux until unless watch while winpty winrs wsl xargs zsh docker-compose'.split(
    ' ',
  ),
);

/** Names that people give to functions that run their arguments. */
const LIKE_RUNNER = /^(?:[\w.-]*[-_])?(?:run|exec|execute|retry|invoke|remote|as)(?:[-_][\w-]*)?$/;
const VARIABLE = /^["']?(?:\$[\w{(@]|%\w+%|\{\{|!\w+!)/;
const LAST_RUNNER = /(?:^|\s)(?:then|do|else|exec|call|--|-exec|-execdir)\s*$/;

/** Whether words leave the next one to be the first of a command. */
function beginsCommand(words: string, mayBeKey: boolean): boolean {
  const key = mayBeKey ? KEY_OF_LINE.exec(words) : null;
  if (key && !RUNNING_KEY.test(key[1] ?? '')) return false;
  const rest = withoutAssignments(key ? words.slice(key[0].length) : words);
  return rest === '' || isRunner(rest);
}

function isRunner(words: string): boolean {
  if (SPEAKERS.test(words)) return false;
  const [first = ''] = /^["']?[^\s("',[]*/.exec(words) ?? [];
  const name = first.replace(/^.*[\\/]|^["']|\.exe$/g, '');
  if (
    RUNNERS.has(name.toLowerCase()) &&
    (name === name.toUpperCase() || !/^[A-Z][a-z]+$/.test(name))
  )
    return true;
  return (
    LIKE_RUNNER.test(name) || VARIABLE.test(words) || /^-\w/.test(words) || LAST_RUNNER.test(words)
  );
}

/** What is left behind the brackets and the variables with which a command begins. */
function withoutAssignments(words: string): string {
  let rest = words;
  for (;;) {
    const next = rest.replace(LEAD, '');
    const assigned = ASSIGNED.exec(next)?.[0];
    if (assigned === undefined) return next;
    const value = next.slice(assigned.length);
    const isCalled = /^\w+[ \t]*\(/.test(value);
    rest = isCalled ? value : value.replace(ASSIGNED_VALUE, '');
    if (rest === '') return '';
    if (rest === next) return rest;
  }
}

/** Whether what stands before a quoted text runs it. */
function runsText(around: string): boolean {
  const words = around.replace(/["'`@$\\[(]*$/, '');
  if (SPEAKERS.test(words)) return false;
  const direct = /(?:^|[\s,{(-])["']?([\w.-]+)["']?[ \t]*:[ \t]*$/.exec(words)?.[1];
  if (direct) return RUNNING_KEY.test(direct);
  const variable = /(\w+)[ \t]*\+?=[ \t]*$/.exec(words)?.[1];
  if (variable && SPEAKING_NAME.test(variable)) return false;
  // In a batch file the quotes stand around the variable as well.
  if (/^\s*@?set[ \t]*$/i.test(words)) return true;
  if (/(?:^|[\s"',])(?:-\w*c|\/[ck]|--?command)["']?,?[ \t]*$/i.test(words)) return true;
  const key = KEY_OF_LINE.exec(words);
  if (key && RUNNING_KEY.test(key[1] ?? '') && /^["']?\[/.test(words.slice(key[0].length)))
    return true;
  return beginsCommand(words, true);
}
