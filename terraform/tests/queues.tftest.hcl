mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
  region      = "eu-central-1"
  image_tag   = "0.2.0-3f9c2ab"
  entrance    = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
}

run "gives_every_lane_a_dead_letter_queue" {
  assert {
    condition     = toset(keys(aws_sqs_queue.lane)) == toset(["scan", "bulk", "callbacks"])
    error_message = "the lanes are scan, bulk and callbacks"
  }

  assert {
    condition = alltrue([for name, lane in { scan = "dead-letters", bulk = "dead-letters", callbacks = "callback-dead-letters" } :
      jsondecode(aws_sqs_queue.lane[name].redrive_policy).deadLetterTargetArn == aws_sqs_queue.dead[lane].arn
    ])
    error_message = "every lane must redrive into its dead-letter queue"
  }

  assert {
    condition     = alltrue([for lane in aws_sqs_queue.lane : jsondecode(lane.redrive_policy).maxReceiveCount == 20])
    error_message = "SQS is the backstop at 20 receives; workers give up by themselves at the fifth"
  }

  assert {
    condition     = toset(jsondecode(aws_sqs_queue_redrive_allow_policy.dead["dead-letters"].redrive_allow_policy).sourceQueueArns) == toset([aws_sqs_queue.lane["scan"].arn, aws_sqs_queue.lane["bulk"].arn])
    error_message = "only the scan lanes may redrive into dead-letters"
  }
}

run "keeps_dead_letters_longer_than_messages_and_verdicts_longest" {
  assert {
    condition     = alltrue([for lane in aws_sqs_queue.lane : lane.message_retention_seconds == 4 * 86400])
    error_message = "lanes keep messages 4 days"
  }

  assert {
    condition     = alltrue([for queue in aws_sqs_queue.dead : queue.message_retention_seconds == 10 * 86400])
    error_message = "dead letters are kept 10 days, longer than what they came from"
  }

  assert {
    condition     = local.queue_retention < local.dead_retention && local.dead_retention < local.verdict_days * 86400
    error_message = "queue < dead letters < verdicts, always"
  }
}

run "hides_a_delivery_for_the_worst_work_and_a_margin" {
  assert {
    condition     = alltrue([for lane in aws_sqs_queue.lane : lane.visibility_timeout_seconds == 30 + 10 + 20])
    error_message = "visibility = drain + slowest call + margin"
  }

  assert {
    condition     = alltrue([for lane in aws_sqs_queue.lane : lane.receive_wait_time_seconds == 20])
    error_message = "queues are long polled"
  }
}

run "encrypts_everything_at_rest" {
  assert {
    condition     = alltrue([for queue in merge(aws_sqs_queue.lane, aws_sqs_queue.dead) : queue.kms_master_key_id == aws_kms_key.main.arn])
    error_message = "every queue is encrypted with the fleet's key"
  }

  assert {
    condition     = aws_dynamodb_table.main.server_side_encryption[0].enabled && aws_dynamodb_table.main.server_side_encryption[0].kms_key_arn == aws_kms_key.main.arn
    error_message = "the table is encrypted with the fleet's key"
  }

  assert {
    condition     = one(one(aws_s3_bucket_server_side_encryption_configuration.rules.rule).apply_server_side_encryption_by_default).kms_master_key_id == aws_kms_key.main.arn
    error_message = "the bucket is encrypted with the fleet's key"
  }

  assert {
    condition = alltrue(concat(
      [for group in aws_cloudwatch_log_group.service : group.kms_key_id == aws_kms_key.main.arn],
      [for image in aws_ecr_repository.image : image.encryption_configuration[0].kms_key == aws_kms_key.main.arn],
      [aws_sns_topic.alarms.kms_master_key_id == aws_kms_key.main.arn],
    ))
    error_message = "logs, images and alarms are encrypted with the fleet's key"
  }

  assert {
    condition     = aws_kms_key.main.enable_key_rotation
    error_message = "the key rotates"
  }
}

run "refuses_unencrypted_connections" {
  assert {
    condition = length(aws_sqs_queue_policy.tls) == 5 && alltrue([for policy in concat(values(aws_sqs_queue_policy.tls)[*].policy, [aws_s3_bucket_policy.rules.policy]) :
      jsondecode(policy).Statement[0].Effect == "Deny" && jsondecode(policy).Statement[0].Condition.Bool["aws:SecureTransport"] == "false"
    ])
    error_message = "every queue and the bucket deny plain connections"
  }

  assert {
    condition = alltrue([
      aws_s3_bucket_public_access_block.rules.block_public_acls, aws_s3_bucket_public_access_block.rules.block_public_policy,
      aws_s3_bucket_public_access_block.rules.ignore_public_acls, aws_s3_bucket_public_access_block.rules.restrict_public_buckets,
    ])
    error_message = "the bucket is never public"
  }
}

run "keeps_the_table_on_demand_and_recoverable" {
  assert {
    condition     = aws_dynamodb_table.main.billing_mode == "PAY_PER_REQUEST" && aws_dynamodb_table.main.deletion_protection_enabled
    error_message = "on demand, protected"
  }

  assert {
    condition     = aws_dynamodb_table.main.point_in_time_recovery[0].enabled && aws_dynamodb_table.main.ttl[0].enabled
    error_message = "point-in-time recovery and TTL are on"
  }

  assert {
    condition     = aws_dynamodb_table.main.hash_key == "pk" && aws_dynamodb_table.main.range_key == "sk" && aws_dynamodb_table.main.ttl[0].attribute_name == "expires"
    error_message = "keys as the programs use them"
  }
}
