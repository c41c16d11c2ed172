su - neolane -c "nlserver config -instance:prod -setimsoauth:$IMS_ORG_ID/$IMS_CLIENT_ID/$IMS_ACCOUNT_ID/$IMS_CLIENT_SECRET" && echo "done"
# one host after the other
