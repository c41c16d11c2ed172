import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { proposedNames } from '../../server/src/features/mask-proposals';
import { masksOf } from '../../server/src/features/masks';
import { type KnownAnswers, newWorkspace } from '../../server/src/model/workspace';
import { documentOf } from '../support/check';

const account = (path: string, mask: string) =>
  documentOf(path, `label: ${path}\nassociationMask: "${mask}"\n`);

describe('names to try a mask on', () => {
  it('are those that it expects, then those of other masks, of which each file is read once', () => {
    const mine = account('a.external-account.yaml', 'Campaign - mine - (.*)');
    const other = account('b.external-account.yaml', 'Campaign - other - (.*)');
    const answers: KnownAnswers = new WeakMap();
    const namesWith = (documents: readonly (typeof mine)[]) =>
      proposedNames(mine, masksOf(mine)[0]!, newWorkspace(documents, [], answers));
    const names = namesWith([mine, other]);
    const of = (part: string) =>
      names.filter(({ name }) => name.startsWith(`Campaign - ${part} - `));
    assert.ok(of('mine').length > of('other').length);
    assert.equal(of('other').length, 2);
    assert.equal(names.length, of('mine').length + 2);
    const known = answers.get(other);
    assert.equal(known?.answers.size, 1);
    namesWith([mine, other]);
    assert.equal(answers.get(other), known);
    assert.equal(known?.answers.size, 1);
  });

  const namesOf = (mask: string, ...others: readonly string[]) => {
    const mine = account('/shop/a.external-account.yaml', mask);
    const around = others.map((each, index) =>
      account(`/shop/b/${index}.external-account.yaml`, each),
    );
    return proposedNames(mine, masksOf(mine)[0]!, newWorkspace([mine, ...around], ['/shop']));
  };

  it('say of which file they are', () => {
    const [name] = namesOf('Campaign - tenant_id - (.*)', 'Campaign - acme - (.*)');
    assert.match(name?.name ?? '', /^Campaign - acme - /);
    assert.match(name?.origin ?? '', /in b\/0\.external-account\.yaml/);
  });

  it('are expected by a mask without its group, too, and never by one of a sample', () => {
    const [first] = namesOf('Campaign - acme - .*', 'Campaign - tenant_id - (.*)');
    assert.match(first?.name ?? '', /^Campaign - acme - /);
    const all = ['Campaign - tenant_id - (.*)', 'Campaign - <tenant> - (.*)', 'x', '(*'];
    for (const mask of all) {
      const names = namesOf(mask, ...all).map(({ name }) => name);
      assert.deepEqual(
        names.filter((name) => /tenant/.test(name)),
        [],
      );
    }
  });
});
