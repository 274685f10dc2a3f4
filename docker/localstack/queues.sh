#!/bin/sh
# LocalStack runs this once it serves.
set -eu
for queue in winnow-scan winnow-bulk winnow-dead-letters winnow-callbacks winnow-callback-dead-letters; do
  awslocal sqs create-queue --queue-name "$queue" --attributes VisibilityTimeout=60 > /dev/null
done
