# One table for verdicts, slot marks, repeatable requests, feedback and callback attempts: docs/storage.md.
resource "aws_dynamodb_table" "main" {
  name                        = coalesce(var.table_name, var.name)
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = local.table.partitionKey
  range_key                   = local.table.sortKey
  deletion_protection_enabled = true

  attribute {
    name = local.table.partitionKey
    type = "S"
  }

  attribute {
    name = local.table.sortKey
    type = "S"
  }

  ttl {
    attribute_name = local.table.timeToLive
    enabled        = true
  }

  point_in_time_recovery {
    enabled = true
  }

  server_side_encryption {
    enabled     = true
    kms_key_arn = aws_kms_key.main.arn
  }
}

locals {
  # Written once, read by the programs' tests and here.
  table = jsondecode(file("${path.module}/../common/src/main/resources/dev/winnow/aws/table.json"))
}
