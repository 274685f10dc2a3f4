# Secrets, which ECS hands to a task when it starts, and what a program looks at again every minute: pointers, log levels, secrets after a
# rotation. Each role may read the parameters of its service and no others. Terraform makes them; their values are set by people
# (docs/runbook.md, "Rotate secrets") and by `winnow rules publish` and `winnow tenant`.
locals {
  parameter_path = "/${var.name}"

  parameters = {
    id-secrets  = { name = "winnow.id-secrets", secret = true, text = "The secrets behind message ids, number:base64, the first one signs" }
    webhook-key = { name = "winnow.callbacks.master-key", secret = true, text = "The key that tenants' webhook secrets are encrypted with" }
    tenants     = { name = "tenants-pointer", secret = false, text = "The live tenants' file: key@sha256 in the rules bucket" }
    rules       = { name = "rules-pointer", secret = false, text = "The live rule bundle: key@sha256 in the rules bucket" }
    log-levels  = { name = "log-levels", secret = false, text = "Levels by package, package=level separated by commas; 'none' for none" }
  }
}

resource "aws_ssm_parameter" "setting" {
  for_each = local.parameters

  name        = "${local.parameter_path}/${each.value.name}"
  description = each.value.text
  type        = each.value.secret ? "SecureString" : "String"
  key_id      = each.value.secret ? aws_kms_key.main.arn : null
  value       = each.key == "log-levels" ? "none" : "unset"

  lifecycle {
    ignore_changes = [value]
  }
}
