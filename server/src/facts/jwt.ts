/**
 * The end of Service Account (JWT) credentials of the Adobe Developer Console, as ISO days. Source:
 * AdobeDocs/adobe-dev-console, ServerToServerAuthentication/migration.md (2025-06-27); `announced`
 * in its first version of 2023-05-04. As of 2026-11-21. The JWT credentials of AEM's own Developer
 * Console are others; no end date of theirs is published.
 */
export const jwtDates = {
  announced: '2023-05-01',
  /** From this day no new ones can be made. */
  noNewSince: '2024-06-03',
  /** From this day they are unsupported and certificates cannot be renewed. */
  endOfLife: '2025-06-30',
  /** On this day, or when its certificate expired before, Adobe converts what is left. */
  lastDay: '2026-03-01',
} as const;
