# What a program reads when it starts, and the pointers it reads again every minute. Each service sees its own path only. Terraform
# makes the parameters; their values are set by people (`docs/runbook.md`, rotate secrets) and by `winnow rules publish`.
locals {
  parameter_path = "/${var.name}"
  parameter_arn  = "arn:${local.partition}:ssm:${var.region}:${local.account}:parameter${local.parameter_path}"

  parameters = {
    id-secrets  = { property = "winnow.id-secrets", secret = true, text = "The secrets behind message ids, number:base64, the first one signs" }
    webhook-key = { property = "winnow.callbacks.master-key", secret = true, text = "The key that tenants' webhook secrets are encrypted with" }
    tenants     = { property = "winnow.tenants.pointer", secret = false, text = "The live tenants' file: key@sha256 in the rules bucket" }
    rules       = { property = "winnow.rules.pointer", secret = false, text = "The live rule bundle: key@sha256 in the rules bucket" }
    log-levels  = { property = "winnow.log-levels", secret = false, text = "Levels by package, package=level separated by commas; 'none' for none" }
  }

  settings = merge([for name, service in local.services : {
    for parameter in service.parameters : "${name}/${parameter}" => merge(local.parameters[parameter], { service = name })
  }]...)
}

resource "aws_ssm_parameter" "setting" {
  for_each = local.settings

  name        = "${local.parameter_path}/${each.value.service}/${each.value.property}"
  description = each.value.text
  type        = each.value.secret ? "SecureString" : "String"
  key_id      = each.value.secret ? aws_kms_key.main.arn : null
  value       = "unset"

  lifecycle {
    ignore_changes = [value]
  }
}
