mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command  = "true" # instead of asking AWS
  region       = "eu-central-1"
  image_tag    = "0.2.0-3f9c2ab"
  entrance     = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
  alarm_emails = ["on-call@example.org"]
}

run "says_the_runbook_in_every_alarm" {
  assert {
    condition     = toset(concat(keys(aws_cloudwatch_metric_alarm.people), keys(aws_cloudwatch_metric_alarm.computed))) == toset(keys(local.runbook))
    error_message = "alarms and sections of docs/runbook.md must be the same: only one has ${join(", ", setsubtract(setunion(keys(local.alarms), keys(local.computed), keys(local.runbook)), setintersection(setunion(keys(local.alarms), keys(local.computed)), keys(local.runbook))))}"
  }

  assert {
    condition = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.people), values(aws_cloudwatch_metric_alarm.computed)) :
      length(alarm.alarm_description) <= 1024 && alltrue([for part in ["USERS:", "LOOK:", "DO:", "OVER:"] : strcontains(alarm.alarm_description, part)])
    ])
    error_message = "every alarm says in 1,024 characters what users notice, where to look, what to do and when it is over: ${join(", ", [for name, text in local.runbook : "${name} ${length(text)}" if length(text) > 1000])}"
  }

  assert {
    condition     = strcontains(aws_cloudwatch_metric_alarm.people["scan-age"].alarm_description, "verdicts come late")
    error_message = "the text is the runbook's own"
  }
}

run "watches_every_queue" {
  assert {
    condition = alltrue([for queue in concat(values(aws_sqs_queue.lane), values(aws_sqs_queue.dead)) :
      anytrue([for alarm in aws_cloudwatch_metric_alarm.people : try(alarm.dimensions.QueueName, "") == queue.name])
    ])
    error_message = "every queue has an alarm"
  }

  assert {
    condition     = alltrue([for name in keys(aws_sqs_queue.dead) : aws_cloudwatch_metric_alarm.people[name].threshold == 0 && aws_cloudwatch_metric_alarm.people[name].evaluation_periods == 1])
    error_message = "one dead letter is an alarm"
  }
}

run "watches_the_calls_that_are_in_no_queue" {
  assert {
    condition = alltrue([
      aws_cloudwatch_metric_alarm.people["callbacks-late"].metric_name == "DueCallbackAge",
      aws_cloudwatch_metric_alarm.people["callbacks-late"].dimensions.Service == "callback-sender",
      toset([for query in aws_cloudwatch_metric_alarm.computed["callbacks-failing"].metric_query : query.metric[0].metric_name if length(query.metric) > 0]) == toset(["CallbacksDelivered", "CallbacksFailed"]),
    ])
    error_message = "a failed call leaves the queue at once, so the sender's own figures watch over it"
  }
}

run "tells_somebody" {
  assert {
    condition = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.people), values(aws_cloudwatch_metric_alarm.computed)) :
      contains(alarm.alarm_actions, aws_sns_topic.alarms.arn) && contains(alarm.ok_actions, aws_sns_topic.alarms.arn)
    ])
    error_message = "alarms tell when they begin and when they are over"
  }

  assert {
    condition     = aws_sns_topic_subscription.email["on-call@example.org"].protocol == "email"
    error_message = "addresses are subscribed"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.people["backlog-silent"].treat_missing_data == "breaching"
    error_message = "silence of the backlog is an alarm"
  }

  assert {
    condition     = length(jsondecode(aws_cloudwatch_dashboard.main.dashboard_body).widgets) == 11
    error_message = "one dashboard"
  }
}

run "ships_logs_to_syslog_and_metrics_to_cloudwatch" {
  variables {
    logs = { syslog = { host = "logs.example.org" } }
  }

  assert {
    condition = alltrue([for task in aws_ecs_task_definition.service :
      jsondecode(task.container_definitions)[0].logConfiguration.logDriver == "awsfirelens" && jsondecode(task.container_definitions)[1].firelensConfiguration.type == "fluentbit"
    ])
    error_message = "logs go through the log router"
  }

  assert {
    condition     = alltrue([for file in aws_s3_object.fluent_bit : strcontains(file.content, "logs.example.org") && strcontains(file.content, "json/emf")])
    error_message = "syslog for logs, CloudWatch for metrics"
  }
}

run "ships_logs_to_cloudwatch_by_default" {
  assert {
    condition = alltrue([for task in aws_ecs_task_definition.service :
      length(jsondecode(task.container_definitions)) == 1 && jsondecode(task.container_definitions)[0].logConfiguration.options.mode == "non-blocking"
    ])
    error_message = "awslogs, and never blocking a request"
  }
}
