import { conversionNotes, convertPackage, whyNotConverted } from '../features/convert';
import { type ConfigDocument, readDocument } from '../model/document';
import { plain } from '../text/message';
import { pathOf } from './addresses';
import type { Session } from './session';

/** The answer to `imsConfig/convert`: new files, or why there are none. */
interface ConversionAnswer {
  readonly files: readonly { readonly name: string; readonly content: string }[];
  /** Sentences for people. */
  readonly notes: readonly string[];
}

/** What becomes of a package in our own notation, which is open or lies in the workspace. */
export async function conversionOf(session: Session, uri: string): Promise<ConversionAnswer> {
  const document = session.texts.get(uri)
    ? session.files.read(uri)?.document
    : await storedDocument(session, uri);
  const conversion = convertPackage(document);
  if (!conversion) return { files: [], notes: [whyNotConverted(document) ?? ''] };
  return {
    files: conversion.files.map(({ name, content }) => ({ name, content })),
    notes: conversionNotes(conversion).map(plain),
  };
}

async function storedDocument(
  { index, readText, isInFolder }: Session,
  uri: string,
): Promise<ConfigDocument | undefined> {
  const known = index.get(uri);
  if (known) return known;
  if (!isInFolder(uri)) return undefined;
  const content = await readText(uri);
  return 'text' in content ? readDocument(pathOf(uri), content.text) : undefined;
}
