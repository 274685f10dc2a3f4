# The services and what each one may do; the console is in console.tf. The callback sender has no permission on the scan queues and no way into the VPC.
locals {
  services = merge({ api = local.api_service, worker = local.worker_service }, var.callbacks.enabled ? { callbacks = local.callbacks_service } : {}, local.console_on ? { console = local.console_service } : {})

  api_service = {
    image        = "ingest-api"
    size         = var.api
    stop_seconds = local.api_stop_seconds
    subnets      = local.subnet_ids["private"]
    egress_ports = [443]
    providers    = [{ name = "FARGATE", base = 0, weight = 1 }]
    # Each task allows its share of a tenant's quota. The smallest fleet's share, so that a tenant never gets less than its quota; while the fleet
    # is larger it gets up to max / min times as much.
    environment = merge({ WINNOW_QUOTA_TASKS = tostring(var.api.min) }, var.api.environment, {
      SERVER_PORT                              = tostring(local.api_port)
      SERVER_TOMCAT_KEEPALIVETIMEOUT           = "${local.keep_alive_seconds}s"
      SPRING_LIFECYCLE_TIMEOUTPERSHUTDOWNPHASE = "${local.drain_seconds}s"
      # The load balancer appends the address it was called from to X-Forwarded-For; what stands left of that is the caller's own tale.
      WINNOW_REQUEST_TRUSTEDPROXIES = "1"
    })
    secrets    = merge({ WINNOW_IDSECRETS = "id-secrets" }, var.callbacks.enabled ? { WINNOW_CALLBACKS_MASTERKEY = "webhook-key" } : {})
    parameters = concat(["id-secrets", "tenants", "log-levels"], var.callbacks.enabled ? ["webhook-key"] : [])
    access = [
      { actions = ["sqs:SendMessage", "sqs:GetQueueUrl"], resources = [local.arn.scan, local.arn.bulk] },
      # The backlog that it publishes for the workers and the callback senders.
      { actions = ["sqs:GetQueueAttributes", "sqs:GetQueueUrl"], resources = [local.arn.scan, local.arn.bulk, local.arn.callbacks, local.arn.dead] },
      local.table_access.api,
      { actions = ["s3:GetObject"], resources = ["${aws_s3_bucket.rules.arn}/tenants/*"] },
    ]
  }

  worker_service = {
    image        = "scan-worker"
    size         = var.worker
    stop_seconds = local.worker_stop_seconds
    subnets      = local.subnet_ids["private"]
    egress_ports = [443]
    providers = [
      { name = "FARGATE", base = var.worker.on_demand_base, weight = 100 - var.worker.spot_share },
      { name = "FARGATE_SPOT", base = 0, weight = var.worker.spot_share },
    ]
    environment = merge(var.worker.environment, {
      WINNOW_METRICS_PORT   = "8085"
      WINNOW_HISTORY_BUCKET = aws_s3_bucket.history.id
    })
    secrets    = {}
    parameters = ["tenants", "rules", "log-levels"]
    access = [
      { actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"], resources = [local.arn.scan, local.arn.bulk] },
      # Sidelining old envelopes, dead-lettering, and telling the callback sender.
      { actions = ["sqs:SendMessage", "sqs:GetQueueUrl"], resources = [local.arn.bulk, local.arn.dead, local.arn.callbacks] },
      local.table_access.worker,
      # The fuse writes its actions into the audit log, to which a worker can only add.
      {
        actions   = ["dynamodb:PutItem"]
        resources = [aws_dynamodb_table.main.arn]
        condition = { "ForAllValues:StringLike" = { "dynamodb:LeadingKeys" = ["a#*"] } }
      },
      { actions = ["s3:GetObject"], resources = ["${aws_s3_bucket.rules.arn}/rules/*", "${aws_s3_bucket.rules.arn}/tenants/*"] },
      # The texts of tenants that consent: docs/privacy.md. To delete the texts of some tenants, a worker writes their objects anew.
      { actions = ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], resources = ["${aws_s3_bucket.history.arn}/history/*"] },
      { actions = ["s3:ListBucket"], resources = [aws_s3_bucket.history.arn] },
      local.protection,
    ]
  }

  callbacks_service = {
    image        = "callback-sender"
    size         = var.callbacks
    stop_seconds = local.worker_stop_seconds
    subnets      = local.subnet_ids["callbacks"]
    egress_ports = sort([for port in setunion(var.callbacks.ports, [443]) : tostring(port)])
    providers    = [{ name = "FARGATE", base = 0, weight = 1 }]
    environment = merge(var.callbacks.environment, {
      WINNOW_METRICS_PORT    = "8085"
      WINNOW_CALLBACKS_PORTS = join(",", sort([for port in var.callbacks.ports : tostring(port)]))
    })
    secrets    = { WINNOW_IDSECRETS = "id-secrets", WINNOW_CALLBACKS_MASTERKEY = "webhook-key" }
    parameters = ["id-secrets", "webhook-key", "tenants", "log-levels"]
    access = [
      { actions = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:ChangeMessageVisibility", "sqs:GetQueueUrl"], resources = [local.arn.callbacks] },
      { actions = ["sqs:SendMessage", "sqs:GetQueueUrl"], resources = [local.arn.callback_dead] },
      local.table_access.callbacks,
      { actions = ["s3:GetObject"], resources = ["${aws_s3_bucket.rules.arn}/tenants/*"] },
      local.protection,
    ]
  }

  # What every task is told. Names are the programs' own settings: docs/configuration.md.
  environment = merge({
    AWS_REGION                           = var.region
    WINNOW_PARAMETERS_PATH               = "${local.parameter_path}/"
    WINNOW_BUCKET                        = aws_s3_bucket.rules.id
    WINNOW_STORE                         = "dynamodb"
    WINNOW_DYNAMODB_TABLE                = aws_dynamodb_table.main.name
    WINNOW_QUEUE_SCANQUEUE               = aws_sqs_queue.lane["scan"].name
    WINNOW_QUEUE_BULKQUEUE               = aws_sqs_queue.lane["bulk"].name
    WINNOW_QUEUE_CALLBACKQUEUE           = aws_sqs_queue.lane["callbacks"].name
    WINNOW_QUEUE_DEADLETTERQUEUE         = aws_sqs_queue.dead["dead-letters"].name
    WINNOW_QUEUE_CALLBACKDEADLETTERQUEUE = aws_sqs_queue.dead["callback-dead-letters"].name
    WINNOW_QUEUE_VISIBILITY              = "${local.visibility_seconds}s"
    WINNOW_QUEUE_FAIRGROUPS              = tostring(var.fair_queues)
    WINNOW_METRICS_EVERY                 = "${local.metrics.period}s"
    WINNOW_DATA                          = "/tmp/winnow"
    LOGGING_STRUCTURED_FORMAT_CONSOLE    = "logstash"
  }, local.debug_environment)

  arn = {
    scan          = aws_sqs_queue.lane["scan"].arn
    bulk          = aws_sqs_queue.lane["bulk"].arn
    callbacks     = aws_sqs_queue.lane["callbacks"].arn
    dead          = aws_sqs_queue.dead["dead-letters"].arn
    callback_dead = aws_sqs_queue.dead["callback-dead-letters"].arn
  }
  # Items by what their partition keys begin with: docs/storage.md.
  partitions = {
    api       = ["e#*", "r#*", "f#*", "h#*", "s#*", "u#*"]
    worker    = ["c#*", "e#*", "w#*", "h#s", "s#*", "u#*"]
    callbacks = ["h#*", "u#*"]
    console   = ["a#*", "c#*", "e#*", "f#*", "h#*", "j#*", "s#*", "u#*", "w#*"]
  }
  table_access = { for name, partitions in local.partitions : name => {
    actions   = local.table_actions
    resources = [aws_dynamodb_table.main.arn]
    condition = { "ForAllValues:StringLike" = { "dynamodb:LeadingKeys" = partitions } }
  } }
  table_actions = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem", "dynamodb:Query"]
  # A task protects itself from scale-in while it is busy; the condition is what ECS offers to say "of this cluster".
  protection = {
    actions   = ["ecs:GetTaskProtection", "ecs:UpdateTaskProtection"]
    resources = ["arn:${local.partition}:ecs:${var.region}:${local.account}:task/${var.name}/*"]
  }
}
