# A million SMS a minute: three zones, each with its own NAT gateway, and interface endpoints for everything the tasks call.
region    = "us-east-1"
image_tag = "0.2.0-3f9c2ab"

network = {
  zones               = 3
  nat_per_zone        = true
  interface_endpoints = ["sqs", "ssm", "logs", "kms", "ecr.api", "ecr.dkr"]
}

# The certificate and the addresses are yours to fill in.
entrance = { certificate_arn = "arn:aws:acm:us-east-1:123456789012:certificate/00000000-0000-0000-0000-000000000000" }

api       = { vcpu = 2, memory = 4096, min = 4, max = 40 }
worker    = { vcpu = 2, memory = 4096, min = 4, max = 100, on_demand_base = 4, spot_share = 90 }
callbacks = { vcpu = 1, memory = 2048, min = 2, max = 20, per_second = 500 }
scaling   = { goal_seconds = 5 }
