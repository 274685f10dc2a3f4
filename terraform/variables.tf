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
    error_message = "image_tag is VERSION-COMMIT as `make release` prints it, for example 0.1.0-3f9c2ab."
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
}

variable "entrance" {
  description = "The load balancer: who may connect, and the ACM certificate for HTTPS. Without a certificate it speaks plain HTTP, which is for trials only."
  type = object({
    certificate_arn     = optional(string)
    allowed_cidrs       = optional(set(string), ["0.0.0.0/0"])
    deletion_protection = optional(bool, true)
  })
  default  = {}
  nullable = false
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
}

variable "scaling" {
  description = "The latency goal that the workers' number follows, and what was measured: SMS a second that one vCPU scans, and seconds from a start request to the first scan. `make simulate` finds the rest."
  type = object({
    goal_seconds        = optional(number, 10)
    sms_per_vcpu_second = optional(number, 2500)
    start_seconds       = optional(number, 60)
    surge_cooldown      = optional(number, 60)
    scale_in_cooldown   = optional(number, 300)
  })
  default  = {}
  nullable = false

  validation {
    condition     = var.scaling.goal_seconds >= 1 && var.scaling.goal_seconds <= 3600
    error_message = "scaling.goal_seconds is 1 to 3600."
  }
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
