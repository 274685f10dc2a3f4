# `winnow rules backtest` judges the history in a one-off task near the data (docs/rules-life.md). The command starts it with the description in the
# parameter below; nothing runs in between. It is the worker's image with another program, and its role reads what it compares and writes its report.
locals {
  backtest_environment = merge({ for name, value in local.environment : name => value if contains(["AWS_REGION", "WINNOW_PARAMETERS_PATH", "WINNOW_BUCKET", "WINNOW_DYNAMODB_TABLE"], name) }, {
    WINNOW_HISTORY_BUCKET = aws_s3_bucket.history.id
  })

  backtest_statements = [
    { actions = ["ssm:GetParameter", "ssm:GetParameterHistory"], resources = [local.parameter_arns["rules"], local.parameter_arns["tenants"]] },
    { actions = ["s3:GetObject"], resources = ["${aws_s3_bucket.rules.arn}/rules/*", "${aws_s3_bucket.rules.arn}/tenants/*", "${aws_s3_bucket.history.arn}/history/*", "${aws_s3_bucket.history.arn}/backtests/*"] },
    { actions = ["s3:PutObject"], resources = ["${aws_s3_bucket.history.arn}/backtests/*"] },
    { actions = ["s3:ListBucket"], resources = [aws_s3_bucket.history.arn] },
    { actions = ["kms:Decrypt", "kms:GenerateDataKey"], resources = [aws_kms_key.main.arn] },
    # Opinions of people, and rules that a fuse put into shadow.
    {
      actions   = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"]
      resources = [aws_dynamodb_table.main.arn]
      condition = { "ForAllValues:StringLike" = { "dynamodb:LeadingKeys" = ["f#*", "w#fuse"] } }
    },
    # DynamoDB uses the key in the name of the role that calls it.
    {
      actions   = ["kms:DescribeKey", "kms:Encrypt", "kms:ReEncryptFrom", "kms:ReEncryptTo"]
      resources = [aws_kms_key.main.arn]
      condition = { StringEquals = { "kms:ViaService" = "dynamodb.${var.region}.amazonaws.com" } }
    },
  ]
}

resource "aws_cloudwatch_log_group" "backtest" {
  name              = "/${var.name}/backtest"
  retention_in_days = var.logs.retention_days
  kms_key_id        = aws_kms_key.main.arn
}

resource "aws_iam_role" "backtest" {
  name               = "${var.name}-backtest"
  description        = "What the task of a backtest may do"
  assume_role_policy = local.assume_by_tasks
}

resource "aws_iam_role_policy" "backtest" {
  name = "access"
  role = aws_iam_role.backtest.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [for statement in local.backtest_statements : merge({
      Effect   = "Allow"
      Action   = statement.actions
      Resource = statement.resources
    }, can(statement.condition) ? { Condition = statement.condition } : {})]
  })
}

resource "aws_security_group" "backtest" {
  name_prefix = "${var.name}-backtest-"
  description = "The tasks of backtests"
  vpc_id      = aws_vpc.main.id
  tags        = { Name = "${var.name}-backtest" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "backtest" {
  security_group_id = aws_security_group.backtest.id
  description       = "AWS"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = 443
  to_port           = 443
}

resource "aws_vpc_security_group_ingress_rule" "endpoints_from_backtest" {
  security_group_id            = aws_security_group.endpoints.id
  description                  = "The tasks of backtests"
  referenced_security_group_id = aws_security_group.backtest.id
  ip_protocol                  = "tcp"
  from_port                    = 443
  to_port                      = 443
}

resource "aws_ecs_task_definition" "backtest" {
  family                   = "${var.name}-backtest"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = var.backtest.vcpu * 1024
  memory                   = var.backtest.memory
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.backtest.arn

  container_definitions = jsonencode([{
    name                   = "backtest"
    image                  = "${aws_ecr_repository.image["scan-worker"].repository_url}:${var.image_tag}"
    essential              = true
    readonlyRootFilesystem = true
    user                   = "10001:10001"
    entryPoint             = ["java", "-XX:MaxRAMPercentage=50", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-cp", "lib/*:backtest/*", "dev.winnow.local.Winnow"]
    command                = ["version"]
    environment            = [for key, value in local.backtest_environment : { name = key, value = value }]
    mountPoints            = [{ sourceVolume = "tmp", containerPath = "/tmp", readOnly = false }]
    linuxParameters        = { initProcessEnabled = false, capabilities = { add = [], drop = ["ALL"] } }
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = aws_cloudwatch_log_group.backtest.name, awslogs-region = var.region, awslogs-stream-prefix = "backtest" }
    }
  }])

  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = var.architecture
  }

  volume {
    name = "tmp"
  }
}

resource "aws_ssm_parameter" "backtest" {
  name        = "${local.parameter_path}/backtest-task"
  description = "How winnow rules backtest starts its task"
  type        = "String"
  value = jsonencode({
    cluster        = aws_ecs_cluster.main.name
    definition     = aws_ecs_task_definition.backtest.family
    container      = "backtest"
    subnets        = local.subnet_ids["private"]
    securityGroups = [aws_security_group.backtest.id]
    bucket         = aws_s3_bucket.history.id
    logGroup       = aws_cloudwatch_log_group.backtest.name
  })
}
