#!/bin/sh
# LocalStack runs this once it serves.
set -eu
for queue in winnow-scan winnow-bulk winnow-dead-letters winnow-callbacks winnow-callback-dead-letters; do
  awslocal sqs create-queue --queue-name "$queue" --attributes VisibilityTimeout=60 > /dev/null
done
awslocal dynamodb create-table --table-name winnow --billing-mode PAY_PER_REQUEST \
  --attribute-definitions AttributeName=pk,AttributeType=S AttributeName=sk,AttributeType=S \
  --key-schema AttributeName=pk,KeyType=HASH AttributeName=sk,KeyType=RANGE > /dev/null
awslocal dynamodb update-time-to-live --table-name winnow --time-to-live-specification Enabled=true,AttributeName=expires > /dev/null
touch /tmp/winnow-ready
