import { associationMaskInvalid } from '../../server/src/rules/association-mask-invalid';
import { lines } from '../support/marks';
import { testRule } from '../support/testRule';

const file = 'shop.external-account.yaml';
const mask = (text: string) => `associationMask: '${text}'\n`;

testRule(associationMaskInvalid, {
  valid: [
    ...[
      'Campaign - luma - (.*)',
      'Campaign (.*)',
      '(?i)campaign - luma - (.*)',
      '(?i:campaign) - luma - (.*)',
      '(?-i)Campaign - (?<group>.*)',
      'Campaign - (?P<group>.+)',
      'Campaign - luma - (.*+)',
      'Campaign - luma - (?>x|y) (.*)',
      'Campaign - [^]]+ - (.*)',
      'Campaign - luma [(] - (.*)',
      'Campaign \\(new\\) - (.*)',
      'Campaign {new} - (.*)',
      'Campaign - luma - .*',
      'Campaign - luma - *',
      'Campaign - luma -',
      '(a+)+$',
    ].map((text) => ({ name: text, file, code: mask(text) })),
    { name: 'a reference', file, code: 'associationMask: ${MASK(*}\n' },
    { name: 'a blank', file, code: mask('<Campaign> - (*') },
    { name: 'an empty one', file, code: 'associationMask:\n' },
  ],

  invalid: [
    {
      name: 'a bare asterisk',
      file,
      code: mask('«*»'),
      severity: 'error',
      messages: ['nothing that could be repeated'],
      titles: ['Use `(.*)`'],
      fixed: mask('(.*)'),
    },
    {
      name: 'an asterisk alone in its group',
      file,
      code: lines`
        associationMask: "Campaign - luma - («*»)" # groups
        label: Shop
      `,
      fixed: lines`
        associationMask: "Campaign - luma - (.*)" # groups
        label: Shop
      `,
    },
    {
      name: 'a group that is never closed',
      file,
      code: mask('Campaign - luma - «(».*'),
      messages: ['never closed'],
      titles: ['Close the parenthesis at the end'],
      fixed: mask('Campaign - luma - (.*)'),
    },
    {
      name: 'a group that was never opened',
      file,
      code: mask('Campaign - luma - .*«)»'),
      messages: ['never opened'],
      fixed: null,
    },
    {
      name: 'a bracket that is never closed',
      file,
      code: mask('Campaign «[»luma - (.*)'),
      messages: ['bracket'],
      fixed: null,
    },
    { name: 'a backslash at the end', file, code: mask('«Campaign - (.*)\\»'), fixed: null },
    { name: 'a range the wrong way round', file, code: mask('«Campaign [z-a] (.*)»'), fixed: null },
    {
      name: 'the same in a package',
      file: 'a.xml',
      code: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" imsRightsMask="Luma &amp; Co - («*»)"/>
        </entities></package>
      `,
      messages: ['Association mask (`imsRightsMask`)'],
      fixed: lines`
        <package><entities schema="nms:extAccount">
          <extAccount name="MAC" imsRightsMask="Luma &amp; Co - (.*)"/>
        </entities></package>
      `,
    },
  ],
});
