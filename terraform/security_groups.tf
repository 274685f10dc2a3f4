# The load balancer is the only thing that the internet can connect to. A replacement stands beside the old group until nothing uses that,
# so its name is free: AWS ends it.
resource "aws_security_group" "entrance" {
  name_prefix = "${var.name}-entrance-"
  description = "The load balancer"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${var.name}-entrance" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "entrance" {
  for_each = { for pair in setproduct(var.entrance.allowed_cidrs, local.entrance_ports) : "${pair[0]}:${pair[1]}" => { cidr = pair[0], port = pair[1] } }

  security_group_id = aws_security_group.entrance.id
  description       = "Clients"
  cidr_ipv4         = each.value.cidr
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}

resource "aws_vpc_security_group_egress_rule" "entrance_to_api" {
  security_group_id            = aws_security_group.entrance.id
  description                  = "The API tasks"
  referenced_security_group_id = aws_security_group.task["api"].id
  ip_protocol                  = "tcp"
  from_port                    = local.api_port
  to_port                      = local.api_port
}

resource "aws_security_group" "task" {
  for_each = local.services

  name_prefix = "${var.name}-${each.key}-"
  description = "The ${each.key} tasks"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${var.name}-${each.key}" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "api_from_entrance" {
  security_group_id            = aws_security_group.task["api"].id
  description                  = "The load balancer"
  referenced_security_group_id = aws_security_group.entrance.id
  ip_protocol                  = "tcp"
  from_port                    = local.api_port
  to_port                      = local.api_port
}

# Tasks open connections to AWS and, the callback sender, to webhooks; nobody opens one to a worker.
resource "aws_vpc_security_group_egress_rule" "task" {
  for_each = merge([for name, service in local.services : {
    for port in service.egress_ports : "${name}:${port}" => { service = name, port = port }
  }]...)

  security_group_id = aws_security_group.task[each.value.service].id
  description       = "AWS, and what the task is for"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = each.value.port
  to_port           = each.value.port
}

resource "aws_security_group" "endpoints" {
  name_prefix = "${var.name}-endpoints-"
  description = "Interface endpoints"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${var.name}-endpoints" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_ingress_rule" "endpoints" {
  for_each = local.services

  security_group_id            = aws_security_group.endpoints.id
  description                  = "The ${each.key} tasks"
  referenced_security_group_id = aws_security_group.task[each.key].id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}
