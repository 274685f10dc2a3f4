mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
  region      = "eu-central-1"
  image_tag   = "0.2.0-3f9c2ab"
  entrance    = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
}

run "lets_nobody_in_but_through_the_load_balancer" {
  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.entrance : rule.security_group_id == aws_security_group.entrance.id])
    error_message = "addresses are let in to the load balancer only"
  }

  assert {
    condition     = aws_vpc_security_group_ingress_rule.api_from_entrance.cidr_ipv4 == null && aws_vpc_security_group_ingress_rule.api_from_entrance.referenced_security_group_id == aws_security_group.entrance.id
    error_message = "the API is reached through the load balancer only"
  }

  assert {
    condition     = alltrue([for rule in aws_vpc_security_group_ingress_rule.endpoints : rule.cidr_ipv4 == null])
    error_message = "endpoints are reached by tasks only"
  }

  assert {
    condition     = alltrue([for service in aws_ecs_service.service : !service.network_configuration[0].assign_public_ip])
    error_message = "no task has a public address"
  }

  assert {
    condition     = alltrue([for subnet in aws_subnet.main : !subnet.map_public_ip_on_launch])
    error_message = "no subnet hands out public addresses"
  }
}

run "keeps_connections_longer_than_the_load_balancer" {
  assert {
    condition     = aws_lb.entrance.idle_timeout == 75
    error_message = "idle 75 s"
  }

  assert {
    condition     = contains(jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].environment, { name = "SERVER_TOMCAT_KEEPALIVETIMEOUT", value = "90s" })
    error_message = "the server's keep-alive is longer than the load balancer's idle time"
  }

  assert {
    condition     = aws_lb_target_group.api.deregistration_delay == "30" && aws_lb_target_group.api.health_check[0].path == "/ping"
    error_message = "deregistration 30 s, health check on /ping"
  }

  assert {
    condition     = jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].stopTimeout == 60 && jsondecode(aws_ecs_task_definition.service["worker"].container_definitions)[0].stopTimeout == 120
    error_message = "60 s for the API (deregistration and drain), 120 s for workers"
  }
}

run "tells_the_api_that_the_load_balancer_names_the_caller" {
  assert {
    condition     = contains(jsondecode(aws_ecs_task_definition.service["api"].container_definitions)[0].environment, { name = "WINNOW_REQUEST_TRUSTEDPROXIES", value = "1" })
    error_message = "one proxy is trusted, so that limits by address count callers and not the load balancer"
  }
}

run "keeps_the_callback_sender_out_of_the_vpc" {
  assert {
    condition     = toset(aws_ecs_service.service["callbacks"].network_configuration[0].subnets) == toset(local.subnet_ids["callbacks"]) && toset(aws_network_acl.callbacks.subnet_ids) == toset(local.subnet_ids["callbacks"])
    error_message = "the callback sender runs in subnets of its own, under their network ACL"
  }

  assert {
    condition = alltrue([for range in ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10"] :
      anytrue([for rule in aws_network_acl.callbacks.egress : rule.action == "deny" && rule.cidr_block == range])
    ])
    error_message = "private ranges are denied"
  }

  assert {
    condition = max([for rule in aws_network_acl.callbacks.egress : rule.rule_no if rule.action == "deny"]...) < min([
      for rule in aws_network_acl.callbacks.egress : rule.rule_no if rule.cidr_block == "0.0.0.0/0"
    ]...)
    error_message = "what is denied is denied before everything is allowed"
  }

  assert {
    condition     = toset([for rule in aws_network_acl.callbacks.egress : rule.from_port if rule.action == "allow"]) == toset([443])
    error_message = "HTTPS only"
  }

  assert {
    condition     = toset(concat(local.subnet_ids["callbacks"], local.subnet_ids["private"])) != toset(local.subnet_ids["private"])
    error_message = "subnets of its own"
  }
}

run "lets_the_callback_sender_reach_interface_endpoints" {
  variables {
    network = { interface_endpoints = ["sqs", "ssm"] }
  }

  assert {
    condition = toset([for rule in aws_network_acl.callbacks.egress : rule.cidr_block if rule.action == "allow" && rule.rule_no < 200]) == toset([
      for key, subnet in aws_subnet.main : subnet.cidr_block if startswith(key, "endpoints-")
    ])
    error_message = "with private DNS the AWS services have addresses in the endpoints' subnets"
  }

  assert {
    condition     = toset(keys(aws_vpc_endpoint.interface)) == toset(["sqs", "ssm"])
    error_message = "one endpoint for each service named"
  }
}

run "speaks_https_only_once_there_is_a_certificate" {
  variables {
    entrance = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1" }
  }

  assert {
    condition     = aws_lb_listener.https[0].protocol == "HTTPS" && aws_lb_listener.http.default_action[0].type == "fixed-response"
    error_message = "plain HTTP is refused, never redirected"
  }
}

run "refuses_plain_http_unless_it_is_wanted" {
  command = plan

  variables {
    entrance = {}
  }

  expect_failures = [var.entrance]
}

run "speaks_plain_http_for_a_trial" {
  variables {
    entrance = { plain_http = true }
  }

  assert {
    condition     = length(aws_lb_listener.https) == 0 && aws_lb_listener.http.default_action[0].type == "forward"
    error_message = "plain HTTP by one explicit variable"
  }
}

run "refuses_ranges_that_the_network_cannot_let_in" {
  command = plan

  variables {
    entrance = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1", allowed_cidrs = ["0.0.0.0/0", "::/0"] }
  }

  expect_failures = [var.entrance]
}

run "refuses_a_range_with_host_bits" {
  command = plan

  variables {
    entrance = { certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1", allowed_cidrs = ["203.0.113.7/24"] }
  }

  expect_failures = [var.entrance]
}

run "refuses_a_certificate_of_another_region" {
  command = plan

  variables {
    entrance = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/1" }
  }

  expect_failures = [var.entrance]
}

run "refuses_a_network_that_is_too_small" {
  command = plan

  variables {
    network = { cidr = "10.20.0.0/24" }
  }

  expect_failures = [var.network]
}

run "replaces_before_it_destroys" {
  assert {
    condition     = aws_lb_target_group.api.name_prefix == "api-" && length(aws_lb_target_group.api.name_prefix) <= 6
    error_message = "the target group's name is free, and a prefix has at most 6 characters"
  }

  assert {
    condition = alltrue([for group in concat([aws_security_group.entrance, aws_security_group.endpoints], values(aws_security_group.task)) :
      endswith(group.name_prefix, "-")
    ])
    error_message = "the security groups' names are free"
  }
}

run "keeps_access_logs_for_thirty_days" {
  assert {
    condition     = aws_lb.entrance.access_logs[0].enabled && aws_s3_bucket_lifecycle_configuration.access_logs["entrance"].rule[0].expiration[0].days == 30
    error_message = "access logs, which are forgotten"
  }

  assert {
    condition     = aws_s3_bucket_public_access_block.access_logs["entrance"].restrict_public_buckets && one(one(aws_s3_bucket_server_side_encryption_configuration.access_logs["entrance"].rule).apply_server_side_encryption_by_default).sse_algorithm == "AES256"
    error_message = "private, and under S3's own keys, which is all that a load balancer writes to"
  }
}

run "does_without_access_logs_and_takes_a_web_acl" {
  variables {
    entrance = {
      certificate_arn = "arn:aws:acm:eu-central-1:123456789012:certificate/1"
      access_log_days = 0
      web_acl_arn     = "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/w/1"
    }
  }

  assert {
    condition     = length(aws_s3_bucket.access_logs) == 0 && length(aws_lb.entrance.access_logs) == 0
    error_message = "no access logs"
  }

  assert {
    condition     = aws_wafv2_web_acl_association.entrance[0].web_acl_arn == "arn:aws:wafv2:eu-central-1:123456789012:regional/webacl/w/1"
    error_message = "an optional web ACL"
  }
}

run "fits_into_a_network_acl" {
  variables {
    network   = { zones = 4, interface_endpoints = ["sqs"] }
    callbacks = { ports = [443, 8443, 1024, 1025, 1026, 1027, 1028] }
  }

  override_data {
    target = data.aws_availability_zones.available
    values = { names = ["eu-central-1a", "eu-central-1b", "eu-central-1c", "eu-central-1d"] }
  }

  assert {
    condition     = length(aws_network_acl.callbacks.egress) <= 20
    error_message = "a network ACL has 20 rules in each direction"
  }
}

run "refuses_more_ports_than_a_network_acl_has_rules" {
  command = plan

  variables {
    callbacks = { ports = [443, 8443, 1024, 1025, 1026, 1027, 1028, 1029] }
  }

  expect_failures = [var.callbacks]
}
