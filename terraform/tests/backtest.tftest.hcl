mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
  region      = "eu-central-1"
  image_tag   = "0.1.0-3f9c2ab"
  entrance    = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
}

run "describes_the_task_of_a_backtest_to_the_command" {
  assert {
    condition     = toset(keys(jsondecode(aws_ssm_parameter.backtest.value))) == toset(["cluster", "definition", "container", "subnets", "securityGroups", "bucket", "logGroup"]) && aws_ssm_parameter.backtest.name == "/winnow/backtest-task" && aws_ssm_parameter.backtest.type == "String"
    error_message = "the command line reads these fields (FleetTasks.Kind)"
  }

  assert {
    condition     = jsondecode(aws_ssm_parameter.backtest.value).container == jsondecode(aws_ecs_task_definition.backtest.container_definitions)[0].name && jsondecode(aws_ssm_parameter.backtest.value).definition == "winnow-backtest" && length(jsondecode(aws_ssm_parameter.backtest.value).subnets) == length(local.subnet_ids["private"])
    error_message = "the task runs in the private subnets"
  }
}

run "runs_a_backtest_in_the_image_of_the_worker" {
  assert {
    condition     = jsondecode(aws_ecs_task_definition.backtest.container_definitions)[0].image == jsondecode(aws_ecs_task_definition.service["worker"].container_definitions)[0].image
    error_message = "the task has the workers' engine"
  }

  assert {
    condition     = strcontains(file("${path.module}/../docker/Dockerfile"), "COPY --from=backtest-files /backtest/ ./backtest/")
    error_message = "the image has the program that the entry point names"
  }

  assert {
    condition = alltrue([for container in jsondecode(aws_ecs_task_definition.backtest.container_definitions) :
    container.readonlyRootFilesystem && container.user == "10001:10001" && one(container.mountPoints).containerPath == "/tmp" && container.linuxParameters.capabilities.drop == ["ALL"]])
    error_message = "the container is as tight as the services' containers"
  }

  assert {
    condition     = toset([for variable in jsondecode(aws_ecs_task_definition.backtest.container_definitions)[0].environment : variable.name]) == toset(["AWS_REGION", "WINNOW_PARAMETERS_PATH", "WINNOW_BUCKET", "WINNOW_DYNAMODB_TABLE", "WINNOW_HISTORY_BUCKET"])
    error_message = "the task knows the fleet by the same settings as a person at the command line"
  }
}

run "lets_a_backtest_read_and_write_nothing_but_its_report" {
  assert {
    condition     = toset(flatten([for statement in jsondecode(aws_iam_role_policy.backtest.policy).Statement : [for action in flatten([statement.Action]) : action if !startswith(action, "kms:")]])) == toset(["ssm:GetParameter", "ssm:GetParameterHistory", "s3:GetObject", "s3:PutObject", "s3:ListBucket", "dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"])
    error_message = "a backtest stores nothing in the fleet, and touches no queue"
  }

  assert {
    condition     = flatten([for statement in jsondecode(aws_iam_role_policy.backtest.policy).Statement : statement.Resource if contains(flatten([statement.Action]), "s3:PutObject")]) == ["${aws_s3_bucket.history.arn}/backtests/*"]
    error_message = "the report is its only object"
  }

  assert {
    condition     = aws_cloudwatch_log_group.backtest.kms_key_id == aws_kms_key.main.arn && anytrue([for statement in jsondecode(aws_iam_role_policy.execution.policy).Statement : contains(flatten([statement.Resource]), "${aws_cloudwatch_log_group.backtest.arn}:log-stream:*")])
    error_message = "its log is encrypted, and ECS may write it"
  }
}

run "refuses_a_size_that_fargate_does_not_have" {
  command = plan

  variables {
    backtest = { vcpu = 4, memory = 1024 }
  }

  expect_failures = [var.backtest]
}
