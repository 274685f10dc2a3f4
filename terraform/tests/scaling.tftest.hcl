mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
  region      = "eu-central-1"
  image_tag   = "0.2.0-3f9c2ab"
  entrance    = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
  scaling     = { goal_seconds = 10, sms_per_vcpu_second = 2500 }
  worker      = { vcpu = 2, memory = 4096, min = 0, max = 40 }
}

run "scales_by_what_one_worker_clears_within_the_goal" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.surge["worker"].threshold == 10 * 2500 * 2
    error_message = "the unit is goal x measured rate x vCPUs"
  }

  assert {
    condition = alltrue([for step in one(aws_appautoscaling_policy.surge["worker"].step_scaling_policy_configuration).step_adjustment :
      step.scaling_adjustment == min(40, 1 + tonumber(step.metric_interval_lower_bound) / 50000)
    ])
    error_message = "each step starts as many workers as clear its lower bound within the goal"
  }

  assert {
    condition = length([for step in one(aws_appautoscaling_policy.surge["worker"].step_scaling_policy_configuration).step_adjustment :
      step if step.metric_interval_upper_bound == null && step.scaling_adjustment == 40
    ]) == 1
    error_message = "the largest step starts the whole fleet and has no upper bound"
  }
}

run "reacts_to_one_data_point_of_ten_seconds" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.surge["worker"].period == 10 && aws_cloudwatch_metric_alarm.surge["worker"].evaluation_periods == 1
    error_message = "10 seconds, one data point"
  }

  assert {
    condition     = tolist(aws_cloudwatch_metric_alarm.surge["worker"].alarm_actions) == tolist([aws_appautoscaling_policy.surge["worker"].arn])
    error_message = "the alarm starts the policy"
  }
}

run "works_from_zero_and_keeps_its_range" {
  assert {
    condition     = aws_appautoscaling_target.service["worker"].min_capacity == 0 && aws_appautoscaling_target.service["worker"].max_capacity == 40
    error_message = "the workers' range is the variables'"
  }

  assert {
    condition     = one(aws_appautoscaling_policy.surge["worker"].step_scaling_policy_configuration).adjustment_type == "ChangeInCapacity"
    error_message = "from zero, only a change by a number gets anywhere"
  }

  assert {
    condition     = aws_appautoscaling_target.service["api"].min_capacity >= 1
    error_message = "there is always an API task: it publishes the backlog"
  }
}

run "holds_headroom_and_shrinks_slowly" {
  assert {
    condition     = aws_appautoscaling_policy.headroom["worker"].target_tracking_scaling_policy_configuration[0].target_value == 50
    error_message = "workers are kept half idle"
  }

  assert {
    condition     = aws_appautoscaling_policy.headroom["worker"].target_tracking_scaling_policy_configuration[0].scale_in_cooldown == 300
    error_message = "one step down in five minutes"
  }
}

run "lets_idle_workers_go_by_quarters" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.idle.threshold == 25 && aws_cloudwatch_metric_alarm.idle.evaluation_periods == 3
    error_message = "three minutes below half of the target"
  }

  assert {
    condition     = one(one(aws_appautoscaling_policy.idle.step_scaling_policy_configuration).step_adjustment).scaling_adjustment == -25 && one(aws_appautoscaling_policy.idle.step_scaling_policy_configuration).min_adjustment_magnitude == 1
    error_message = "a quarter, at least one"
  }
}

run "scales_callbacks_on_their_own_backlog" {
  assert {
    condition     = aws_cloudwatch_metric_alarm.surge["callbacks"].metric_name == "CallbackBacklog" && aws_cloudwatch_metric_alarm.surge["callbacks"].threshold == 2000
    error_message = "goal x callbacks a second"
  }
}

run "runs_workers_on_spot_above_an_on_demand_base" {
  assert {
    condition     = toset([for provider in aws_ecs_service.service["worker"].capacity_provider_strategy : "${provider.capacity_provider} ${provider.base} ${provider.weight}"]) == toset(["FARGATE 2 20", "FARGATE_SPOT 0 80"])
    error_message = "two on demand, four of five others on Spot"
  }

  assert {
    condition     = [for provider in aws_ecs_service.service["api"].capacity_provider_strategy : provider.capacity_provider] == ["FARGATE"]
    error_message = "the API is never on Spot"
  }

  assert {
    condition     = alltrue([for task in aws_ecs_task_definition.service : task.runtime_platform[0].cpu_architecture == "ARM64"])
    error_message = "Graviton unless said otherwise"
  }
}

run "runs_on_x86_too" {
  variables {
    architecture = "X86_64"
  }

  assert {
    condition     = alltrue([for task in aws_ecs_task_definition.service : task.runtime_platform[0].cpu_architecture == "X86_64"])
    error_message = "x86 by one variable"
  }
}

run "does_without_callbacks" {
  variables {
    callbacks = { enabled = false }
  }

  assert {
    condition     = toset(keys(aws_ecs_service.service)) == toset(["api", "worker"])
    error_message = "the callback sender can be left out"
  }
}

run "refuses_a_tag_that_can_move" {
  command = plan

  variables {
    image_tag = "latest"
  }

  expect_failures = [var.image_tag]
}

run "refuses_a_fleet_without_an_api" {
  command = plan

  variables {
    api = { min = 0 }
  }

  expect_failures = [var.api]
}

run "asks_for_the_fast_cpu_metric_before_it_scales_on_it" {
  assert {
    condition     = toset(keys(terraform_data.fast_cpu_metric)) == toset(["api", "worker"]) && alltrue([for policy in aws_appautoscaling_policy.headroom : policy.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type == "ECSServiceAverageCPUUtilizationHighResolution"])
    error_message = "ECS publishes it only for services that ask"
  }
}

run "does_without_the_fast_cpu_metric" {
  variables {
    scaling = { cpu_metric_seconds = 60 }
  }

  assert {
    condition     = length(terraform_data.fast_cpu_metric) == 0 && alltrue([for policy in aws_appautoscaling_policy.headroom : policy.target_tracking_scaling_policy_configuration[0].predefined_metric_specification[0].predefined_metric_type == "ECSServiceAverageCPUUtilization"])
    error_message = "the ordinary metric where no AWS command line is at hand"
  }
}

run "tells_the_api_how_many_tasks_share_a_quota" {
  assert {
    condition     = contains(jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].environment, { name = "WINNOW_QUOTA_TASKS", value = "2" })
    error_message = "quotas are divided by the number of API tasks"
  }
}

run "lets_an_operator_divide_quotas_otherwise" {
  variables {
    api = { min = 4, environment = { WINNOW_QUOTA_TASKS = "10" } }
  }

  assert {
    condition     = contains(jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].environment, { name = "WINNOW_QUOTA_TASKS", value = "10" })
    error_message = "api.environment wins"
  }
}

run "changes_capacity_providers_without_a_new_service" {
  assert {
    condition     = alltrue([for service in aws_ecs_service.service : service.force_new_deployment])
    error_message = "without force_new_deployment a change of Spot's share destroys the service"
  }
}

run "makes_the_role_of_ecs_in_a_fresh_account" {
  variables {
    create_ecs_role = true
  }

  assert {
    condition     = aws_iam_service_linked_role.ecs[0].aws_service_name == "ecs.amazonaws.com"
    error_message = "an account's first cluster needs the service-linked role"
  }
}

run "refuses_sizes_that_fargate_does_not_have" {
  command = plan

  variables {
    api       = { vcpu = 1, memory = 1024 }
    worker    = { vcpu = 3, memory = 8192 }
    callbacks = { vcpu = 0.25, memory = 4096 }
  }

  expect_failures = [var.api, var.worker, var.callbacks]
}

run "refuses_a_retention_that_cloudwatch_does_not_have" {
  command = plan

  variables {
    logs = { retention_days = 31 }
  }

  expect_failures = [var.logs]
}
