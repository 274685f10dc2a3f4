# One page, read from the top: is mail late, why, and what does the fleet do about it.
locals {
  api_metric    = { for name in ["ScanBacklog", "BulkBacklog", "CallbackBacklog"] : name => [local.metrics.namespace, name, "Service", local.metrics.api.Service] }
  worker_metric = { for name in ["FailedVerdicts", "SkippedRules"] : name => [local.metrics.namespace, name, "Service", local.metrics.worker.Service] }
  sender_metric = { for name in ["CallbacksDelivered", "CallbacksFailed", "CallbacksGivenUp", "EndpointsDisabled"] : name => [local.metrics.namespace, name, "Service", local.metrics.callbacks.Service] }

  graphs = [
    { title = "Backlog (SMS, waiting and in flight)", stat = "Maximum", period = 10, lines = values(local.api_metric) },
    { title = "Age of the oldest message (s)", stat = "Maximum", period = 60, lines = [
      for lane in keys(local.lanes) : ["AWS/SQS", "ApproximateAgeOfOldestMessage", "QueueName", aws_sqs_queue.lane[lane].name]
    ] },
    { title = "Dead letters", stat = "Maximum", period = 60, lines = [
      for name in keys(local.dead_letters) : ["AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", aws_sqs_queue.dead[name].name]
    ] },
    { title = "Running tasks", stat = "Average", period = 60, lines = [
      for name in keys(local.services) : ["ECS/ContainerInsights", "RunningTaskCount", "ClusterName", var.name, "ServiceName", name]
    ] },
    { title = "CPU (%)", stat = "Average", period = 60, lines = [
      for name in keys(local.services) : ["AWS/ECS", "CPUUtilization", "ClusterName", var.name, "ServiceName", name]
    ] },
    { title = "Requests and errors", stat = "Sum", period = 60, lines = [
      for metric in ["RequestCount", "HTTPCode_Target_4XX_Count", "HTTPCode_Target_5XX_Count", "HTTPCode_ELB_5XX_Count"] :
      ["AWS/ApplicationELB", metric, "LoadBalancer", aws_lb.entrance.arn_suffix]
    ] },
    { title = "Table: units and throttles", stat = "Sum", period = 60, lines = [
      for metric in ["ConsumedWriteCapacityUnits", "ConsumedReadCapacityUnits", "WriteThrottleEvents", "ReadThrottleEvents"] :
      ["AWS/DynamoDB", metric, "TableName", aws_dynamodb_table.main.name]
    ] },
    { title = "Failed verdicts, skipped rules", stat = "Sum", period = 60, lines = values(local.worker_metric) },
    { title = "Callbacks: calls and what came of them", stat = "Sum", period = 60, lines = values(local.sender_metric) },
    { title = "Callbacks: lateness of what is due (s)", stat = "Maximum", period = 60, lines = [
      [local.metrics.namespace, "DueCallbackAge", "Service", local.metrics.callbacks.Service]
    ] },
  ]
}

resource "aws_cloudwatch_dashboard" "main" {
  dashboard_name = var.name
  dashboard_body = jsonencode({
    widgets = concat(
      [{
        type       = "alarm"
        x          = 0
        y          = 0
        width      = 24
        height     = 4
        properties = { title = "Alarms", alarms = concat(values(aws_cloudwatch_metric_alarm.people)[*].arn, values(aws_cloudwatch_metric_alarm.computed)[*].arn) }
      }],
      [for index, graph in local.graphs : {
        type   = "metric"
        x      = 12 * (index % 2)
        y      = 4 + 6 * floor(index / 2)
        width  = 12
        height = 6
        properties = {
          title   = graph.title
          region  = var.region
          view    = "timeSeries"
          stat    = graph.stat
          period  = graph.period
          metrics = graph.lines
        }
      }]
    )
  })
}
