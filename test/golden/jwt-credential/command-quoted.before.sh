su - neolane -c "nlserver config -instance:prod -setimsjwtauth:$IMS_ORG_ID/$IMS_CLIENT_ID/$IMS_ACCOUNT_ID/$IMS_CLIENT_SECRET/$IMS_KEY" && echo "done"
# one host after the other
