mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
  region      = "eu-central-1"
  image_tag   = "0.2.0-3f9c2ab"
  entrance    = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
  console     = { host = "console.example.org", issuer = "https://login.example.org", client_id = "winnow", allowed_cidrs = ["203.0.113.0/24"] }
}

run "has_no_console_unless_one_is_described" {
  variables {
    console = null
  }

  assert {
    condition     = toset(keys(local.services)) == toset(["api", "worker", "callbacks"]) && length(aws_lb_listener_rule.console) == 0
    error_message = "a console has a host name and a provider, which have no defaults"
  }
}

run "gives_rights_to_publish_and_to_touch_dead_letters_to_the_console_alone" {
  assert {
    condition = alltrue(flatten([for service in ["api", "worker", "callbacks"] : [
      for statement in jsondecode(aws_iam_role_policy.task[service].policy).Statement : [for action in ["ssm:PutParameter", "s3:PutObject"] :
        !contains(flatten([statement.Action]), action) || alltrue([for resource in flatten([statement.Resource]) : endswith(resource, "/history/*")])
      ]
    ]]))
    error_message = "no other program publishes"
  }

  assert {
    condition = alltrue(flatten([for service in ["api", "worker", "callbacks"] : [
      for statement in jsondecode(aws_iam_role_policy.task[service].policy).Statement : !(contains(flatten([statement.Action]), "sqs:ReceiveMessage") && contains(flatten([statement.Resource]), aws_sqs_queue.dead["dead-letters"].arn))
    ]]))
    error_message = "no other program reads dead letters"
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.task["console"].policy).Statement :
      toset(flatten([statement.Resource])) == toset([local.parameter_arns["rules"], local.parameter_arns["tenants"]])
    if contains(flatten([statement.Action]), "ssm:PutParameter")])
    error_message = "of the parameters the console changes the two pointers"
  }

  assert {
    condition = alltrue([for statement in jsondecode(aws_iam_role_policy.task["console"].policy).Statement :
      flatten([statement.Resource]) == [aws_sqs_queue.dead["dead-letters"].arn]
    if contains(flatten([statement.Action]), "sqs:ReceiveMessage")])
    error_message = "of the queues the console receives from the dead letters"
  }
}

run "lets_the_console_judge_the_history_again" {
  assert {
    condition = anytrue([for statement in jsondecode(aws_iam_role_policy.task["console"].policy).Statement :
      contains(flatten([statement.Action]), "sqs:SendMessage") && contains(flatten([statement.Resource]), local.arn.bulk)
    ])
    error_message = "messages of a rescan go to the bulk lane"
  }

  assert {
    condition = toset(flatten([for statement in jsondecode(aws_iam_role_policy.task["console"].policy).Statement :
      flatten([statement.Action]) if anytrue([for resource in flatten([statement.Resource]) : endswith(resource, "/history/*")])
    ])) == toset(["s3:GetObject"])
    error_message = "the console reads the history and changes nothing in it"
  }

  assert {
    condition     = contains(jsondecode(aws_ecs_task_definition.service["console"].container_definitions)[0].environment, { name = "WINNOW_HISTORY_BUCKET", value = aws_s3_bucket.history.id })
    error_message = "the console knows the bucket of the history"
  }
}

run "runs_one_console_behind_its_host_name" {
  assert {
    condition     = aws_appautoscaling_target.service["console"].min_capacity == 1 && aws_appautoscaling_target.service["console"].max_capacity == 1
    error_message = "sessions are in the memory of one task"
  }

  assert {
    condition     = flatten([for condition in aws_lb_listener_rule.console[0].condition : [for host in condition.host_header : tolist(host.values)]]) == ["console.example.org"] && flatten([for condition in aws_lb_listener_rule.console[0].condition : [for range in condition.source_ip : tolist(range.values)]]) == ["203.0.113.0/24"]
    error_message = "the load balancer leads to it by its host name, from the ranges that may connect"
  }

  assert {
    condition     = one(aws_ecs_service.service["console"].load_balancer[*].container_port) == 8081 && one(aws_ecs_service.service["api"].load_balancer[*].container_port) == 8080
    error_message = "each entrance has the port of its program"
  }
}

run "hands_the_client_secret_over_by_reference" {
  assert {
    condition = contains(jsondecode(aws_ecs_task_definition.service["console"].container_definitions)[0].secrets,
    { name = "WINNOW_CONSOLE_OIDC_CLIENTSECRET", valueFrom = "arn:aws:ssm:eu-central-1:123456789012:parameter/winnow/winnow.console.oidc.client-secret" })
    error_message = "the provider's secret comes from Parameter Store"
  }
}

run "refuses_a_console_in_the_clear" {
  command = plan

  variables {
    entrance = { plain_http = true }
  }

  expect_failures = [var.console]
}

run "refuses_a_secret_among_its_variables" {
  command = plan

  variables {
    console = { host = "console.example.org", issuer = "https://login.example.org", client_id = "winnow", environment = { WINNOW_CONSOLE_OIDC_CLIENTSECRET = "x" } }
  }

  expect_failures = [var.console]
}
