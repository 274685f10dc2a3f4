# The network: load balancer and NAT in public subnets, API and workers in private ones, the callback sender in subnets of its
# own whose network ACL lets nothing into the VPC, and interface endpoints, if any, in subnets that every task may reach.
resource "aws_vpc" "main" {
  cidr_block           = var.network.cidr
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = { Name = var.name }
}

# Nobody uses the default group; without rules nobody can by mistake.
resource "aws_default_security_group" "closed" {
  vpc_id = aws_vpc.main.id
}

resource "aws_internet_gateway" "main" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = var.name }
}

locals {
  # Four ranges for each zone: /20 of a /16.
  subnets = merge([for index, zone in local.zones : {
    for room, kind in ["public", "private", "callbacks", "endpoints"] :
    "${kind}-${zone}" => { kind = kind, zone = zone, cidr = cidrsubnet(var.network.cidr, 4, 4 * index + room) }
  }]...)
  nat_zones = var.network.nat_per_zone ? toset(local.zones) : toset([local.zones[0]])
  # Subnet ids by kind, in the order of the zones.
  subnet_ids = { for kind in ["public", "private", "callbacks", "endpoints"] : kind => [
    for zone in local.zones : aws_subnet.main["${kind}-${zone}"].id
  ] }
}

resource "aws_subnet" "main" {
  for_each = local.subnets

  vpc_id                  = aws_vpc.main.id
  availability_zone       = each.value.zone
  cidr_block              = each.value.cidr
  map_public_ip_on_launch = false
  tags                    = { Name = "${var.name}-${each.key}" }
}

resource "aws_eip" "nat" {
  for_each = local.nat_zones

  domain = "vpc"
  tags   = { Name = "${var.name}-nat-${each.key}" }
}

resource "aws_nat_gateway" "main" {
  for_each = local.nat_zones

  allocation_id = aws_eip.nat[each.key].id
  subnet_id     = aws_subnet.main["public-${each.key}"].id
  tags          = { Name = "${var.name}-${each.key}" }

  depends_on = [aws_internet_gateway.main]
}

resource "aws_route_table" "public" {
  vpc_id = aws_vpc.main.id
  tags   = { Name = "${var.name}-public" }

  route {
    cidr_block = "0.0.0.0/0"
    gateway_id = aws_internet_gateway.main.id
  }
}

resource "aws_route_table" "private" {
  for_each = toset(local.zones)

  vpc_id = aws_vpc.main.id
  tags   = { Name = "${var.name}-private-${each.key}" }

  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.main[var.network.nat_per_zone ? each.key : local.zones[0]].id
  }
}

resource "aws_route_table_association" "main" {
  for_each = local.subnets

  subnet_id      = aws_subnet.main[each.key].id
  route_table_id = each.value.kind == "public" ? aws_route_table.public.id : aws_route_table.private[each.value.zone].id
}
