# The console: one task, because its sessions are in memory. It may publish tenants and states of rules and touch dead letters, which no other
# program may. It stands behind the fleet's load balancer under a host name of its own.
locals {
  console_port = 8081
  console_on   = var.console != null

  console_service = {
    image        = "console"
    size         = { vcpu = try(var.console.vcpu, 0), memory = try(var.console.memory, 0), min = 1, max = 1 }
    stop_seconds = local.api_stop_seconds
    subnets      = local.subnet_ids["private"]
    egress_ports = [443]
    providers    = [{ name = "FARGATE", base = 0, weight = 1 }]
    environment = merge({
      SERVER_PORT = tostring(local.console_port)
      # TLS ends at the load balancer, and the provider sends people back from another site.
      SERVER_FORWARDHEADERSSTRATEGY          = "native"
      SERVER_SERVLET_SESSION_COOKIE_SECURE   = "true"
      SERVER_SERVLET_SESSION_COOKIE_SAMESITE = "lax"
      WINNOW_CONSOLE_OIDC_ISSUER             = try(var.console.issuer, "")
      WINNOW_CONSOLE_OIDC_CLIENTID           = try(var.console.client_id, "")
      WINNOW_HISTORY_BUCKET                  = aws_s3_bucket.history.id
    }, try(var.console.environment, {}))
    secrets    = { WINNOW_IDSECRETS = "id-secrets", WINNOW_CONSOLE_OIDC_CLIENTSECRET = "console-secret" }
    parameters = ["id-secrets", "tenants", "rules", "log-levels"]
    access = [
      # Dead letters, and sending them again on the live lane; texts of the history are judged again on the bulk lane.
      { actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"], resources = [local.arn.dead] },
      { actions = ["sqs:SendMessage", "sqs:GetQueueUrl"], resources = [local.arn.scan, local.arn.bulk] },
      { actions = ["s3:GetObject"], resources = ["${aws_s3_bucket.history.arn}/history/*"] },
      { actions = ["s3:ListBucket"], resources = [aws_s3_bucket.history.arn] },
      { actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources = [local.arn.scan, local.arn.bulk, local.arn.dead] },
      local.table_access.console,
      # Tenants, and states of rules with each former version to roll back to.
      { actions = ["s3:GetObject", "s3:PutObject"], resources = ["${aws_s3_bucket.rules.arn}/rules/*", "${aws_s3_bucket.rules.arn}/tenants/*"] },
      { actions = ["ssm:PutParameter", "ssm:GetParameterHistory"], resources = [local.parameter_arns["rules"], local.parameter_arns["tenants"]] },
    ]
  }

  # The services that the load balancer leads to.
  entrances = merge(
    { api = { port = local.api_port, target = aws_lb_target_group.api.arn } },
    local.console_on ? { console = { port = local.console_port, target = one(aws_lb_target_group.console[*].arn) } } : {},
  )
}

resource "aws_lb_target_group" "console" {
  count = local.console_on ? 1 : 0

  name_prefix          = "cons-"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  port                 = local.console_port
  protocol             = "HTTP"
  deregistration_delay = local.deregistration_delay

  health_check {
    path                = "/livez"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  tags = { Name = "${var.name}-console" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener_certificate" "console" {
  count = try(var.console.certificate_arn, null) == null ? 0 : 1

  listener_arn    = one(aws_lb_listener.https[*].arn)
  certificate_arn = var.console.certificate_arn
}

resource "aws_lb_listener_rule" "console" {
  count = local.console_on ? 1 : 0

  listener_arn = one(aws_lb_listener.https[*].arn)
  priority     = 10

  action {
    type             = "forward"
    target_group_arn = one(aws_lb_target_group.console[*].arn)
  }

  condition {
    host_header {
      values = [var.console.host]
    }
  }

  dynamic "condition" {
    for_each = length(var.console.allowed_cidrs) > 0 ? [var.console.allowed_cidrs] : []
    content {
      source_ip {
        values = condition.value
      }
    }
  }
}

resource "aws_vpc_security_group_egress_rule" "entrance_to_console" {
  count = local.console_on ? 1 : 0

  security_group_id            = aws_security_group.entrance.id
  description                  = "The console"
  referenced_security_group_id = aws_security_group.task["console"].id
  ip_protocol                  = "tcp"
  from_port                    = local.console_port
  to_port                      = local.console_port
}

resource "aws_vpc_security_group_ingress_rule" "console_from_entrance" {
  count = local.console_on ? 1 : 0

  security_group_id            = aws_security_group.task["console"].id
  description                  = "The load balancer"
  referenced_security_group_id = aws_security_group.entrance.id
  ip_protocol                  = "tcp"
  from_port                    = local.console_port
  to_port                      = local.console_port
}
