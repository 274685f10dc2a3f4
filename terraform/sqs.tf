# The lanes and where each one's failures go. `lane` names are what the programs call them.
locals {
  queues = {
    scan                  = { dead = "dead-letters", retention = local.queue_retention }
    bulk                  = { dead = "dead-letters", retention = local.queue_retention }
    callbacks             = { dead = "callback-dead-letters", retention = local.queue_retention }
    dead-letters          = { dead = null, retention = local.dead_retention }
    callback-dead-letters = { dead = null, retention = local.dead_retention }
  }
  lanes        = { for name, queue in local.queues : name => queue if queue.dead != null }
  dead_letters = { for name, queue in local.queues : name => queue if queue.dead == null }
}

resource "aws_sqs_queue" "lane" {
  for_each = local.lanes

  name                       = "${var.name}-${each.key}"
  visibility_timeout_seconds = local.visibility_seconds
  message_retention_seconds  = each.value.retention
  receive_wait_time_seconds  = 20
  max_message_size           = 262144

  kms_master_key_id                 = aws_kms_key.main.arn
  kms_data_key_reuse_period_seconds = 3600

  # Workers dead-letter by themselves, with a reason; this is the backstop behind them.
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead[each.value.dead].arn
    maxReceiveCount     = local.backstop_receives
  })
}

resource "aws_sqs_queue" "dead" {
  for_each = local.dead_letters

  name                       = "${var.name}-${each.key}"
  visibility_timeout_seconds = local.visibility_seconds
  message_retention_seconds  = each.value.retention
  max_message_size           = 262144

  kms_master_key_id                 = aws_kms_key.main.arn
  kms_data_key_reuse_period_seconds = 3600
}

resource "aws_sqs_queue_redrive_allow_policy" "dead" {
  for_each = local.dead_letters

  queue_url = aws_sqs_queue.dead[each.key].id
  redrive_allow_policy = jsonencode({
    redrivePermission = "byQueue"
    sourceQueueArns   = [for name, lane in local.lanes : aws_sqs_queue.lane[name].arn if lane.dead == each.key]
  })
}

# Texts of messages are in here: nobody reads or writes them over an unencrypted connection.
resource "aws_sqs_queue_policy" "tls" {
  for_each = merge(aws_sqs_queue.lane, aws_sqs_queue.dead)

  queue_url = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Sid       = "OnlyEncrypted"
      Effect    = "Deny"
      Principal = "*"
      Action    = ["sqs:SendMessage", "sqs:ReceiveMessage"]
      Resource  = each.value.arn
      Condition = { Bool = { "aws:SecureTransport" = "false" } }
    }]
  })
}
