#!/bin/bash
# Gives the technical account to the instance of this container.
# Run it as the user neolane on each of them: marketing, mid-sourcing, execution.
set -euo pipefail

INSTANCE="${1:?name the instance}"

# The secret and the key come from the pipeline and stand in no file.
: "${IMS_CLIENT_SECRET:?}" "${IMS_KEY_FILE:?}"

nlserver config -instance:"$INSTANCE" \
  -setimsjwtauth:7D1E2F3A4B5C60718293A4B5@AdobeOrg/4c8e1b7f0a2d4f6c9b3e5a7d1f0c2b4e/5E6F708192A3B4C5D6E7F809@techacct.adobe.com/"$IMS_CLIENT_SECRET"/"$(base64 -w0 "$IMS_KEY_FILE")"

# Otherwise the server keeps what it read when it started.
nlserver config -reload
