# How many tasks there are. Three forces, each with one job:
#   surge     10-second backlog, one data point: starts as many workers as clear the backlog within the goal; works from zero
#   headroom  target tracking on the 20-second CPU metric: keeps workers half idle, which is what keeps the queue empty
#   idle      a quarter of the workers goes after three minutes below half of that share
# A task that is busy has protected itself and stays. Found by `make simulate`, which also shows what others do: docs/autoscaling.md.
resource "aws_appautoscaling_target" "service" {
  for_each = local.services

  service_namespace  = "ecs"
  scalable_dimension = "ecs:service:DesiredCount"
  resource_id        = "service/${aws_ecs_cluster.main.name}/${aws_ecs_service.service[each.key].name}"
  min_capacity       = each.value.size.min
  max_capacity       = each.value.size.max
}

# ECS publishes the CPU metric every 20 seconds only for services that ask for it, and a policy on it must come afterwards. The AWS provider
# does not know this setting of a service yet (hashicorp/terraform-provider-aws issue 48669), so the AWS command line sets it.
resource "terraform_data" "fast_cpu_metric" {
  for_each = local.fast_cpu_metric ? toset(["api", "worker"]) : toset([])

  triggers_replace = [aws_ecs_service.service[each.key].id]

  provisioner "local-exec" {
    command = <<-EOT
      "$AWS" ecs update-service --region "$REGION" --cluster "$CLUSTER" --service "$SERVICE" --monitoring "$MONITORING" --query service.serviceArn || {
        echo "ECS does not publish the CPU metric every 20 s: install an AWS command line of June 2026 or later, or set scaling.cpu_metric_seconds = 60." >&2
        exit 1
      }
    EOT
    environment = {
      AWS        = var.aws_command
      REGION     = var.region
      CLUSTER    = aws_ecs_cluster.main.name
      SERVICE    = aws_ecs_service.service[each.key].name
      MONITORING = jsonencode({ metricConfigurations = [{ metricNames = ["CPUUtilization"], resolutionSeconds = 20 }] })
    }
  }
}

resource "aws_appautoscaling_policy" "headroom" {
  for_each = { api = var.api.target_cpu, worker = var.worker.target_cpu }

  name               = "${var.name}-${each.key}-headroom"
  policy_type        = "TargetTrackingScaling"
  service_namespace  = aws_appautoscaling_target.service[each.key].service_namespace
  scalable_dimension = aws_appautoscaling_target.service[each.key].scalable_dimension
  resource_id        = aws_appautoscaling_target.service[each.key].resource_id

  target_tracking_scaling_policy_configuration {
    target_value       = each.value
    scale_out_cooldown = var.scaling.surge_cooldown
    scale_in_cooldown  = var.scaling.scale_in_cooldown

    predefined_metric_specification {
      predefined_metric_type = local.fast_cpu_metric ? "ECSServiceAverageCPUUtilizationHighResolution" : "ECSServiceAverageCPUUtilization"
    }
  }

  depends_on = [terraform_data.fast_cpu_metric]
}

locals {
  fast_cpu_metric = var.scaling.cpu_metric_seconds == 20

  # Who follows a backlog: its metric, the unit of its steps, and the steps.
  surges = merge({
    worker = { metric = "ScanBacklog", unit = local.acceptable_backlog, steps = local.surge_steps }
    }, var.callbacks.enabled ? {
    callbacks = { metric = "CallbackBacklog", unit = local.callback_backlog, steps = local.callback_steps }
  } : {})
  callback_steps = [
    { lower = 0, upper = 1, tasks = 1 },
    { lower = 1, upper = 3, tasks = 2 },
    { lower = 3, upper = null, tasks = max(1, floor(var.callbacks.max / 2)) },
  ]
}

# While a cooldown runs, what it added counts towards the next, larger step: repeated data points do not add up.
resource "aws_appautoscaling_policy" "surge" {
  for_each = local.surges

  name               = "${var.name}-${each.key}-surge"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.service[each.key].service_namespace
  scalable_dimension = aws_appautoscaling_target.service[each.key].scalable_dimension
  resource_id        = aws_appautoscaling_target.service[each.key].resource_id

  step_scaling_policy_configuration {
    adjustment_type         = "ChangeInCapacity"
    metric_aggregation_type = "Maximum"
    cooldown                = var.scaling.surge_cooldown

    dynamic "step_adjustment" {
      for_each = each.value.steps
      content {
        metric_interval_lower_bound = step_adjustment.value.lower * each.value.unit
        metric_interval_upper_bound = step_adjustment.value.upper == null ? null : step_adjustment.value.upper * each.value.unit
        scaling_adjustment          = step_adjustment.value.tasks
      }
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "surge" {
  for_each = local.surges

  alarm_name          = "${var.name}-${each.key}-surge"
  alarm_description   = "Not for people: starts ${each.key} tasks when the backlog is more than one task clears in ${var.scaling.goal_seconds} s."
  namespace           = local.metrics.namespace
  metric_name         = each.value.metric
  dimensions          = local.metrics.api
  statistic           = "Maximum"
  period              = local.metrics.period
  evaluation_periods  = 1
  datapoints_to_alarm = 1
  comparison_operator = "GreaterThanOrEqualToThreshold"
  threshold           = each.value.unit
  treat_missing_data  = "ignore"
  alarm_actions       = [aws_appautoscaling_policy.surge[each.key].arn]
}

# What a surge left over: target tracking alone would keep it for a quarter of an hour.
resource "aws_appautoscaling_policy" "idle" {
  name               = "${var.name}-worker-idle"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.service["worker"].service_namespace
  scalable_dimension = aws_appautoscaling_target.service["worker"].scalable_dimension
  resource_id        = aws_appautoscaling_target.service["worker"].resource_id

  step_scaling_policy_configuration {
    adjustment_type          = "PercentChangeInCapacity"
    metric_aggregation_type  = "Average"
    cooldown                 = 60
    min_adjustment_magnitude = 1

    step_adjustment {
      metric_interval_upper_bound = 0
      scaling_adjustment          = -25
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "idle" {
  alarm_name          = "${var.name}-worker-idle"
  alarm_description   = "Not for people: lets a quarter of the workers go when they have been idle for three minutes."
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  dimensions          = { ClusterName = aws_ecs_cluster.main.name, ServiceName = aws_ecs_service.service["worker"].name }
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 3
  datapoints_to_alarm = 3
  comparison_operator = "LessThanThreshold"
  threshold           = var.worker.target_cpu / 2
  treat_missing_data  = "ignore"
  alarm_actions       = [aws_appautoscaling_policy.idle.arn]
}

# The callback sender waits for other people's servers, so its CPU says nothing: it shrinks when its queue has been short for long.
resource "aws_appautoscaling_policy" "callbacks_idle" {
  count = var.callbacks.enabled ? 1 : 0

  name               = "${var.name}-callbacks-idle"
  policy_type        = "StepScaling"
  service_namespace  = aws_appautoscaling_target.service["callbacks"].service_namespace
  scalable_dimension = aws_appautoscaling_target.service["callbacks"].scalable_dimension
  resource_id        = aws_appautoscaling_target.service["callbacks"].resource_id

  step_scaling_policy_configuration {
    adjustment_type         = "ChangeInCapacity"
    metric_aggregation_type = "Maximum"
    cooldown                = var.scaling.scale_in_cooldown

    step_adjustment {
      metric_interval_upper_bound = 0
      scaling_adjustment          = -1
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "callbacks_idle" {
  count = var.callbacks.enabled ? 1 : 0

  alarm_name          = "${var.name}-callbacks-idle"
  alarm_description   = "Not for people: stops one callback sender when the backlog has been short for 15 minutes."
  namespace           = local.metrics.namespace
  metric_name         = "CallbackBacklog"
  dimensions          = local.metrics.api
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 15
  datapoints_to_alarm = 15
  comparison_operator = "LessThanThreshold"
  threshold           = ceil(local.callback_backlog / 10)
  treat_missing_data  = "ignore"
  alarm_actions       = [aws_appautoscaling_policy.callbacks_idle[0].arn]
}
