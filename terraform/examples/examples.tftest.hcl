# Run once for each example: terraform test -test-directory=examples -var-file=examples/small/terraform.tfvars
mock_provider "aws" {
  source = "./tests/aws"
}

variables {
  aws_command = "true" # instead of asking AWS
}

run "plans_an_example" {
  assert {
    condition     = length(aws_nat_gateway.main) == (var.network.nat_per_zone ? var.network.zones : 1)
    error_message = "as many NAT gateways as the example says"
  }

  assert {
    condition     = join(" ", sort(keys(aws_vpc_endpoint.interface))) == join(" ", sort(var.network.interface_endpoints))
    error_message = "the interface endpoints that the example names, none for the small one"
  }

  assert {
    condition     = aws_cloudwatch_metric_alarm.surge["worker"].threshold == ceil(var.scaling.goal_seconds * var.scaling.sms_per_vcpu_second * var.worker.vcpu)
    error_message = "formulas follow the example's sizes"
  }

  # Fargate has these sizes only.
  assert {
    condition = alltrue([for task in aws_ecs_task_definition.service : contains({
      "256" = [512, 1024, 2048], "512" = range(1024, 4097, 1024), "1024" = range(2048, 8193, 1024), "2048" = range(4096, 16385, 1024), "4096" = range(8192, 30721, 1024)
    }[task.cpu], tonumber(task.memory))])
    error_message = "Fargate has no task of this size"
  }
}
