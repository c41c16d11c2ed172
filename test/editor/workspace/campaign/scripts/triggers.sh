#!/usr/bin/env bash
set -euo pipefail

# Triggers of the shop: what people put into their carts.
nlserver stop pipelined
nlserver config -instance:shop \
  -setimsjwtauth:5B7C0DE15A1E0F2A0A495C11@AdobeOrg/0f1e2d3c4b5a69788796a5b4c3d2e1f0/6B7C0DE15A1E0F2A0A495C12@techacct.adobe.com/$SHOP_CLIENT_SECRET/$(base64 -w0 shop.key)
nlserver restart web # the new token is used from here on
