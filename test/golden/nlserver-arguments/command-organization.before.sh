#!/bin/sh
# the organization lacks its end
nlserver config -instance:luma \
  -setimsoauth:3F2504E04F8941D39A0C0305/9f1c2ab34d5e6f708192a3b4c5d6e7f8/6A1B2C3D4E5F60718293A4B5@techacct.adobe.com/"$IMS_CLIENT_SECRET" # behind it
