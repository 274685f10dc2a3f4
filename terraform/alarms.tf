# Alarms for people. Their text is not written here: it is the section of the same name in docs/runbook.md, so that the page which
# wakes somebody already says what it means and what to do.
locals {
  sections = split("\n### ", split("\n## Tasks", split("\n## Alarms", file("${path.module}/../docs/runbook.md"))[1])[0])
  runbook = { for section in slice(local.sections, 1, length(local.sections)) :
    trimspace(split("\n", section)[0]) => trimspace(replace(section, "/^[^\n]*\n/", ""))
  }

  of_api    = { namespace = local.metrics.namespace, dimensions = local.metrics.api }
  of_worker = { namespace = local.metrics.namespace, dimensions = local.metrics.worker }
  of_sender = { namespace = local.metrics.namespace, dimensions = local.metrics.callbacks }
  aged = { for lane in keys(local.lanes) : "${lane}-age" => {
    namespace  = "AWS/SQS"
    dimensions = { QueueName = aws_sqs_queue.lane[lane].name }
    metric     = "ApproximateAgeOfOldestMessage"
    statistic  = "Maximum"
    threshold  = { scan = 6 * var.scaling.goal_seconds, bulk = 4 * 3600, callbacks = 12 * var.scaling.goal_seconds }[lane]
    minutes    = lane == "bulk" ? 15 : 3
  } }
  dead = { for name in keys(local.dead_letters) : name => {
    namespace  = "AWS/SQS"
    dimensions = { QueueName = aws_sqs_queue.dead[name].name }
    metric     = "ApproximateNumberOfMessagesVisible"
    statistic  = "Maximum"
    threshold  = 0
    minutes    = 1
  } }
  other = {
    fleet-at-limit  = merge(local.of_api, { metric = "ScanBacklog", statistic = "Minimum", threshold = var.worker.max * local.acceptable_backlog, minutes = 5 })
    backlog-silent  = merge(local.of_api, { metric = "ScanBacklog", statistic = "SampleCount", threshold = 1, minutes = 3, below = true, missing = "breaching" })
    verdicts-failed = merge(local.of_worker, { metric = "FailedVerdicts", statistic = "Sum", threshold = 10, minutes = 5 })
    rules-skipped   = merge(local.of_worker, { metric = "SkippedRules", statistic = "Sum", threshold = 10, minutes = 5 })
    rule-fuse       = merge(local.of_worker, { metric = "TrippedRules", statistic = "Sum", threshold = 0, minutes = 1 })
    rules-stale     = merge(local.of_worker, { metric = "PointerAge", statistic = "Maximum", threshold = 600, minutes = 5 })
    store-away      = merge(local.of_worker, { metric = "StoreAway", statistic = "Maximum", threshold = 0, minutes = 2 })
    callbacks-late  = merge(local.of_sender, { metric = "DueCallbackAge", statistic = "Maximum", threshold = 300, minutes = 5 })
    api-unhealthy = {
      namespace  = "AWS/ApplicationELB"
      dimensions = { LoadBalancer = aws_lb.entrance.arn_suffix, TargetGroup = aws_lb_target_group.api.arn_suffix }
      metric     = "UnHealthyHostCount"
      statistic  = "Maximum"
      threshold  = 0
      minutes    = 5
    }
  }
  alarms = merge(local.aged, local.dead, local.other)
}

resource "aws_cloudwatch_metric_alarm" "people" {
  for_each = local.alarms

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = replace(local.runbook[each.key], "NAME", var.name)
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  dimensions          = each.value.dimensions
  statistic           = each.value.statistic
  period              = 60
  evaluation_periods  = each.value.minutes
  datapoints_to_alarm = each.value.minutes
  comparison_operator = try(each.value.below, false) ? "LessThanThreshold" : "GreaterThanThreshold"
  threshold           = each.value.threshold
  treat_missing_data  = try(each.value.missing, "notBreaching")
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]
}

# These alarms are a share or a sum of several metrics.
resource "aws_cloudwatch_metric_alarm" "computed" {
  for_each = local.computed

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = replace(local.runbook[each.key], "NAME", var.name)
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = each.value.threshold
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alarms.arn]
  ok_actions          = [aws_sns_topic.alarms.arn]

  metric_query {
    id          = "result"
    label       = each.key
    expression  = each.value.expression
    return_data = true
  }

  dynamic "metric_query" {
    for_each = each.value.metrics
    content {
      id = metric_query.key
      metric {
        namespace   = each.value.namespace
        metric_name = metric_query.value
        dimensions  = each.value.dimensions
        stat        = "Sum"
        period      = 60
      }
    }
  }
}

locals {
  computed = {
    api-errors = {
      namespace  = "AWS/ApplicationELB"
      dimensions = { LoadBalancer = aws_lb.entrance.arn_suffix }
      metrics    = { all = "RequestCount", target = "HTTPCode_Target_5XX_Count", balancer = "HTTPCode_ELB_5XX_Count" }
      # Percent, and silent below 20 requests a minute.
      expression = "IF(all > 20, 100 * (FILL(target, 0) + FILL(balancer, 0)) / all, 0)"
      threshold  = 1
    }
    callbacks-failing = {
      namespace  = local.metrics.namespace
      dimensions = local.metrics.callbacks
      metrics    = { delivered = "CallbacksDelivered", failed = "CallbacksFailed" }
      # Percent, and silent below 5 calls a minute: an endpoint that fails is soon called less often than that.
      expression = "IF(FILL(delivered, 0) + FILL(failed, 0) >= 5, 100 * FILL(failed, 0) / (FILL(delivered, 0) + FILL(failed, 0)), 0)"
      threshold  = 90
    }
    table-throttled = {
      namespace  = "AWS/DynamoDB"
      dimensions = { TableName = aws_dynamodb_table.main.name }
      metrics    = { reads = "ReadThrottleEvents", writes = "WriteThrottleEvents" }
      expression = "FILL(reads, 0) + FILL(writes, 0)"
      threshold  = 10
    }
  }
}

resource "aws_sns_topic" "alarms" {
  name              = "${var.name}-alarms"
  kms_master_key_id = aws_kms_key.main.arn
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.alarm_emails

  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "email"
  endpoint  = each.key
}
