import { associationMaskWithoutGroup } from '../../server/src/rules/association-mask-without-group';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';
const mask = (text: string) => `associationMask: '${text}'\n`;

testRule(associationMaskWithoutGroup, {
  valid: [
    ...[
      'Campaign - luma - (.*)',
      '(?i)Campaign - (?:luma|venia) - (.*)',
      'Campaign (?<group>.*)',
      'Campaign \\(new\\) (.*)',
      'Campaign [()] (.*)',
      'Campaign (?!old)(.*)',
    ].map((text) => ({ name: text, file, code: mask(text) })),
    { name: 'what is no regular expression', file, code: mask('Campaign - (*') },
    { name: 'a reference', file, code: 'associationMask: ${MASK}\n' },
    { name: 'an empty one', file, code: "associationMask: ''\n" },
  ],

  invalid: [
    {
      name: 'a wildcard that is no group',
      file,
      code: 'associationMask: Campaign - luma - «.*» # all groups\n',
      severity: 'warning',
      messages: ['both as a pattern and as a plain prefix'],
      titles: ['Use `(.*)`'],
      fixed: 'associationMask: Campaign - luma - (.*) # all groups\n',
    },
    {
      name: 'an asterisk behind a blank',
      file,
      code: mask('Campaign - luma - «*»'),
      fixed: mask('Campaign - luma - (.*)'),
    },
    {
      name: 'an asterisk behind a dash',
      file,
      code: mask('Campaign-luma-«*»'),
      fixed: mask('Campaign-luma-(.*)'),
    },
    {
      name: 'a wildcard in a group that captures nothing',
      file,
      code: mask('Campaign (?:«.*»)'),
      fixed: mask('Campaign (?:(.*))'),
    },
    { name: 'a plain prefix', file, code: mask('«Campaign - luma -»'), fixed: null },
    {
      name: 'parentheses that are only characters',
      file,
      code: mask('«Campaign \\(luma\\)»'),
      fixed: null,
    },
    {
      name: 'several groups',
      file,
      code: mask('«(Campaign|Kampagne) - (.*)»'),
      messages: ['has 2 groups'],
      fixed: null,
    },
    {
      name: 'the same in JSON',
      file: 'shop.external-account.json',
      code: '{ "associationMask": "Campaign\\u0020- «.*»" }',
      fixed: '{ "associationMask": "Campaign - (.*)" }',
    },
    {
      name: 'the same in a package',
      file: 'a.xml',
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" imsRightsMask="Campaign - «*»"/>
        </entities></package>
      `,
    },
  ],
});
