# The entrance. TLS ends here; behind it requests travel inside the VPC.
locals {
  api_port       = 8080
  encrypted      = var.entrance.certificate_arn != null
  entrance_ports = local.encrypted ? [443, 80] : [80]
}

resource "aws_lb" "entrance" {
  name                       = var.name
  load_balancer_type         = "application"
  internal                   = false
  security_groups            = [aws_security_group.entrance.id]
  subnets                    = local.subnet_ids["public"]
  idle_timeout               = local.idle_seconds
  drop_invalid_header_fields = true
  enable_deletion_protection = var.entrance.deletion_protection

  dynamic "access_logs" {
    for_each = aws_s3_bucket.access_logs
    content {
      bucket  = access_logs.value.id
      enabled = true
    }
  }

  # The load balancer tries at once whether it may write there.
  depends_on = [aws_s3_bucket_policy.access_logs]
}

resource "aws_wafv2_web_acl_association" "entrance" {
  count = var.entrance.web_acl_arn == null ? 0 : 1

  resource_arn = aws_lb.entrance.arn
  web_acl_arn  = var.entrance.web_acl_arn
}

# A replacement stands beside the old one until the listeners have moved over, so its name is free: AWS gives it.
resource "aws_lb_target_group" "api" {
  name_prefix          = "api-"
  vpc_id               = aws_vpc.main.id
  target_type          = "ip"
  port                 = local.api_port
  protocol             = "HTTP"
  deregistration_delay = local.deregistration_delay
  # A cold JVM gets its share of traffic little by little.
  slow_start                    = 30
  load_balancing_algorithm_type = "round_robin"

  health_check {
    path                = "/ping"
    matcher             = "200"
    interval            = 10
    timeout             = 5
    healthy_threshold   = 2
    unhealthy_threshold = 3
  }

  tags = { Name = "${var.name}-api" }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_lb_listener" "https" {
  count = local.encrypted ? 1 : 0

  load_balancer_arn = aws_lb.entrance.arn
  port              = 443
  protocol          = "HTTPS"
  certificate_arn   = var.entrance.certificate_arn
  ssl_policy        = "ELBSecurityPolicy-TLS13-1-2-2021-06"

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}

# With a certificate, plain HTTP is refused, not redirected: phones do not follow redirects, and a key sent in the clear is lost.
resource "aws_lb_listener" "http" {
  load_balancer_arn = aws_lb.entrance.arn
  port              = 80
  protocol          = "HTTP"

  dynamic "default_action" {
    for_each = local.encrypted ? [] : ["forward"]
    content {
      type             = "forward"
      target_group_arn = aws_lb_target_group.api.arn
    }
  }

  dynamic "default_action" {
    for_each = local.encrypted ? ["refuse"] : []
    content {
      type = "fixed-response"
      fixed_response {
        status_code  = "403"
        content_type = "text/plain"
        message_body = "HTTPS only"
      }
    }
  }
}
