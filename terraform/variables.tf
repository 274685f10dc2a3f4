variable "region" {
  description = "The AWS Region everything is in."
  type        = string
}

variable "name" {
  description = "The fleet's name: the first part of every resource's name, of every parameter's path and the metrics' dimension. A second fleet in one account needs another."
  type        = string
  default     = "winnow"

  validation {
    condition     = can(regex("^[a-z][a-z0-9-]{1,18}[a-z0-9]$", var.name))
    error_message = "name has 3 to 20 lower-case letters, digits and hyphens, starts with a letter and does not end with a hyphen."
  }
}

variable "tags" {
  description = "Tags for everything, besides Project and ManagedBy."
  type        = map(string)
  default     = {}
}

variable "image_tag" {
  description = "The tag that `make release` pushed and printed: version and commit, never 'latest'."
  type        = string

  validation {
    condition     = can(regex("^[0-9]+\\.[0-9]+\\.[0-9]+-[0-9a-f]{7,40}$", var.image_tag))
    error_message = "image_tag is VERSION-COMMIT as `make release` prints it, for example 0.2.0-3f9c2ab."
  }
}

variable "architecture" {
  description = "The processor of all tasks: ARM64 (Graviton, a fifth cheaper) or X86_64. Images carry both."
  type        = string
  default     = "ARM64"

  validation {
    condition     = contains(["ARM64", "X86_64"], var.architecture)
    error_message = "architecture is ARM64 or X86_64."
  }
}

variable "network" {
  description = "The VPC: its range, in how many zones it is, whether each zone has a NAT gateway of its own, and for which AWS services (such as sqs, ssm, logs, kms, ecr.api, ecr.dkr) it has interface endpoints. Without those, calls to them leave by NAT; S3 and DynamoDB always have gateway endpoints, which are free."
  type = object({
    cidr                = optional(string, "10.20.0.0/16")
    zones               = optional(number, 2)
    nat_per_zone        = optional(bool, false)
    interface_endpoints = optional(set(string), [])
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.network.zones >= 2 && var.network.zones <= 4
    error_message = "network.zones is 2 to 4: a load balancer needs two."
  }

  validation {
    condition     = can(cidrnetmask(var.network.cidr)) && try(cidrsubnet(var.network.cidr, 0, 0) == var.network.cidr && tonumber(split("/", var.network.cidr)[1]) >= 16 && tonumber(split("/", var.network.cidr)[1]) <= 22, false)
    error_message = "network.cidr is an IPv4 range of /16 to /22 whose host bits are 0: a VPC has at most a /16, and a load balancer's subnet at least a /27."
  }
}

variable "entrance" {
  description = "The load balancer: the ACM certificate for HTTPS, which IPv4 ranges may connect, for how many days its access logs are kept (0 for none), and the ARN of a web ACL of AWS WAF. Without a certificate, plain_http = true must be said: keys and messages then travel in the clear, which is for trials only."
  type = object({
    certificate_arn     = optional(string)
    plain_http          = optional(bool, false)
    allowed_cidrs       = optional(set(string), ["0.0.0.0/0"])
    access_log_days     = optional(number, 30)
    web_acl_arn         = optional(string)
    deletion_protection = optional(bool, true)
  })
  default  = {}
  nullable = false

  validation {
    condition     = (var.entrance.certificate_arn != null) != var.entrance.plain_http
    error_message = "entrance.certificate_arn names the certificate for HTTPS. Without one, say entrance.plain_http = true: keys and messages then travel in the clear, for trials only."
  }

  validation {
    condition     = var.entrance.certificate_arn == null || can(regex("^arn:[a-z-]+:acm:${var.region}:", var.entrance.certificate_arn))
    error_message = "entrance.certificate_arn is the ARN of an ACM certificate in the fleet's region."
  }

  validation {
    condition     = length(var.entrance.allowed_cidrs) > 0 && alltrue([for range in var.entrance.allowed_cidrs : can(cidrnetmask(range)) && try(cidrsubnet(range, 0, 0) == range, false)])
    error_message = "entrance.allowed_cidrs are IPv4 ranges whose host bits are 0, such as 203.0.113.0/24. The network has no IPv6, so that ::/0 would let nobody in."
  }

  validation {
    condition     = var.entrance.access_log_days >= 0 && floor(var.entrance.access_log_days) == var.entrance.access_log_days
    error_message = "entrance.access_log_days is a whole number, 0 for no access logs."
  }
}

variable "api" {
  description = "The API tasks: vCPUs, memory in MiB, how few and how many, and the CPU share (percent) that target tracking holds."
  type = object({
    vcpu        = optional(number, 1)
    memory      = optional(number, 2048)
    min         = optional(number, 2)
    max         = optional(number, 20)
    target_cpu  = optional(number, 50)
    environment = optional(map(string), {})
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.api.min >= 1 && var.api.max >= var.api.min
    error_message = "api.min is at least 1 (the API publishes the backlog that wakes the workers) and api.max not below it."
  }
  validation {
    condition = contains(lookup({
      "0.25" = [512, 1024, 2048], "0.5" = range(1024, 4097, 1024), "1" = range(2048, 8193, 1024), "2" = range(4096, 16385, 1024),
      "4"    = range(8192, 30721, 1024), "8" = range(16384, 61441, 4096), "16" = range(32768, 122881, 8192)
    }, tostring(var.api.vcpu), []), var.api.memory)
    error_message = "Fargate has no task with api.vcpu and api.memory: 0.25 vCPU goes with 512, 1024 or 2048 MiB, 0.5 with 1024 to 4096, 1 with 2048 to 8192, 2 with 4096 to 16384, 4 with 8192 to 30720."
  }

  validation {
    condition     = length(setintersection(keys(var.api.environment), ["WINNOW_IDSECRETS", "WINNOW_CALLBACKS_MASTERKEY"])) == 0
    error_message = "api.environment holds no secrets: what stands there is in Terraform's state. They are parameters, see docs/runbook.md, \"First deployment\"."
  }
}

variable "worker" {
  description = "The scan workers: vCPUs, memory in MiB, how few and how many, how many of them are always on demand (the rest follows spot_share percent of Spot), and the CPU share that target tracking holds. min may be 0."
  type = object({
    vcpu           = optional(number, 1)
    memory         = optional(number, 2048)
    min            = optional(number, 2)
    max            = optional(number, 60)
    on_demand_base = optional(number, 2)
    spot_share     = optional(number, 80)
    target_cpu     = optional(number, 50)
    environment    = optional(map(string), {})
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.worker.min >= 0 && var.worker.max >= var.worker.min && var.worker.max >= 1
    error_message = "worker.min is 0 or more and worker.max at least 1 and not below it."
  }

  validation {
    condition     = var.worker.spot_share >= 0 && var.worker.spot_share <= 100
    error_message = "worker.spot_share is a percentage, 0 to 100."
  }
  validation {
    condition = contains(lookup({
      "0.25" = [512, 1024, 2048], "0.5" = range(1024, 4097, 1024), "1" = range(2048, 8193, 1024), "2" = range(4096, 16385, 1024),
      "4"    = range(8192, 30721, 1024), "8" = range(16384, 61441, 4096), "16" = range(32768, 122881, 8192)
    }, tostring(var.worker.vcpu), []), var.worker.memory)
    error_message = "Fargate has no task with worker.vcpu and worker.memory: 0.25 vCPU goes with 512, 1024 or 2048 MiB, 0.5 with 1024 to 4096, 1 with 2048 to 8192, 2 with 4096 to 16384, 4 with 8192 to 30720."
  }

  validation {
    condition     = length(setintersection(keys(var.worker.environment), ["WINNOW_IDSECRETS", "WINNOW_CALLBACKS_MASTERKEY"])) == 0
    error_message = "worker.environment holds no secrets: what stands there is in Terraform's state. They are parameters, see docs/runbook.md, \"First deployment\"."
  }
}

variable "backtest" {
  description = "The task of a backtest: vCPUs, which all scan, and memory in MiB. It costs nothing while nobody runs a backtest."
  type = object({
    vcpu   = optional(number, 4)
    memory = optional(number, 8192)
  })
  default  = {}
  nullable = false

  validation {
    condition = contains(lookup({
      "0.25" = [512, 1024, 2048], "0.5" = range(1024, 4097, 1024), "1" = range(2048, 8193, 1024), "2" = range(4096, 16385, 1024),
      "4"    = range(8192, 30721, 1024), "8" = range(16384, 61441, 4096), "16" = range(32768, 122881, 8192)
    }, tostring(var.backtest.vcpu), []), var.backtest.memory)
    error_message = "Fargate has no task with backtest.vcpu and backtest.memory: 0.25 vCPU goes with 512, 1024 or 2048 MiB, 0.5 with 1024 to 4096, 1 with 2048 to 8192, 2 with 4096 to 16384, 4 with 8192 to 30720."
  }
}

variable "callbacks" {
  description = "The callback senders: as for the workers, and the ports that webhooks may use. enabled = false leaves the service out."
  type = object({
    enabled     = optional(bool, true)
    vcpu        = optional(number, 0.5)
    memory      = optional(number, 1024)
    min         = optional(number, 1)
    max         = optional(number, 10)
    per_second  = optional(number, 200)
    ports       = optional(set(number), [443])
    environment = optional(map(string), {})
  })
  default  = {}
  nullable = false
  validation {
    condition = contains(lookup({
      "0.25" = [512, 1024, 2048], "0.5" = range(1024, 4097, 1024), "1" = range(2048, 8193, 1024), "2" = range(4096, 16385, 1024),
      "4"    = range(8192, 30721, 1024), "8" = range(16384, 61441, 4096), "16" = range(32768, 122881, 8192)
    }, tostring(var.callbacks.vcpu), []), var.callbacks.memory)
    error_message = "Fargate has no task with callbacks.vcpu and callbacks.memory: 0.25 vCPU goes with 512, 1024 or 2048 MiB, 0.5 with 1024 to 4096, 1 with 2048 to 8192, 2 with 4096 to 16384, 4 with 8192 to 30720."
  }

  validation {
    condition     = length(setintersection(keys(var.callbacks.environment), ["WINNOW_IDSECRETS", "WINNOW_CALLBACKS_MASTERKEY"])) == 0
    error_message = "callbacks.environment holds no secrets: what stands there is in Terraform's state. They are parameters, see docs/runbook.md, \"First deployment\"."
  }
  validation {
    condition     = var.callbacks.min >= 0 && var.callbacks.max >= var.callbacks.min && var.callbacks.max >= 1
    error_message = "callbacks.min is 0 or more and callbacks.max at least 1 and not below it."
  }

  validation {
    condition     = length(var.callbacks.ports) >= 1 && length(var.callbacks.ports) <= 7 && alltrue([for port in var.callbacks.ports : port >= 1 && port <= 65535])
    error_message = "callbacks.ports are 1 to 7 ports: a network ACL has 20 rules in each direction."
  }
}

variable "console" {
  description = "The console: its host name, an ACM certificate for it unless the entrance's names it too, the OpenID provider that people sign in at with the client's name there, and up to four IPv4 ranges that may connect (none for all). null leaves the service out."
  type = object({
    host            = string
    certificate_arn = optional(string)
    issuer          = string
    client_id       = string
    allowed_cidrs   = optional(set(string), [])
    vcpu            = optional(number, 0.5)
    memory          = optional(number, 1024)
    environment     = optional(map(string), {})
  })
  default = null

  validation {
    condition     = var.console == null || var.entrance.certificate_arn != null
    error_message = "console needs entrance.certificate_arn: its sessions do not travel in the clear."
  }

  validation {
    condition     = can(regex("^https://", var.console.issuer)) || var.console == null
    error_message = "console.issuer is the https address of an OpenID provider, whose /.well-known/openid-configuration the console reads."
  }

  validation {
    condition     = try(length(var.console.allowed_cidrs) <= 4 && alltrue([for range in var.console.allowed_cidrs : can(cidrnetmask(range))]), var.console == null)
    error_message = "console.allowed_cidrs are at most four IPv4 ranges: a rule of a load balancer has five values."
  }

  validation {
    condition     = try(length(setintersection(keys(var.console.environment), ["WINNOW_IDSECRETS", "WINNOW_CALLBACKS_MASTERKEY", "WINNOW_CONSOLE_OIDC_CLIENTSECRET"])) == 0, var.console == null)
    error_message = "console.environment holds no secrets: what stands there is in Terraform's state. They are parameters, see docs/runbook.md, \"The console\"."
  }
}

variable "scaling" {
  description = "The latency goal that the workers' number follows, and what was measured: SMS a second that one vCPU scans, and seconds from a start request to the first scan. `make simulate` finds the rest. cpu_metric_seconds is how often ECS publishes the CPU metric: 20, or 60 where no AWS command line is at hand."
  type = object({
    goal_seconds        = optional(number, 10)
    sms_per_vcpu_second = optional(number, 2500)
    start_seconds       = optional(number, 60)
    surge_cooldown      = optional(number, 60)
    scale_in_cooldown   = optional(number, 300)
    cpu_metric_seconds  = optional(number, 20)
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains([20, 60], var.scaling.cpu_metric_seconds)
    error_message = "scaling.cpu_metric_seconds is 20, which needs an AWS command line of June 2026 or later where Terraform runs, or 60."
  }

  validation {
    condition     = var.scaling.goal_seconds >= 1 && var.scaling.goal_seconds <= 3600
    error_message = "scaling.goal_seconds is 1 to 3600."
  }
}

variable "create_ecs_role" {
  description = "Whether to make the account's service-linked role of ECS: true in an account that never had an ECS cluster. An account has one for all its clusters."
  type        = bool
  default     = false
}

variable "aws_command" {
  description = "The AWS command line, which sets what the AWS provider cannot: see scaling.cpu_metric_seconds. Tests take the command true."
  type        = string
  default     = "aws"
}

variable "table_name" {
  description = "The DynamoDB table's name, where it is not the fleet's: after a restore."
  type        = string
  default     = null
}

variable "fair_queues" {
  description = "Whether envelopes carry their fairness group (SQS fair queues): a busy tenant cannot delay the others; costs a quarter more per SQS request."
  type        = bool
  default     = true
}

variable "logs" {
  description = "Container logs: days they are kept in CloudWatch, and optionally a syslog endpoint (host, port, tls) that gets them through FireLens instead. Metrics stay in CloudWatch either way."
  type = object({
    retention_days = optional(number, 30)
    syslog = optional(object({
      host = string
      port = optional(number, 6514)
      tls  = optional(bool, true)
    }))
    fluent_bit_image = optional(string, "public.ecr.aws/aws-observability/aws-for-fluent-bit:init-2.32.5")
  })
  default  = {}
  nullable = false

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.logs.retention_days)
    error_message = "logs.retention_days is one of CloudWatch's: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096 and on to 3653."
  }
}

variable "alarm_emails" {
  description = "Who gets the alarms. Each address confirms a mail from AWS once."
  type        = set(string)
  default     = []
}

variable "debug" {
  description = "Turns on ECS Exec, thread dumps, the level endpoint and a flight recording on the private port, for all tasks."
  type        = bool
  default     = false
}

variable "debug_levels" {
  description = "Log levels by package, for example { \"dev.winnow.worker\" = \"debug\" }."
  type        = map(string)
  default     = {}
}
