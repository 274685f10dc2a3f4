mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
  region      = "eu-central-1"
  image_tag   = "0.2.0-3f9c2ab"
  entrance    = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
}

run "allows_no_wildcard_action_and_no_wildcard_resource" {
  assert {
    condition = alltrue(flatten([for policy in concat(values(aws_iam_role_policy.task)[*].policy, [aws_iam_role_policy.execution.policy]) : [
      for statement in jsondecode(policy).Statement : [for action in flatten([statement.Action]) : !strcontains(action, "*")]
    ]]))
    error_message = "no role has an action with a wildcard"
  }

  assert {
    condition = alltrue(flatten([for policy in concat(values(aws_iam_role_policy.task)[*].policy, [aws_iam_role_policy.execution.policy]) : [
      for statement in jsondecode(policy).Statement : [for resource in flatten([statement.Resource]) : resource != "*"]
      if statement.Action != ["ecr:GetAuthorizationToken"]
    ]]))
    error_message = "only the registry's log-in, which knows no resources, may name every resource"
  }
}

run "keeps_the_callback_sender_away_from_the_scan_queues" {
  assert {
    condition = alltrue(flatten([for statement in jsondecode(aws_iam_role_policy.task["callbacks"].policy).Statement : [
      for queue in [aws_sqs_queue.lane["scan"].arn, aws_sqs_queue.lane["bulk"].arn, aws_sqs_queue.dead["dead-letters"].arn] : !contains(flatten([statement.Resource]), queue)
    ]]))
    error_message = "the callback sender has no permission on the scan queues"
  }

  assert {
    condition = alltrue(flatten([for service, parameters in { worker = ["id-secrets", "webhook-key"] } : [
      for statement in jsondecode(aws_iam_role_policy.task[service].policy).Statement : [for parameter in parameters : !contains(flatten([statement.Resource]), local.parameter_arns[parameter])]
    ]]))
    error_message = "a secret is read by the services that need it and by no other"
  }
}

run "lets_only_workers_see_the_history" {
  assert {
    condition     = toset([for service, policy in aws_iam_role_policy.task : service if strcontains(policy.policy, "${aws_s3_bucket.history.arn}/history/")]) == toset(["worker"])
    error_message = "texts that tenants let Winnow keep are for the workers alone"
  }

  assert {
    condition     = aws_s3_bucket_lifecycle_configuration.history.rule[0].expiration[0].days == 31
    error_message = "no text is kept longer than the longest consent and a day"
  }
}

run "lets_the_api_send_and_never_receive" {
  assert {
    condition = !anytrue(flatten([for statement in jsondecode(aws_iam_role_policy.task["api"].policy).Statement : [
      for action in ["sqs:ReceiveMessage", "sqs:DeleteMessage"] : contains(flatten([statement.Action]), action)
    ]]))
    error_message = "the API does not receive"
  }
}

run "hands_secrets_over_by_reference" {
  assert {
    condition = jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].secrets == [
      { name = "WINNOW_CALLBACKS_MASTERKEY", valueFrom = "arn:aws:ssm:eu-central-1:123456789012:parameter/winnow/winnow.callbacks.master-key" },
      { name = "WINNOW_IDSECRETS", valueFrom = "arn:aws:ssm:eu-central-1:123456789012:parameter/winnow/winnow.id-secrets" },
    ]
    error_message = "the id secrets come from Parameter Store, never as text in a task definition"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.service["worker"].container_definitions)[0].secrets == []
    error_message = "a worker needs no secret"
  }
}

run "runs_programs_without_root_and_without_a_writable_root" {
  assert {
    condition = alltrue([for task in aws_ecs_task_definition.service :
      jsondecode(task.container_definitions)[0].readonlyRootFilesystem && jsondecode(task.container_definitions)[0].user == "10001:10001"
    ])
    error_message = "non-root, read-only root file system"
  }

  assert {
    condition     = alltrue([for service in aws_ecs_service.service : !service.enable_execute_command])
    error_message = "no shell into tasks unless debug is on"
  }
}

run "mounts_only_what_the_images_let_user_10001_write" {
  assert {
    condition = alltrue([for task in aws_ecs_task_definition.service : alltrue([
      for mount in jsondecode(task.container_definitions)[0].mountPoints :
      length(regexall("VOLUME \\[\"${mount.containerPath}\"\\]\nUSER 10001:10001\n", file("../docker/Dockerfile"))) == 4
    ])])
    error_message = "Fargate mounts an empty volume as root's with mode 0755, unless the images declare VOLUME for its path"
  }
}

run "opens_a_shell_for_debugging_only" {
  variables {
    debug        = true
    debug_levels = { "dev.winnow.worker" = "debug" }
  }

  assert {
    condition     = alltrue([for service in aws_ecs_service.service : service.enable_execute_command])
    error_message = "debug turns on ECS Exec"
  }

  assert {
    condition = alltrue([for task in aws_ecs_task_definition.service :
      toset(jsondecode(task.container_definitions)[0].mountPoints[*].containerPath) == toset(["/tmp", "/var/lib/amazon", "/var/log/amazon"])
    ])
    error_message = "the agent of ECS Exec gets its writable mounts"
  }

  assert {
    condition     = contains(jsondecode(aws_ecs_task_definition.service["worker"].container_definitions)[0].environment, { name = "LOGGING_LEVEL_DEV_WINNOW_WORKER", value = "debug" })
    error_message = "levels by package"
  }

  assert {
    condition = alltrue(flatten([for policy in aws_iam_role_policy.task : [for statement in jsondecode(policy.policy).Statement :
      alltrue([for action in statement.Action : startswith(action, "ssmmessages:")]) if contains(flatten([statement.Resource]), "*")
    ]]))
    error_message = "even then only ECS Exec's own actions name every resource"
  }
}

run "keeps_secrets_out_of_plan_and_state" {
  assert {
    condition     = alltrue([for parameter in aws_ssm_parameter.plain : parameter.type == "String"]) && toset(keys(aws_ssm_parameter.plain)) == toset(["tenants", "rules", "log-levels"])
    error_message = "Terraform makes the parameters that hold no secret, and no others"
  }

  assert {
    condition = alltrue(flatten([for task in aws_ecs_task_definition.service : [for container in jsondecode(task.container_definitions) : [
      for variable in container.environment : !contains(["WINNOW_IDSECRETS", "WINNOW_CALLBACKS_MASTERKEY"], variable.name)
    ]]]))
    error_message = "no task definition holds a secret"
  }
}

run "refuses_a_secret_among_the_variables" {
  command = plan

  variables {
    api    = { environment = { WINNOW_IDSECRETS = "0:x" } }
    worker = { environment = { WINNOW_CALLBACKS_MASTERKEY = "0:x" } }
  }

  expect_failures = [var.api, var.worker]
}

run "drops_every_capability_unless_debug_is_on" {
  assert {
    condition     = alltrue([for task in aws_ecs_task_definition.service : jsondecode(task.container_definitions)[0].linuxParameters.capabilities.drop == ["ALL"]])
    error_message = "the programs need no capability"
  }
}

run "lets_each_role_touch_its_own_items_only" {
  assert {
    condition = alltrue(flatten([for policy in aws_iam_role_policy.task : [
      for statement in jsondecode(policy.policy).Statement : can(statement.Condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"])
      if contains(flatten([statement.Resource]), aws_dynamodb_table.main.arn)
    ]]))
    error_message = "every right on the table names partitions"
  }

  assert {
    condition     = local.partitions.callbacks == ["h#*", "u#*"] && !anytrue([for key in local.partitions.worker : startswith("f#", trimsuffix(key, "*"))])
    error_message = "the callback sender sees no verdicts, the worker no feedback"
  }

  assert {
    condition = alltrue([for key in regexall("\\| `([a-z]#[a-z]*)", file("../docs/storage.md")) :
      anytrue([for pattern in flatten(values(local.partitions)) : startswith(key[0], trimsuffix(pattern, "*"))])
    ])
    error_message = "a kind of item of docs/storage.md can be touched by no role"
  }
}

run "keeps_former_task_definitions_for_a_roll_back" {
  assert {
    condition     = alltrue([for task in aws_ecs_task_definition.service : task.skip_destroy])
    error_message = "the runbook rolls back to a former revision, which must still be active"
  }
}

run "asks_for_no_webhook_key_without_callbacks" {
  variables {
    callbacks = { enabled = false }
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].secrets[*].name == ["WINNOW_IDSECRETS"]
    error_message = "ECS starts no task whose parameter is missing"
  }
}
