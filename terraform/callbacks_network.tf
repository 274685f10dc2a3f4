# What a tenant's webhook address resolves to is a stranger's choice. The sender refuses private addresses by itself; should it
# ever fail to, the network refuses too: out of these subnets goes traffic to the internet and to the AWS endpoints, nothing else.
locals {
  private_ranges = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "100.64.0.0/10", "127.0.0.0/8"]
  endpoint_cidrs = length(var.network.interface_endpoints) == 0 ? [] : [
    for zone in local.zones : local.subnets["endpoints-${zone}"].cidr
  ]
}

resource "aws_network_acl" "callbacks" {
  vpc_id     = aws_vpc.main.id
  subnet_ids = local.subnet_ids["callbacks"]
  tags       = { Name = "${var.name}-callbacks" }

  dynamic "egress" {
    for_each = local.endpoint_cidrs
    content {
      rule_no    = 100 + egress.key
      action     = "allow"
      protocol   = "tcp"
      cidr_block = egress.value
      from_port  = 443
      to_port    = 443
    }
  }

  dynamic "egress" {
    for_each = distinct(concat(local.private_ranges, [var.network.cidr]))
    content {
      rule_no    = 200 + egress.key
      action     = "deny"
      protocol   = "-1"
      cidr_block = egress.value
      from_port  = 0
      to_port    = 0
    }
  }

  # AWS itself is spoken to on 443, whichever ports webhooks may use.
  dynamic "egress" {
    for_each = sort([for port in setunion(var.callbacks.ports, [443]) : format("%05d", port)])
    content {
      rule_no    = 300 + egress.key
      action     = "allow"
      protocol   = "tcp"
      cidr_block = "0.0.0.0/0"
      from_port  = tonumber(egress.value)
      to_port    = tonumber(egress.value)
    }
  }

  # Network ACLs keep no state: these are the answers.
  ingress {
    rule_no    = 100
    action     = "allow"
    protocol   = "tcp"
    cidr_block = "0.0.0.0/0"
    from_port  = 1024
    to_port    = 65535
  }
}
