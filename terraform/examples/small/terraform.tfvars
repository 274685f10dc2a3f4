# Up to a few hundred SMS a second: one NAT gateway, gateway endpoints only, and no more tasks than a zone's outage asks for.
region    = "eu-central-1"
image_tag = "0.2.0-3f9c2ab"

network = { zones = 2 }

# The certificate is yours to fill in.
entrance = {
  certificate_arn     = "arn:aws:acm:eu-central-1:123456789012:certificate/00000000-0000-0000-0000-000000000000"
  deletion_protection = false
}

api       = { vcpu = 0.5, memory = 1024, min = 2, max = 4 }
worker    = { vcpu = 0.5, memory = 1024, min = 1, max = 10, on_demand_base = 1 }
callbacks = { vcpu = 0.25, memory = 512, min = 1, max = 2 }
