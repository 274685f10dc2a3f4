# One repository an image.
resource "aws_ecr_repository" "image" {
  for_each = toset(["ingest-api", "scan-worker", "callback-sender", "console"])

  name                 = "${var.name}/${each.key}"
  image_tag_mutability = "IMMUTABLE"

  encryption_configuration {
    encryption_type = "KMS"
    kms_key         = aws_kms_key.main.arn
  }

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_ecr_lifecycle_policy" "image" {
  for_each = aws_ecr_repository.image

  repository = each.value.name
  policy = jsonencode({
    rules = [{
      rulePriority = 1
      description  = "The last 50 releases of five manifests each, an index and an image and its attestation for each processor: enough to roll back to, none for ever"
      selection    = { tagStatus = "any", countType = "imageCountMoreThan", countNumber = 250 }
      action       = { type = "expire" }
    }]
  })
}
