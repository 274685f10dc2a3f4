# Logs go to CloudWatch, or through FireLens to a syslog endpoint; metrics are log lines (EMF) and always end up in CloudWatch.
resource "aws_cloudwatch_log_group" "service" {
  for_each = local.services

  name              = "/${var.name}/${each.key}"
  retention_in_days = var.logs.retention_days
  kms_key_id        = aws_kms_key.main.arn
}

locals {
  syslog = var.logs.syslog != null

  log_configuration = { for name, service in local.services : name => local.syslog ? {
    logDriver = "awsfirelens"
    options   = {}
    } : {
    logDriver = "awslogs"
    options   = local.awslogs[name]
  } }

  awslogs = { for name, service in local.services : name => {
    awslogs-group         = aws_cloudwatch_log_group.service[name].name
    awslogs-region        = var.region
    awslogs-stream-prefix = name
    # A slow log service must not hold up requests.
    mode            = "non-blocking"
    max-buffer-size = "25m"
  } }

  log_router = { for name, service in local.services : name => local.syslog ? [{
    name                   = "log-router"
    image                  = var.logs.fluent_bit_image
    essential              = true
    readonlyRootFilesystem = false # The init process of this image writes its configuration.
    memoryReservation      = 64
    environment = [
      { name = "aws_fluent_bit_init_s3_1", value = "${aws_s3_bucket.rules.arn}/${aws_s3_object.fluent_bit[name].key}" },
    ]
    firelensConfiguration = { type = "fluentbit", options = { enable-ecs-log-metadata = "false" } }
    logConfiguration      = { logDriver = "awslogs", options = merge(local.awslogs[name], { awslogs-stream-prefix = "log-router" }) }
  }] : [] }

  log_router_access = local.syslog ? [
    { actions = ["s3:GetObject"], resources = ["${aws_s3_bucket.rules.arn}/fluent-bit/*"] },
    { actions = ["s3:GetBucketLocation"], resources = [aws_s3_bucket.rules.arn] },
    { actions = ["logs:CreateLogStream", "logs:PutLogEvents"], resources = [for group in aws_cloudwatch_log_group.service : "${group.arn}:log-stream:*"] },
  ] : []
}

resource "aws_s3_object" "fluent_bit" {
  for_each = { for name, service in local.services : name => service if local.syslog }

  bucket = aws_s3_bucket.rules.id
  key    = "fluent-bit/${each.key}.conf"
  content = templatefile("${path.module}/fluent-bit.conf", {
    region    = var.region
    log_group = aws_cloudwatch_log_group.service[each.key].name
    host      = var.logs.syslog.host
    port      = var.logs.syslog.port
    mode      = var.logs.syslog.tls ? "tls" : "tcp"
    program   = "${var.name}-${each.key}"
  })
}

# The log router reaches the syslog endpoint on its own port.
resource "aws_vpc_security_group_egress_rule" "syslog" {
  for_each = { for name, service in local.services : name => service if local.syslog && !contains(service.egress_ports, try(var.logs.syslog.port, 0)) }

  security_group_id = aws_security_group.task[each.key].id
  description       = "Syslog"
  cidr_ipv4         = "0.0.0.0/0"
  ip_protocol       = "tcp"
  from_port         = var.logs.syslog.port
  to_port           = var.logs.syslog.port
}
