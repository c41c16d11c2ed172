import { nlserverArguments } from '../../server/src/rules/nlserver-arguments';
import { ACCOUNT_EMAIL, ACCOUNT_ID, CLIENT, ORG } from '../support/samples';
import { testRule } from '../support/testRule';

const IDS = `${ORG}/${CLIENT}/${ACCOUNT_ID}`;
const KEY = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC/+ab'.repeat(8);
const file = 'account.sh';
const oauth = (account: string) => `nlserver config -instance:prod -setimsoauth:${account}\n`;
const jwt = (account: string) => `nlserver config -instance:prod -setimsjwtauth:${account}\n`;

testRule(nlserverArguments, {
  valid: [
    { name: 'an OAuth account', file, code: oauth(`${IDS}/$SECRET`) },
    { name: 'an account of variables', file, code: oauth('$ORG/$CLIENT/$ACCOUNT/$SECRET') },
    {
      name: 'ends behind variables',
      file,
      code: oauth(`\${ORG}@AdobeOrg/$C/$A@techacct.adobe.com/$S`),
    },
    { name: 'one variable for all', file, code: oauth('$CREDENTIALS') },
    { name: 'two variables for all', file, code: oauth('"$IDS/$SECRET"') },
    { name: 'blanks', file, code: oauth('<org>/<client id>/<account>/<secret>') },
    { name: 'one blank', file, code: oauth('<credentials>') },
    { name: 'variables of a batch file', file: 'a.bat', code: oauth('%A%/%B%/%C%/%D%') },
    { name: 'a command in a command', file, code: oauth(`${IDS}/$(cat /run/secrets/ims)`) },
    { name: 'a JWT account with a variable for its key', file, code: jwt(`${IDS}/$SECRET/$KEY`) },
    { name: 'a JWT account with a blank for its key', file, code: jwt(`${IDS}/$S/<private key>`) },
    {
      name: 'a JWT account without its id, which is written anew',
      file,
      code: jwt(`${ORG}/${CLIENT}`),
    },
    { name: 'no JWT account', file, code: jwt('') },
    { name: 'an empty part of a JWT account', file, code: jwt(`${ORG}//${ACCOUNT_ID}`) },
    {
      name: 'another order of a JWT account',
      file,
      code: jwt(`${CLIENT}/${ORG}/${ACCOUNT_ID}/$S`),
    },
    { name: 'a JWT account without its secret', file, code: jwt(IDS) },
    { name: 'a JWT account without its key', file, code: jwt(`${IDS}/$SECRET`) },
    { name: 'a JWT account with a key', file, code: jwt(`${IDS}/$SECRET/${KEY}`) },
    {
      name: 'a JWT account with the output of a command',
      file,
      code: jwt(`${IDS}/$S/$(base64 ./k)`),
    },
    { name: 'a JWT account with two colons', file, code: jwt(`:${IDS}/$SECRET`) },
    {
      name: 'any text of the oldest option',
      file,
      code: 'nlserver config -instance:a -setimsauth:x\n',
    },
    {
      name: 'an instance that may stand in a variable',
      file,
      code: `nlserver config $OPTIONS -setimsoauth:${IDS}/$S\n`,
    },
    {
      name: 'an instance in a variable',
      file,
      code: `nlserver config -instance:"$I" -setimsoauth:${IDS}/$S\n`,
    },
    { name: 'other commands', file, code: 'nlserver config -reload\nnlserver restart web\n' },
    {
      name: 'a wrong case of the organization, of which another rule speaks',
      file,
      code: oauth(`${ORG.toLowerCase()}/${CLIENT}/${ACCOUNT_ID}/$S`),
    },
    {
      name: 'the email of the account, of which another rule speaks',
      file,
      code: oauth(`${ORG}/${CLIENT}/${ACCOUNT_EMAIL}/$S`),
    },
  ],

  invalid: [
    {
      name: 'a missing instance',
      file,
      code: `«nlserver» config -setimsoauth:${IDS}/$S\n`,
      messages: ['-instance:'],
      fixed: null,
    },
    {
      name: 'a missing instance of the oldest option',
      file,
      code: '«nlserver» config -setimsauth:x\n',
    },
    {
      name: 'an oldest option without an instance, whose grammar nobody knows',
      file,
      code: '«nlserver» config -setimsauth:$ALL\n',
      messages: ['not published: use `-setimsoauth` with `-instance:`'],
      fixed: null,
    },
    {
      name: 'an equals sign for the colon',
      file,
      code: `nlserver config -instance:prod -setimsoauth«=»${IDS}/$S\n`,
      messages: ['Write `-setimsoauth:`'],
      titles: ['Write a colon'],
      fixed: oauth(`${IDS}/$S`),
    },
    {
      name: 'an equals sign in quotes',
      file,
      code: `nlserver config -instance:prod "-setimsoauth«=»${IDS}/$S"\n`,
      fixed: oauth('').replace(/-setimsoauth:/, `"-setimsoauth:${IDS}/$S"`),
    },
    {
      name: 'an equals sign behind the instance',
      file,
      code: `nlserver config -instance«=»prod -setimsoauth:${IDS}/$S\n`,
      messages: ['Write `-instance:`'],
      fixed: oauth(`${IDS}/$S`),
    },
    {
      name: 'an empty instance',
      file,
      code: `nlserver config «-instance»: -setimsoauth:${IDS}/$S\n`,
      messages: ['names no instance'],
    },
    {
      name: 'no account',
      file,
      code: 'nlserver config -instance:a «-setimsoauth»:\n',
      messages: ['given nothing'],
    },
    {
      name: 'a blank for a colon',
      file,
      code: `nlserver config -instance:a «-setimsoauth» ${IDS}/$S\n`,
      messages: ['two arguments'],
    },
    {
      name: 'an OAuth account without its secret',
      file,
      code: oauth(`«${IDS}»`),
      messages: ['3 of the 4 parts'],
      fixed: null,
    },
    {
      name: 'three variables',
      file,
      code: oauth('«$ORG/$CLIENT/$SECRET»'),
      messages: ['3 of the 4'],
    },
    {
      name: 'a missing instance of the JWT option, without a word about writing it',
      file,
      code: `«nlserver» config -setimsjwtauth:${IDS}/$S\n`,
      messages: ['-instance:<instance> -setimsoauth:'],
    },
    {
      name: 'a JWT secret with slashes',
      file,
      code: jwt(`${IDS}/se«/cr/et»`),
      messages: ['not documented'],
      fixed: null,
    },
    {
      name: 'a JWT secret with one slash',
      file,
      code: jwt(`${IDS}/se«/cret»`),
      messages: ['-setimsoauth:'],
      fixed: null,
    },
    {
      name: 'a JWT secret with slashes and a key',
      file,
      code: jwt(`${IDS}/se«/cr/$KEY»`),
      fixed: null,
    },
    {
      name: 'a JWT secret with a variable in it',
      file,
      code: jwt(`${IDS}/se«/cr$ET»`),
      fixed: null,
    },
    {
      name: 'a key of an API',
      file,
      code: oauth(`${IDS}/$A«/$API_KEY»`),
      messages: ['here are 5'],
      fixed: null,
    },
    {
      name: 'a private key behind a secret with a slash',
      file,
      code: oauth(`${IDS}/se«/cret/$PRIVATE_KEY»`),
      messages: ['here are 6'],
      fixed: null,
    },
    {
      name: 'a secret with a slash',
      file,
      code: oauth(`${IDS}/abc«/def»`),
      messages: ['not documented'],
      fixed: null,
    },
    {
      name: 'a key that was left behind',
      file,
      code: oauth(`${IDS}/"$SECRET"«/$(base64 -w0 ./private.key)»`),
      messages: ['private key'],
      titles: ['Remove the private key'],
      fixed: oauth(`${IDS}/"$SECRET"`),
    },
    {
      name: 'a literal key that was left behind',
      file,
      code: oauth(`${IDS}/$SECRET«/${KEY}»`),
      fixed: oauth(`${IDS}/$SECRET`),
    },
    { name: 'an empty part', file, code: oauth(`«${IDS}/»`), messages: ['Part 4'] },
    {
      name: 'an empty part in between',
      file,
      code: oauth(`«${ORG}//${ACCOUNT_ID}/$S»`),
      messages: ['Part 2'],
    },
    {
      name: 'another order',
      file,
      code: oauth(`«${CLIENT}/${ORG}/${ACCOUNT_ID}/$S»`),
      messages: ['another order'],
    },
    {
      name: 'an organization without its end',
      file,
      code: oauth(`«${ORG.slice(0, 24)}»/${CLIENT}/${ACCOUNT_ID}/$S`),
      messages: ['@AdobeOrg'],
      titles: ['Add `@AdobeOrg`'],
      fixed: oauth(`${IDS}/$S`),
    },
    {
      name: 'a name for an organization',
      file,
      code: oauth(`«acme»/${CLIENT}/${ACCOUNT_ID}/$S`),
      fixed: null,
    },
    {
      name: 'a technical account without its end',
      file,
      code: jwt(`${ORG}/${CLIENT}/«${ACCOUNT_ID.slice(0, 24)}»`),
      messages: ['@techacct.adobe.com'],
      fixed: jwt(IDS),
    },
  ],
});
