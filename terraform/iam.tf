# One role for each service, with exactly its queues, its table, its objects and its parameters; one for starting tasks.
locals {
  assume_by_tasks = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
      Condition = { StringEquals = { "aws:SourceAccount" = local.account } }
    }]
  })

  injected = distinct(flatten([for service in local.services : values(service.secrets)]))

  statements = { for name, service in local.services : name => concat(
    service.access,
    [
      {
        actions   = ["ssm:GetParameter", "ssm:GetParameters"]
        resources = [for parameter in service.parameters : local.parameter_arns[parameter]]
      },
      # Parameters, objects and queues.
      { actions = ["kms:Decrypt", "kms:GenerateDataKey"], resources = [aws_kms_key.main.arn] },
      # DynamoDB uses the key in the name of the role that calls it.
      {
        actions   = ["kms:DescribeKey", "kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
        resources = [aws_kms_key.main.arn]
        condition = { StringEquals = { "kms:ViaService" = "dynamodb.${var.region}.amazonaws.com" } }
      },
    ],
    local.log_router_access,
    local.debug_access,
  ) }
}

resource "aws_iam_role" "task" {
  for_each = local.services

  name               = "${var.name}-${each.key}"
  description        = "What the ${each.key} program may do"
  assume_role_policy = local.assume_by_tasks
}

resource "aws_iam_role_policy" "task" {
  for_each = local.services

  name = "access"
  role = aws_iam_role.task[each.key].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for statement in local.statements[each.key] : merge({
      Effect   = "Allow"
      Action   = statement.actions
      Resource = statement.resources
    }, can(statement.condition) ? { Condition = statement.condition } : {})]
  })
}

resource "aws_iam_role" "execution" {
  name               = "${var.name}-execution"
  description        = "What ECS may do to start a task: pull the images, open the logs"
  assume_role_policy = local.assume_by_tasks
}

resource "aws_iam_role_policy" "execution" {
  name = "start"
  role = aws_iam_role.execution.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid    = "LogInToTheRegistry"
        Effect = "Allow"
        Action = ["ecr:GetAuthorizationToken"]
        # This action knows no resources.
        Resource = ["*"]
      },
      {
        Sid      = "PullImages"
        Effect   = "Allow"
        Action   = ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"]
        Resource = [for repository in aws_ecr_repository.image : repository.arn]
      },
      {
        Sid      = "ReadSecrets"
        Effect   = "Allow"
        Action   = ["ssm:GetParameters", "kms:Decrypt"]
        Resource = concat([for parameter in local.injected : local.parameter_arns[parameter]], [aws_kms_key.main.arn])
      },
      {
        Sid      = "WriteLogs"
        Effect   = "Allow"
        Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
        Resource = [for group in concat(values(aws_cloudwatch_log_group.service), [aws_cloudwatch_log_group.backtest]) : "${group.arn}:log-stream:*"]
      },
    ]
  })
}
