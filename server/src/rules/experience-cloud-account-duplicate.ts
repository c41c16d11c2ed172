import { links } from '../facts/links';
import { code } from '../text/message';
import { packageExample } from './campaign-examples';
import { known } from './environment';
import { accountsOf, fileOf, firstDuplicate, isCopy, type PlacedAccount } from './placed-account';
import { documentRule } from './rule';

export const experienceCloudAccountDuplicate = documentRule({
  meta: {
    id: 'experience-cloud-account-duplicate',
    severity: 'error',
    since: '0.1.0',
    fix: 'none',
    messages: {
      inPackage:
        'This package has an Experience Cloud account already. An instance should have only one; with two nobody can tell which one signs people in. Keep the right one and delete the other, also in the client console where both were imported.',
      ofEnvironment:
        'The environment `{environment}` has an Experience Cloud account already{where}. An instance should have only one; with two nobody can tell which one signs people in. Keep the right one, or name the environment that this one is for.',
      inWorkspace:
        'The package `{file}` has an Experience Cloud account for the same instance already{host}. An instance should have only one; with two nobody can tell which one signs people in. Keep the right one and delete the other.',
      otherValues:
        'The package `{file}` has this account for the same instance already{host}, with other values. Whichever is imported last replaces the values that it has, and what it leaves out stays as it was. Keep it in one package.',
      copy: 'The package `{file}` has this very account already{host}. Both say the same today; whoever changes one of them forgets the other, and the last import wins. Keep it in one package.',
      first: 'The other account is here.',
    },
    docs: {
      summary: 'A second Experience Cloud account for one instance.',
      why: 'Adobe: there should be only one external account of this type; delete any duplicate. Accounts are compared inside a package, and across the files of the workspace where two are surely for one instance: packages by their callback server, or by their folder and a word such as `prod` in their names; accounts of our own notation by their environment. Files of one name in folders beside each other may be those of environments, and are not compared. An account that two files repeat word for word is a warning. Files that a date, a version or a word such as `archive` marks as history, are no duplicates.',
      invalid: twoAccounts(),
      valid: packageExample(),
      links: [links.imsTroubleshooting],
    },
  },

  check(document, report, { workspace }) {
    for (const account of accountsOf(document, workspace)) {
      const first = firstDuplicate(account);
      if (!first) continue;
      report({
        at: account.entity.head,
        entity: account.entity,
        ...saidOf(account, first),
        related: [{ at: first.entity.head, message: 'first', document: first.document }],
      });
    }
  },
});

type Message = 'inPackage' | 'ofEnvironment' | 'inWorkspace' | 'otherValues' | 'copy';

function saidOf(
  me: PlacedAccount,
  first: PlacedAccount,
): {
  readonly message: Message;
  readonly data?: Readonly<Record<string, string>>;
  readonly severity?: 'warning';
} {
  const here = first.document === me.document;
  const file = fileOf(first);
  if (me.entity.dialect.style === 'closed') {
    const where = here ? '' : `, in ${code(file)}`;
    return { message: 'ofEnvironment', data: { environment: me.environment ?? '', where } };
  }
  if (here) return { message: 'inPackage' };
  const isSame = nameOf(me) !== undefined && nameOf(me) === nameOf(first);
  const host = me.host && me.host === first.host ? `, ${code(me.host)}` : '';
  if (isCopy(me, first)) return { message: 'copy', data: { file, host }, severity: 'warning' };
  return { message: isSame ? 'otherValues' : 'inWorkspace', data: { file, host } };
}

const nameOf = ({ entity }: PlacedAccount) => known(entity, 'name')?.text;

function twoAccounts() {
  const { file, text } = packageExample();
  const second = '    <extAccount name="MAC" label="MAC"/>\n';
  return { file, text: text.replace('  </entities>', `${second}  </entities>`) };
}
