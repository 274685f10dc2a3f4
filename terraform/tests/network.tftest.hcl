mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  region    = "eu-central-1"
  image_tag = "0.1.0-3f9c2ab"
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
