# One cluster, and for each service a task definition and the service itself.
resource "aws_ecs_cluster" "main" {
  name = var.name

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
    secrets          = [for key, parameter in service.secrets : { name = key, valueFrom = aws_ssm_parameter.setting[parameter].arn }]
    portMappings     = name == "api" ? [{ containerPort = local.api_port, hostPort = local.api_port, protocol = "tcp" }] : []
    mountPoints      = [for volume, path in local.mounts : { sourceVolume = volume, containerPath = path, readOnly = false }]
    linuxParameters  = { initProcessEnabled = var.debug }
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
  task_role_arn            = aws_iam_role.task[each.key].arn
  container_definitions    = jsonencode(concat([local.program[each.key]], local.log_router[each.key]))

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
  health_check_grace_period_seconds  = each.key == "api" ? 60 : null
  enable_execute_command             = var.debug
  enable_ecs_managed_tags            = true
  propagate_tags                     = "SERVICE"

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
    for_each = each.key == "api" ? [local.api_port] : []
    content {
      target_group_arn = aws_lb_target_group.api.arn
      container_name   = each.key
      container_port   = load_balancer.value
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

  depends_on = [aws_lb_listener.http, aws_ecs_cluster_capacity_providers.main]
}
