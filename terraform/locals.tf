# The relations between numbers, each in one place. What must agree is computed, never typed twice.
locals {
  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  zones     = slice(data.aws_availability_zones.available.names, 0, var.network.zones)

  # Queues. A delivery stays hidden for the longest time a worker may not prolong it: it drains for 30 s after SIGTERM,
  # its slowest call to AWS takes 10 s, and a margin.
  drain_seconds        = 30
  slowest_call_seconds = 10
  visibility_margin    = 20
  visibility_seconds   = local.drain_seconds + local.slowest_call_seconds + local.visibility_margin
  # Workers give up by themselves at the fifth failed receive; SQS is only the backstop behind them.
  worker_gives_up_at = 5
  backstop_receives  = 4 * local.worker_gives_up_at
  day                = 86400
  # A dead letter keeps its first sending time, so its queue must outlast the source's; verdicts outlast both.
  queue_retention  = 4 * local.day
  dead_retention   = 10 * local.day
  verdict_days     = 14
  age_alarm        = floor(0.75 * local.queue_retention)
  attempt_days     = 7
  idempotency_days = 1

  # Connections. The server keeps a connection longer than the load balancer, or the balancer reuses a closed one (502).
  idle_seconds         = 75
  keep_alive_seconds   = local.idle_seconds + 15
  deregistration_delay = 30
  # Deregistration, then the drain of what runs.
  api_stop_seconds    = local.deregistration_delay + local.drain_seconds
  worker_stop_seconds = 120 # Fargate's largest, and the warning before Spot reclaims a task.

  # Scaling. What one worker clears within the goal is the unit of every step.
  sms_per_worker_second = var.scaling.sms_per_vcpu_second * var.worker.vcpu
  acceptable_backlog    = ceil(var.scaling.goal_seconds * local.sms_per_worker_second)
  # A backlog of 2^k units starts 2^k workers, up to the largest fleet.
  surge_steps = [for k in range(0, 1 + ceil(log(max(2, var.worker.max), 2))) : {
    lower = pow(2, k) - 1
    upper = k == ceil(log(max(2, var.worker.max), 2)) ? null : pow(2, k + 1) - 1
    tasks = min(var.worker.max, pow(2, k))
  }]
  # A callback waits at most the goal for its first attempt.
  callback_backlog = ceil(var.scaling.goal_seconds * var.callbacks.per_second)

  # The contract with the programs, which write these as EMF log lines every 10 s.
  metrics = {
    namespace = "Winnow"
    period    = 10
    api       = { Service = "ingest-api" }
    worker    = { Service = "scan-worker" }
    callbacks = { Service = "callback-sender" }
  }
}
