import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeActions } from '../../server/src/features/code-actions';
import { fixText } from '../../server/src/features/fix-all';
import { readDocument } from '../../server/src/model/document';
import { pipelineOptionSyntax } from '../../server/src/rules/pipeline-option-syntax';
import { noSettings } from '../../server/src/rules/settings';
import { documentOf, findingsOf, TODAY } from '../support/check';
import { lines } from '../support/marks';
import { seeded } from '../support/random';
import { testRule } from '../support/testRule';

const FILE = 'NmsPipeline_Config.json';

/** An option with these triggers on lines of their own. */
const option = (...triggers: readonly string[]) =>
  `{"topics": [{"name": "triggers", "consumer": "luma_dev", "triggers": [\n${triggers.map((each) => `  ${each}\n`).join('')}]}]}\n`;

const ALL = '{"name": "*", "jsConnector": "cus:triggers.js"}';

testRule(pipelineOptionSyntax, {
  valid: [
    { name: 'one trigger for all', file: FILE, code: option(ALL) },
    {
      name: 'what looks like a comment inside of a text',
      file: FILE,
      code: option('{"name": "https://x /* y */,}", "jsConnector": "cus:triggers.js"}'),
    },
    {
      name: 'remarks under keys of their own',
      file: FILE,
      code: option('{"_comment": "all", "$note": "x", "name": "*", "jsConnector": "cus:a.js"}'),
    },
    {
      name: 'a topic that Adobe does not document',
      file: FILE,
      code: '{"topics": [{"name": "audiences", "group": "x"}, {"name": "triggers", "consumer": "a", "triggers": []}]}'.replace(
        '[]',
        `[${ALL}]`,
      ),
    },
    { name: 'a text that is still broken elsewhere', file: FILE, code: option('{"nam": "*", ') },
    { name: 'an option without anything yet', file: FILE, code: '{}' },
    { name: 'an empty file', file: FILE, code: '' },
    {
      name: 'comments and commas where readers take them',
      file: 'shop.external-account.json',
      code: '{\n  // mine\n  "name": "MAC",\n}\n',
    },
    {
      name: 'blanks of a template',
      file: 'NmsPipeline_Config.template.json',
      code: option('{"name": "<trigger type id or *>"}'),
    },
  ],

  invalid: [
    {
      name: 'a comment behind a value',
      file: FILE,
      code: option(`${ALL} «// all»`),
      messages: ['This is a comment'],
      severity: 'error',
      titles: ['Remove the comment'],
      fixed: option(ALL),
    },
    {
      name: 'a comment on a line of its own, which goes with it',
      file: FILE,
      code: option('«/* all\n  of them */»', ALL),
      fixed: option(ALL),
    },
    {
      name: 'a comment before a value',
      file: FILE,
      code: option(`«/* all */» ${ALL}`),
      fixed: option(ALL),
    },
    {
      name: 'a comment between a key and its value',
      file: FILE,
      code: option('{"name": «/* all */» "*", "jsConnector": "cus:triggers.js"}'),
      fixed: option(ALL),
    },
    {
      name: 'a comment before a comma',
      file: FILE,
      code: option('{"name": "*" «/* all */», "jsConnector": "cus:triggers.js"}'),
      fixed: option(ALL),
    },
    {
      name: 'a comment before a bracket',
      file: FILE,
      code: option(`[${ALL} «/* all */»]`),
      fixed: option(`[${ALL}]`),
    },
    {
      name: 'a comment at the top, with the blank line behind it',
      file: FILE,
      code: `\uFEFF«// Luma»\r\n\r\n${option(ALL)}`,
      fixed: `\uFEFF${option(ALL)}`,
    },
    {
      name: 'a comment at the end without a line break',
      file: FILE,
      code: `${option(ALL)}«// end»`,
      fixed: option(ALL),
    },
    {
      name: 'a comma behind the last trigger',
      file: FILE,
      code: option(`${ALL} «,»`),
      messages: ['This comma has nothing behind it'],
      titles: ['Remove the comma'],
      fixed: option(ALL),
    },
    {
      name: 'a comma on a line of its own',
      file: FILE,
      code: option(ALL, '«,»'),
      fixed: option(ALL),
    },
    {
      name: 'a comma before a bracket on the same line',
      file: FILE,
      code: `{"topics": [{"name": "triggers", "consumer": "luma_dev", "triggers": [${ALL}«,» ]}]}`,
      fixed: `{"topics": [{"name": "triggers", "consumer": "luma_dev", "triggers": [${ALL}]}]}`,
    },
    {
      name: 'a comma that a comment follows',
      file: FILE,
      code: option(`${ALL}«,» «// all»`),
      messages: ['This comma', 'This is a comment'],
    },
    {
      name: 'a misspelled key, and not also a missing one',
      file: FILE,
      code: `{"topics": [{"name": "triggers", "consumer": "luma_dev", «"trigers"»: [${ALL}]}]}`,
      messages: [
        '`trigers` is not a key here, so Campaign finds no Triggers (`triggers`)'.slice(0, 30),
      ],
      severity: 'error',
      titles: ['Rename to `triggers`'],
      fixed: `{"topics": [{"name": "triggers", "consumer": "luma_dev", "triggers": [${ALL}]}]}`,
    },
    {
      name: 'misspelled keys of a trigger',
      file: FILE,
      code: option('{«"Name"»: "*", «"jsconector"»: "cus:triggers.js"}'),
      titles: ['Rename to `name`'],
    },
    {
      name: 'a misspelled key of the option',
      file: FILE,
      code: `{«"topic"»: [{"name": "triggers", "consumer": "luma_dev", "triggers": [${ALL}]}]}`,
      fixed: `{"topics": [{"name": "triggers", "consumer": "luma_dev", "triggers": [${ALL}]}]}`,
    },
    {
      name: 'a key that nobody documents',
      file: FILE,
      code: option('{"name": "*", "jsConnector": "cus:triggers.js", «"priority"»: 1}'),
      messages: [
        '`priority` is not a key that Adobe documents here; there are `name` and `jsConnector`',
      ],
      severity: 'error',
      fixed: null,
    },
    {
      name: 'a missing consumer',
      file: FILE,
      code: `{"topics": [{«"name"»: "triggers", "triggers": [${ALL}]}]}`,
      messages: ['Consumer (`consumer`) is missing. The name of the instance that listens'],
      severity: 'error',
      fixed: null,
    },
    {
      name: 'an empty library',
      file: FILE,
      code: option('{"name": "*", «"jsConnector": ""»}'),
      messages: ['JavaScript library (`jsConnector`) is empty.'],
    },
    {
      name: 'an option without topics',
      file: FILE,
      code: '{«"_comment"»: "Luma"}',
      messages: ['Topics (`topics`) is missing.'],
    },
  ],
});

describe('the option NmsPipeline_Config', () => {
  const kindOf = (file: string, text: string) => readDocument(file, text)?.kind.id;

  it('is known by its name or by its content', () => {
    for (const text of [
      option(ALL),
      option('// all', `${ALL},`),
      `{"topics": [{"trigers": [${ALL}], "name": "triggers"}]}`,
      `{"topic": [{"triggers": [${ALL}]}]}`,
      '{"topics": [{"name": "triggers", "triggers": [{"name": "*", "jsConector": "cus:a.js"}]}]}',
    ]) {
      assert.equal(kindOf('option.json', text), 'campaign-pipeline-option', text);
    }
    for (const name of ['NmsPipeline_Config.json', 'options/NmsPipeline_Config_dev.json']) {
      assert.equal(kindOf(name, '{ "topics": [] }'), 'campaign-pipeline-option');
    }
  });

  it('is not what other programs call topics, consumers and triggers', () => {
    for (const text of [
      '{"topics": ["orders"], "consumer": {"group": "shop"}}',
      '{"topics": [{"name": "orders", "consumer": "shop", "partitions": 3}]}',
      '{"topics": [{"name": "triggers", "consumer": "shop"}]}',
      '{"topics": [{"name": "orders", "triggers": [{"type": "cron"}]}]}',
      '{"triggers": [{"name": "*", "type": "http"}], "topics": []}',
      '{"jsConnector": "cus:a.js"}',
    ]) {
      assert.equal(kindOf('kafka.json', text), undefined, text);
    }
  });

  it('loses comments and commas in one go, and nothing else', () => {
    const before = lines`
      // From the console

      {
          "topics": [ // list of "topics"
              {
                  "name": "triggers", // the first one
                  /* The instance
                     that listens. */
                  "consumer": "luma_dev",
                  // one
                  // two
                  // three
                  // four
                  "triggers": [
                      { "name": "*", /* a */ "jsConnector": "cus:triggers.js", /* b */ /* c */ }, // last
                  ],
              }, // end
          ]
      }
      // bye
    `;
    const after = lines`
      {
          "topics": [
              {
                  "name": "triggers",
                  "consumer": "luma_dev",
                  "triggers": [
                      { "name": "*", "jsConnector": "cus:triggers.js" }
                  ]
              }
          ]
      }
    `;
    const context = { settings: noSettings, today: TODAY };
    for (const [from, to] of [
      [before, after],
      [before.replaceAll('\n', '\r\n'), after.replaceAll('\n', '\r\n')],
    ] as const) {
      assert.equal(fixText(FILE, from, context, ['safe']).text, to);
      assert.deepEqual(findingsOf(FILE, to), []);
      JSON.parse(to);
    }
  });

  it('is strict JSON once it is fixed, wherever comments and commas stood', () => {
    const value = JSON.parse(option(ALL, `,${ALL.replace('*', 'a//b,]')}`)) as unknown;
    const comments = [
      '/* c */',
      ' /* c */ ',
      '// c\n',
      '\n  // c\n',
      '/* c\n */',
      '/**/',
      '\n/* c */\n',
    ];
    for (let seed = 1; seed <= 60; seed++) {
      const random = seeded(seed);
      const pick = (limit: number) => Math.floor(random() * limit);
      const text = JSON.stringify(value, undefined, [0, 2, '\t'][seed % 3])
        .replace(
          /("(?:[^"\\]|\\.)*")|(?<=["}\]])(?=\s*[}\]])/g,
          (word: string) => word || (pick(2) ? ',' : ''),
        )
        .replace(/"(?:[^"\\]|\\.)*"|[{}[\]:,]/g, (token) =>
          pick(5) === 0 ? token + comments[pick(comments.length)] : token,
        );
      const fixed = fixText(FILE, text, { settings: noSettings, today: TODAY }, ['safe']).text;
      assert.deepEqual(JSON.parse(fixed), value, text);
      assert.doesNotMatch(fixed, /[ \t]$/m, text);
    }
  });

  it('is reported by one rule for each mistake', () => {
    const rulesOf = (text: string) => findingsOf(FILE, text).map(({ rule }) => rule);
    assert.deepEqual(rulesOf('{}'), ['missing-field']);
    assert.deepEqual(rulesOf('{"topics": 3}'), ['unexpected-type']);
    assert.deepEqual(rulesOf('{"topics": ["triggers"]}'), ['missing-field']);
    assert.deepEqual(rulesOf(option('{"name": "*"}')), ['pipeline-option-syntax']);
    assert.deepEqual(rulesOf(option('{"name": "*", "jsConnector": 1}')), ['unexpected-type']);
    assert.deepEqual(rulesOf(option(`${ALL} ${ALL}`)), ['syntax-error']);
    assert.deepEqual(rulesOf(option(`${ALL} /* open`)), ['syntax-error']);
  });

  it('takes no comments that ignore a rule', () => {
    for (const text of [option(`${ALL},`), '{}']) {
      const document = documentOf(FILE, text);
      const titles = codeActions(document, findingsOf(FILE, text), {
        start: 0,
        end: text.length,
      }).map(({ title }) => title);
      assert.deepEqual(
        titles
          .filter((title) => /Ignore/.test(title))
          .map((title) => /in this (\w+)/.exec(title)?.[1]),
        ['workspace'],
      );
    }
  });
});
