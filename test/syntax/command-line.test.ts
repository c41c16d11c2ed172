import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLine } from '../../server/src/syntax/command-line';
import { type ConfigNode, textSpan } from '../../server/src/syntax/tree';
import { lines } from '../support/marks';
import { changeTable, type Row } from './change-table';
import { assertSound, syntaxContract } from './contract';

/** The options of each command, as `name=text`. */
function commandsIn(text: string): readonly (readonly string[])[] {
  const { root } = assertSound(commandLine, text);
  return root?.type === 'array' ? root.items.map(optionsOf) : [];
}

const optionsOf = (command: ConfigNode): readonly string[] =>
  command.type === 'object'
    ? command.properties.map(
        ({ key, value }) => `${key}=${value.type === 'scalar' ? value.text : '?'}`,
      )
    : [];

const PLAIN = ['instance=prod', 'setimsoauth=$A/$B/$C/$D'];

/** A name, a script, and the options of its commands. */
const SCRIPTS: readonly (readonly [string, string, readonly (readonly string[])[]])[] = [
  ['a line', 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D\n', [PLAIN]],
  ['a line without its break', 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D', [PLAIN]],
  ['a BOM', '\uFEFFnlserver config -instance:prod -setimsoauth:$A/$B/$C/$D', [PLAIN]],
  [
    'lines of a shell that go on',
    'nlserver config \\\n  -instance:prod \\\r\n  -setimsoauth:$A/$B/$C/$D\necho\n',
    [PLAIN],
  ],
  ['a word that goes on', 'nlserver config -instance:prod -setimsoauth:$A/$B/\\\n$C/$D\n', [PLAIN]],
  [
    'lines of a batch file',
    'nlserver.exe config ^\r\n  -instance:prod ^\r\n  -setimsoauth:%A%/%B%/%C%/%D%\r\n',
    [['instance=prod', 'setimsoauth=%A%/%B%/%C%/%D%']],
  ],
  [
    'lines of PowerShell',
    'nlserver config `\n  -instance:prod `\n  "-setimsoauth:$env:A/$env:B/$env:C/$env:D"\n',
    [['instance=prod', 'setimsoauth=$env:A/$env:B/$env:C/$env:D']],
  ],
  [
    'another command behind it',
    'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D; ls -x',
    [PLAIN],
  ],
  ['what follows', 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D && a -x:y', [PLAIN]],
  [
    'what follows otherwise',
    'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D||a -x',
    [PLAIN],
  ],
  ['a file', 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D >/dev/null 2>&1', [PLAIN]],
  ['a pipe', 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D | tee -a log', [PLAIN]],
  ['a comment', 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D # -x:y', [PLAIN]],
  ['a subshell', '(nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D)', [PLAIN]],
  ['its output', 'x=$(nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D)', [PLAIN]],
  [
    'its output, the old way',
    'x=`nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D`',
    [PLAIN],
  ],
  [
    'a path',
    '/usr/local/neolane/nl6/bin/nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D',
    [PLAIN],
  ],
  [
    'a path in quotes',
    '"C:\\Program Files\\Adobe\\bin\\nlserver.exe" config -instance:prod -setimsoauth:$A/$B/$C/$D',
    [PLAIN],
  ],
  [
    'another user',
    'sudo -u neolane nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D',
    [PLAIN],
  ],
  [
    'a quoted command',
    'su - neolane -c "nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D"',
    [PLAIN],
  ],
  [
    'a quoted command and another',
    'su - neolane -c "nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D" && echo "done -x"',
    [PLAIN],
  ],
  [
    'another host',
    "ssh acc@host 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D'",
    [PLAIN],
  ],
  [
    'quotes that a shell joins',
    `ssh host 'nlserver config -instance:prod -setimsoauth:'"$A/$B"'/$C/$D'`,
    [PLAIN],
  ],
  [
    'a quoted command of several lines',
    'su - neolane -c "\n  nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D\n"\n',
    [PLAIN],
  ],
  [
    'the end of a quoted text of several lines',
    'su - neolane -c "cd /x &&\n  nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D"\n',
    [PLAIN],
  ],
  ['quotes in a word', `nlserver config -instance:'prod' -setimsoauth:"$A"/'$B'/$C/"$D"`, [PLAIN]],
  ['a word in quotes', `nlserver config '-instance:prod' "-setimsoauth:$A/$B/$C/$D"`, [PLAIN]],
  [
    'escaped quotes',
    'su -c "nlserver config -instance:\\"prod\\" -setimsoauth:\\"$A/$B/$C/$D\\""',
    [PLAIN],
  ],
  [
    'a command in a command',
    'nlserver config -instance:prod -setimsjwtauth:$A/$(cat "/run/a b")/$C/$D/$(base64 -w0 ./private.key)',
    [['instance=prod', 'setimsjwtauth=$A/$(cat "/run/a b")/$C/$D/$(base64 -w0 ./private.key)']],
  ],
  [
    'blanks to be filled in',
    'nlserver config -instance:<instance name> -setimsoauth:<org id>/<client id>/<account>/<secret>',
    [['instance=<instance name>', 'setimsoauth=<org id>/<client id>/<account>/<secret>']],
  ],
  [
    'two colons',
    'nlserver config -instance:prod -setimsjwtauth::$A/$B/$C/$D',
    [['instance=prod', 'setimsjwtauth=$A/$B/$C/$D']],
  ],
  ['a blank for a colon', 'nlserver config -instance:prod -setimsoauth $A/$B/$C/$D', [PLAIN]],
  [
    'nothing behind the name',
    'nlserver config -setimsoauth -instance:prod',
    [['setimsoauth=', 'instance=prod']],
  ],
  [
    'a Dockerfile',
    'FROM x\nRUN nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D\n',
    [PLAIN],
  ],
  [
    'a Dockerfile with a comment between',
    'FROM x\nRUN nlserver config \\\n  # who\n  -instance:prod \\\n  -setimsoauth:$A/$B/$C/$D\n',
    [PLAIN],
  ],
  [
    'a list in a Dockerfile',
    'CMD ["nlserver", "config","-instance:prod", \\\n "-setimsoauth:$A/$B/$C/$D"] -x',
    [PLAIN],
  ],
  [
    'a list with a shell',
    'CMD ["sh", "-c", "nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D"]',
    [PLAIN],
  ],
  [
    'a list in YAML',
    'command: [nlserver, config, "-instance:prod", -setimsoauth:$A/$B/$C/$D]\n',
    [PLAIN],
  ],
  ['a step', '- run: nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D\n', [PLAIN]],
  [
    'an item',
    'script:\n  - nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D\n  - -x\n',
    [PLAIN],
  ],
  ['quotes of YAML', `- "nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D"\n`, [PLAIN]],
  [
    'single quotes of YAML',
    `run: 'nlserver config -instance:prod -setimsoauth:"$A"/$B/$C/$D'\n`,
    [PLAIN],
  ],
  [
    'a block of YAML',
    'run: |\n  ls\n  nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D\n  -x:y\n',
    [PLAIN],
  ],
  [
    'a folded block of YAML',
    '- run: >-\n    nlserver config\n    -instance:prod\n    -setimsoauth:$A/$B/$C/$D\n  name: -x\n',
    [PLAIN],
  ],
  [
    'a value of YAML over several lines',
    '- run: nlserver config\n    -instance:prod\n    -setimsoauth:$A/$B/$C/$D\n  name: -x\n',
    [PLAIN],
  ],
  [
    'secrets of a workflow',
    'run: nlserver config -instance:prod -setimsoauth:${{ secrets.A }}/${{ vars.B }}/$C/$D\n',
    [['instance=prod', 'setimsoauth=${{ secrets.A }}/${{ vars.B }}/$C/$D']],
  ],
  [
    'a template',
    'command: nlserver config -instance:{{ name }} -setimsoauth:{{ a }}/{{ b | c("/") }}/$C/$D\n',
    [['instance={{ name }}', 'setimsoauth={{ a }}/{{ b | c("/") }}/$C/$D']],
  ],
  [
    'a Makefile',
    'x:\n\t@nlserver config -instance:prod -setimsoauth:$(A)/$(B)/$C/$D\n',
    [['instance=prod', 'setimsoauth=$(A)/$(B)/$C/$D']],
  ],
  ['a Jenkinsfile', "sh 'nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D'\n", [PLAIN]],
  [
    'a call in a Jenkinsfile',
    'sh(script: "nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D", x: 1)',
    [PLAIN],
  ],
  ['three quotes', "sh '''nlserver config -instance:prod -setimsoauth:$A/$B/$C/$D'''", [PLAIN]],
  [
    'lines that go on in three quotes of Groovy',
    'sh """\n  nlserver config \\\\\n    -instance:prod \\\\\r\n    -setimsoauth:$A/$B/$C/$D\n"""\n',
    [PLAIN],
  ],
  [
    'the arguments of a container',
    'command: ["nlserver"]\nargs: ["config", "-instance:prod", "-setimsoauth:$A/$B/$C/$D"]\n',
    [PLAIN],
  ],
  [
    'the arguments of a new process',
    'Start-Process nlserver -ArgumentList "config","-instance:prod","-setimsoauth:$A/$B/$C/$D" -Wait',
    [PLAIN],
  ],
  [
    'the arguments of a new process in brackets',
    "Start-Process -FilePath 'C:\\bin\\nlserver.exe' -ArgumentList @('config', '-instance:prod', '-setimsoauth:$A/$B/$C/$D')",
    [PLAIN],
  ],
  [
    'two commands',
    'nlserver config -setimsoauth:a; nlserver config -setimsauth:b',
    [['setimsoauth=a'], ['setimsauth=b']],
  ],
  [
    'two options',
    'nlserver config -setimsoauth:a -setimsauth:b',
    [['setimsoauth=a', 'setimsauth=b']],
  ],
  [
    'other commands',
    'nlserver config -reload\nnlserver pdump -setimsoauth:x\nnlserver-x config -setimsoauth:x',
    [],
  ],
  [
    'a comment of a shell',
    '# nlserver config -setimsoauth:x\nls # nlserver config -setimsoauth:x',
    [],
  ],
  [
    'a comment of a batch file',
    'rem nlserver config -setimsoauth:x\n:: nlserver config -setimsoauth:x',
    [],
  ],
  [
    'a comment of Groovy',
    '// nlserver config -setimsoauth:x\n/* \nnlserver config -setimsoauth:x\n */',
    [],
  ],
  [
    'a text for people',
    'echo "Run nlserver config -setimsoauth:x"\nprintf "nlserver config -setimsoauth:x"',
    [],
  ],
  [
    'a text that explains it',
    'cat <<EOF\nUsage: nlserver config -setimsoauth:<a>\nEOF\nlog "now run nlserver config -setimsoauth:x"',
    [],
  ],
  [
    'a text that is piped',
    "echo 'nlserver config -setimsoauth:a/b' | ssh host",
    [['setimsoauth=a/b']],
  ],
];

describe('the notation of command lines', () => {
  for (const [name, text, expected] of SCRIPTS) {
    it(`reads ${name}`, () => assert.deepEqual(commandsIn(text), expected));
  }

  for (const [name, text] of SCRIPTS) {
    it(`reads every prefix of ${name}`, () => {
      for (let end = 0; end <= text.length; end++) assertSound(commandLine, text.slice(0, end));
    });

    it(`knows where the characters of ${name} stand`, () => {
      const { root } = commandLine.parse(text);
      for (const command of root?.type === 'array' ? root.items : []) {
        if (command.type !== 'object') continue;
        assert.match(
          text.slice(command.nameSpan?.start, command.nameSpan?.end),
          /^nlserver(\.exe)?$/,
        );
        for (const { key, keySpan, value } of command.properties) {
          assert.equal(text.slice(keySpan.start, keySpan.end).replace(/^-+/, ''), key);
          if (value.type !== 'scalar') continue;
          for (let at = 0; at < value.text.length; at++) {
            const { start } = textSpan(value, at, at + 1);
            assert.equal(text[start], value.text[at]);
          }
        }
      }
    });
  }

  it('collects comments, but neither addresses nor marks in words', () => {
    const { comments } = commandLine.parse(lines`
      #!/bin/sh
      # one
      curl https://host/a#b "x # y" # two
      rem three
      :: four
      // five
      ls ${'$'}{A#b} it\\'s # six
    `);
    assert.deepEqual(
      comments.map(({ text }) => text),
      ['!/bin/sh', 'one', 'two', 'three', 'four', 'five', 'six'],
    );
  });

  it('takes time in proportion to the text', () => {
    const pieces = [
      'nlserver config -setimsoauth:x;',
      'nlserver config "',
      "nlserver config '$(",
      'nlserver config {{ ${ ` ',
      'nlserver config \\\n',
      '- run: >\n  nlserver config\n',
      'nlserver ',
      'nlserver -x ',
      'nlserver/',
      '"nlserver", "a", ',
      'echo nlserver config -a ',
      'nlserver \'"',
      '%a <a ',
      '((',
      'echo ',
      "'",
      '/*\n',
    ];
    for (const piece of pieces) {
      const text = `${piece.repeat(Math.ceil(200_000 / piece.length))}-setimsoauth:a/b`;
      const before = performance.now();
      commandLine.parse(text);
      const took = performance.now() - before;
      assert.ok(took < 1500, `${JSON.stringify(piece)} took ${took} ms`);
    }
  });
});

const EDITS: readonly Row[] = [
  [
    'renames an option and keeps its hyphen',
    'nlserver config -instance:a "-setimsjwtauth:$A/$B"\n',
    (edits) => [edits.rename('0/setimsjwtauth', 'setimsoauth')],
    'nlserver config -instance:a "-setimsoauth:$A/$B"\n',
  ],
  [
    'takes out the end of a text',
    'nlserver config -setimsoauth:$A/$(base64 ./x) -b\n',
    (edits) => [edits.text('0/setimsoauth', 2, 16, '')],
    'nlserver config -setimsoauth:$A -b\n',
  ],
  [
    'writes a variable without quotes',
    'nlserver config -setimsoauth:a/secret\n',
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    'nlserver config -setimsoauth:a/$X\n',
  ],
  [
    'writes a variable in double quotes',
    'nlserver config -setimsoauth:"a/secret"\n',
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    'nlserver config -setimsoauth:"a/$X"\n',
  ],
  [
    'writes a variable so that it expands at the end of single quotes',
    "nlserver config -setimsoauth:'a/secret'\n",
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    `nlserver config -setimsoauth:'a/'"$X"\n`,
  ],
  [
    'writes a variable so that it expands in single quotes',
    "nlserver config '-setimsoauth:a/secret/b'\n",
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    `nlserver config '-setimsoauth:a/'"$X"'/b'\n`,
  ],
  [
    'writes a variable so that it expands in a command in single quotes',
    "ssh host 'nlserver config -setimsoauth:a/secret -instance:x'\n",
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    `ssh host 'nlserver config -setimsoauth:a/'"$X"' -instance:x'\n`,
  ],
  [
    'writes a variable in quotes of YAML',
    "run: 'nlserver config -setimsoauth:a/secret'\n",
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    "run: 'nlserver config -setimsoauth:a/$X'\n",
  ],
  [
    'writes a variable in quotes of Groovy',
    "sh 'nlserver config -setimsoauth:a/secret'\n",
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$X')],
    "sh 'nlserver config -setimsoauth:a/$X'\n",
  ],
  [
    'writes a variable of PowerShell',
    "nlserver config '-setimsoauth:a/secret'\n",
    (edits) => [edits.text('0/setimsoauth', 2, 8, '$env:X')],
    'nlserver config "-setimsoauth:a/$env:X"\n',
  ],
  [
    'takes out a quoted end',
    'nlserver config -setimsoauth:$A/"$B"\n',
    (edits) => [edits.text('0/setimsoauth', 2, 5, '')],
    'nlserver config -setimsoauth:$A\n',
  ],
  [
    'takes out an end across quotes',
    'nlserver config -setimsoauth:"$A/"$(base64 ./x)\n',
    (edits) => [edits.text('0/setimsoauth', 2, 16, '')],
    'nlserver config -setimsoauth:"$A"\n',
  ],
  [
    'takes out an end with escaped quotes',
    'su -c "nlserver config -setimsoauth:\\"$A/$B\\""\n',
    (edits) => [edits.text('0/setimsoauth', 2, 5, '')],
    'su -c "nlserver config -setimsoauth:\\"$A\\""\n',
  ],
  [
    'appends inside of quotes',
    'nlserver config "-setimsoauth:$A" -x:y\n',
    (edits) => [edits.text('0/setimsoauth', 2, 2, '/<b c>')],
    'nlserver config "-setimsoauth:$A/<b c>" -x:y\n',
  ],
  [
    'removes an option',
    'nlserver config -instance:a -setimsoauth:$A\n',
    (edits) => [edits.remove('0/instance')],
    'nlserver config -setimsoauth:$A\n',
  ],
  [
    'removes an option with its line',
    'nlserver config \\\n  -instance:a \\\n  -setimsoauth:$A\n',
    (edits) => [edits.remove('0/instance')],
    'nlserver config \\\n  -setimsoauth:$A\n',
  ],
  [
    'adds an option',
    'nlserver config -setimsoauth:$A\n',
    (edits) => [edits.insert('0', undefined, 'instance', '<instance name>')],
    'nlserver config -instance:<instance name> -setimsoauth:$A\n',
  ],
];

describe('an edit of a command line', () => changeTable(commandLine, EDITS));

syntaxContract('command line', {
  syntax: commandLine,
  object: (root) => (root.type === 'array' ? root.items[0] : undefined),
  sample: {
    text: lines`
      # first
      nlserver config -setimsauth:x \\
        -one:uno \\
        -two:due \\
        -three:tre
    `,
    after: {
      set: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno \\
          -two:"zwei drei" \\
          -three:tre
      `,
      replaceText: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno \\
          -two:döe \\
          -three:tre
      `,
      rename: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno \\
          -zwei:due \\
          -three:tre
      `,
      removeFirst: lines`
        # first
        nlserver config -setimsauth:x \\
          -two:due \\
          -three:tre
      `,
      removeMiddle: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno \\
          -three:tre
      `,
      removeLast: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno \\
          -two:due
      `,
      removeNeighbors: lines`
        # first
        nlserver config -setimsauth:x \\
          -three:tre
      `,
      insertFirst: lines`
        # first
        nlserver config -zero:nulla -setimsauth:x \\
          -one:uno \\
          -two:due \\
          -three:tre
      `,
      insertMiddle: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno -new:nuovo \\
          -two:due \\
          -three:tre
      `,
      insertLast: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:uno \\
          -two:due \\
          -three:tre -four:quattro -five:cinque
      `,
      several: lines`
        # first
        nlserver config -setimsauth:x \\
          -one:eins \\
          -two:due -four:quattro
      `,
    },
    broken: [
      'nlserver config "',
      "nlserver config -setimsoauth:'",
      'nlserver config -setimsoauth:$(',
      'nlserver config -setimsoauth:\\',
      'nlserver config -setimsoauth:${{',
      '["nlserver","config","-setimsoauth:\\',
      'nlserver config -setimsoauth:`',
      '"nlserver',
      'nlserver config - -- -: -setimsoauth',
      'run: >\n  nlserver config\n\n\n  -setimsoauth:x',
    ],
  },
});
