# ECS acts by a role of its own, which the console makes with the first cluster of an account. Terraform's first cluster may come too early
# for it.
resource "aws_iam_service_linked_role" "ecs" {
  count = var.create_ecs_role ? 1 : 0

  aws_service_name = "ecs.amazonaws.com"
  description      = "Lets ECS manage network interfaces, load balancers and Spot capacity"
}

# One cluster, and for each service a task definition and the service itself.
resource "aws_ecs_cluster" "main" {
  name       = var.name
  depends_on = [aws_iam_service_linked_role.ecs]

  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}

locals {
  mounts = merge({ tmp = "/tmp" }, local.debug_mounts)

  program = { for name, service in local.services : name => {
    name                   = name
    image                  = "${aws_ecr_repository.image[service.image].repository_url}:${var.image_tag}"
    essential              = true
    readonlyRootFilesystem = true
    user                   = "10001:10001"
    stopTimeout            = service.stop_seconds
    environment            = [for key, value in merge(local.environment, service.environment) : { name = key, value = value }]
    # ECS reads them when it starts a task, and starts none without them.
    secrets      = [for key, parameter in service.secrets : { name = key, valueFrom = local.parameter_arns[parameter] }]
    portMappings = [for entrance in [for each, entrance in local.entrances : entrance if each == name] : { containerPort = entrance.port, hostPort = entrance.port, protocol = "tcp" }]
    mountPoints  = [for volume, path in local.mounts : { sourceVolume = volume, containerPath = path, readOnly = false }]
    # The agent of ECS Exec, which runs as root, needs some capabilities; the programs need none.
    linuxParameters  = merge({ initProcessEnabled = var.debug }, var.debug ? {} : { capabilities = { add = [], drop = ["ALL"] } })
    logConfiguration = local.log_configuration[name]
  } }
}

resource "aws_ecs_task_definition" "service" {
  for_each = local.services

  family                   = "${var.name}-${each.key}"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = each.value.size.vcpu * 1024
  memory                   = each.value.size.memory
  execution_role_arn       = aws_iam_role.execution.arn
  # Former revisions stay active, so that a roll-back can name one.
  skip_destroy          = true
  task_role_arn         = aws_iam_role.task[each.key].arn
  container_definitions = jsonencode(concat([local.program[each.key]], local.log_router[each.key]))

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  dynamic "volume" {
    for_each = local.mounts
    content {
      name = volume.key
    }
  }
}

resource "aws_ecs_service" "service" {
  for_each = local.services

  name                               = each.key
  cluster                            = aws_ecs_cluster.main.id
  task_definition                    = aws_ecs_task_definition.service[each.key].arn
  desired_count                      = each.value.size.min
  platform_version                   = "LATEST"
  availability_zone_rebalancing      = "ENABLED"
  deployment_minimum_healthy_percent = 100
  deployment_maximum_percent         = 200
  health_check_grace_period_seconds  = contains(keys(local.entrances), each.key) ? 60 : null
  enable_execute_command             = var.debug
  # Without it, a change of the capacity providers would destroy the service and make a new one.
  force_new_deployment    = true
  enable_ecs_managed_tags = true
  propagate_tags          = "SERVICE"

  dynamic "capacity_provider_strategy" {
    for_each = [for provider in each.value.providers : provider if provider.weight > 0 || provider.base > 0]
    content {
      capacity_provider = capacity_provider_strategy.value.name
      base              = capacity_provider_strategy.value.base
      weight            = capacity_provider_strategy.value.weight
    }
  }

  network_configuration {
    subnets          = each.value.subnets
    security_groups  = [aws_security_group.task[each.key].id]
    assign_public_ip = false
  }

  dynamic "load_balancer" {
    for_each = [for name, entrance in local.entrances : entrance if name == each.key]
    content {
      target_group_arn = load_balancer.value.target
      container_name   = each.key
      container_port   = load_balancer.value.port
    }
  }

  # A version that does not come up is taken back by ECS itself.
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }

  # Autoscaling owns the number.
  lifecycle {
    ignore_changes = [desired_count]
  }

  # A task that starts before its way out, its permissions or its load balancer are there dies, and the circuit breaker counts it.
  depends_on = [
    aws_lb_listener.http,
    aws_lb_listener.https,
    aws_lb_listener_rule.console,
    aws_ecs_cluster_capacity_providers.main,
    aws_iam_role_policy.execution,
    aws_iam_role_policy.task,
    aws_network_acl.callbacks,
    aws_route_table_association.main,
    aws_s3_object.fluent_bit,
    aws_vpc_endpoint.gateway,
    aws_vpc_endpoint.interface,
    aws_vpc_security_group_egress_rule.entrance_to_api,
    aws_vpc_security_group_egress_rule.entrance_to_console,
    aws_vpc_security_group_egress_rule.syslog,
    aws_vpc_security_group_egress_rule.task,
    aws_vpc_security_group_ingress_rule.api_from_entrance,
    aws_vpc_security_group_ingress_rule.console_from_entrance,
    aws_vpc_security_group_ingress_rule.endpoints,
  ]
}
