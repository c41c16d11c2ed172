import { parseBuild } from '../facts/campaign-versions';
import { links } from '../facts/links';
import type { ConfigDocument } from '../model/document';
import type { Entity } from '../model/entity';
import { children } from '../model/kinds/elements';
import { type Property, property } from '../syntax/tree';
import { code, enumerate } from '../text/message';
import { environmentExample, packageExample } from './campaign-examples';
import { known } from './environment';
import { environmentsFor } from './placement';
import { documentRule } from './rule';

export const packageBuildMismatch = documentRule({
  meta: {
    id: 'package-build-mismatch',
    severity: 'info',
    // A package that is kept stays of the build that it came from.
    offByDefault: true,
    since: '0.1.0',
    fix: 'none',
    messages: {
      one: "This package comes from build {build}, and {environment} has build {expected}. Adobe asks to deploy packages only between two instances of the same build. Export it again from such an instance, or correct the environment's `build`.",
      several:
        "This package comes from build {build}, and no environment that it may be for has it: their builds are {expected}. Adobe asks to deploy packages only between two instances of the same build. Export it again from such an instance, or correct the environments' `build`.",
      build: 'The build stands here.',
    },
    docs: {
      summary: 'A package of another build than the environment that it is for.',
      why: "Adobe asks to check that packages are deployed between two instances that have the same build. The package says its own in `buildNumber`; the environment's is the `build` in an `.ims.yaml` file. Which environment a package is for is told by words such as `dev`, `stage` and `prod` in the names of its file and folders; without one, it has to differ from all of them.",
      invalid: {
        ...packageExample(),
        beside: [environmentExample({ version: '7.4.4', build: '"9400"' })],
      },
      valid: { ...packageExample(), beside: [environmentExample({ build: '"9383"' })] },
      links: [links.dataPackages],
    },
  },

  check(document, report, { workspace }) {
    const attribute = buildOf(document);
    const build = attribute?.value.type === 'scalar' ? parseBuild(attribute.value.text) : undefined;
    if (!attribute || build === undefined) return;
    const environments = environmentsFor(document, workspace);
    const builds = environments.map(knownBuild);
    if (builds.length === 0 || builds.some((each) => each === undefined || each === build)) return;
    const [first] = environments;
    const name = first && known(first, 'name')?.text;
    const expected = [...new Set(builds)].map(String);
    report({
      at: attribute.value.span,
      message: environments.length === 1 ? 'one' : 'several',
      data: {
        build: code(String(build)),
        environment: name ? code(name) : 'the environment of this workspace',
        expected: enumerate(expected),
      },
      related: environments.flatMap((entity) => {
        const where = workspace.documents.find(({ entities }) => entities.includes(entity));
        const value = known(entity, 'build');
        return value ? [{ at: value.span, message: 'build' as const, document: where }] : [];
      }),
    });
  },
});

/** Only of packages that hold accounts: of others nothing is ever said. */
function buildOf({ kind, root, entities }: ConfigDocument): Property | undefined {
  const isAccount = ({ concept }: Entity) =>
    concept === 'external-account' || concept === 'campaign-account';
  if (kind.id !== 'campaign-package' || !entities.some(isAccount)) return undefined;
  return [root, ...children(root, 'pkgDesc')]
    .flatMap((outer) => children(outer, 'package'))
    .map((each) => property(each, '@buildNumber'))
    .find((each) => each !== undefined);
}

const knownBuild = (environment: Entity): number | undefined =>
  parseBuild(known(environment, 'build')?.text ?? '');
