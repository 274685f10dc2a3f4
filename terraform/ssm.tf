# What a program looks at again every minute: pointers, log levels, secrets after a rotation. Each role may read the parameters of its service
# and no others. The values of pointers are set by `winnow rules publish` and `winnow tenant`; until then they are "unset" and the programs wait.
#
# Secrets are not made here: whatever Terraform makes or reads stands in its state (docs/decisions/0066). Operators make them with two
# commands before the services start (docs/runbook.md, "First deployment"), and ECS hands them to a task. Only their names are known here.
locals {
  parameter_path = "/${var.name}"

  parameters = {
    tenants    = { name = "tenants-pointer", first = "unset", text = "The live tenants' file: key@sha256 in the rules bucket" }
    rules      = { name = "rules-pointer", first = "unset", text = "The live rule bundle: key@sha256 in the rules bucket" }
    log-levels = { name = "log-levels", first = "none", text = "Levels by package, package=level separated by commas; 'none' for none" }
  }

  # SecureStrings under the fleet's key.
  secrets = {
    id-secrets  = "winnow.id-secrets"
    webhook-key = "winnow.callbacks.master-key"
    # Only the console reads it; a fleet without a console needs no value.
    console-secret = "winnow.console.oidc.client-secret"
  }

  parameter_names = merge({ for key, parameter in local.parameters : key => "${local.parameter_path}/${parameter.name}" },
  { for key, name in local.secrets : key => "${local.parameter_path}/${name}" })
  parameter_arns = { for key, name in local.parameter_names : key => "arn:${local.partition}:ssm:${var.region}:${local.account}:parameter${name}" }
}

resource "aws_ssm_parameter" "plain" {
  for_each = local.parameters

  name        = local.parameter_names[each.key]
  description = each.value.text
  type        = "String"
  value       = each.value.first

  lifecycle {
    ignore_changes = [value]
  }
}

# A fleet from before the secrets left Terraform keeps all its parameters: nothing is destroyed, and the state forgets the secrets.
moved {
  from = aws_ssm_parameter.setting["tenants"]
  to   = aws_ssm_parameter.plain["tenants"]
}

moved {
  from = aws_ssm_parameter.setting["rules"]
  to   = aws_ssm_parameter.plain["rules"]
}

moved {
  from = aws_ssm_parameter.setting["log-levels"]
  to   = aws_ssm_parameter.plain["log-levels"]
}

removed {
  from = aws_ssm_parameter.setting

  lifecycle {
    destroy = false
  }
}
