output "url" {
  description = "Where the API answers, unless a DNS name of your own points there."
  value       = "${local.encrypted ? "https" : "http"}://${aws_lb.entrance.dns_name}"
}

output "console" {
  description = "Where the console answers, once its host name points to the load balancer; null without a console."
  value       = local.console_on ? "https://${var.console.host}" : null
}

output "load_balancer" {
  description = "The name that host names of your own point to."
  value       = aws_lb.entrance.dns_name
}

output "repositories" {
  description = "Where `make release` pushes each image."
  value       = { for name, repository in aws_ecr_repository.image : name => repository.repository_url }
}

output "queues" {
  description = "The queues' addresses, for the runbook's commands."
  value       = { for name, queue in merge(aws_sqs_queue.lane, aws_sqs_queue.dead) : name => queue.url }
}

output "table" {
  description = "The DynamoDB table."
  value       = aws_dynamodb_table.main.name
}

output "rules_bucket" {
  description = "Where rule bundles and the tenants' file are published."
  value       = aws_s3_bucket.rules.id
}

output "parameters" {
  description = "The names of the parameters whose values operators and the winnow command set. id-secrets, webhook-key and console-secret are made by operators."
  value       = local.parameter_names
}

output "scaling" {
  description = "What the formulas made of the latency goal: SMS that one worker clears within it, and the surge steps."
  value = {
    acceptable_backlog_per_worker = local.acceptable_backlog
    surge_steps                   = local.surge_steps
    visibility_seconds            = local.visibility_seconds
  }
}

output "dashboard" {
  description = "The dashboard's name in CloudWatch."
  value       = aws_cloudwatch_dashboard.main.dashboard_name
}
