# debug = true: a shell by ECS Exec, thread dumps and log levels on the private port, and a flight recording that a shell can dump.
# The recording leaves out the events that hold environment variables, which the secrets are, command lines, and the messages of exceptions, which may quote a text.
locals {
  debug_environment = merge(
    { for name, level in var.debug_levels : "LOGGING_LEVEL_${upper(replace(name, ".", "_"))}" => level },
    var.debug ? {
      MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE = "health,info,prometheus,threaddump,loggers"
      JDK_JAVA_OPTIONS                          = "-XX:StartFlightRecording=name=winnow,maxage=30m,maxsize=200m,disk=true,jdk.InitialEnvironmentVariable#enabled=false,jdk.InitialSystemProperty#enabled=false,jdk.SystemProcess#enabled=false,jdk.ProcessStart#enabled=false,jdk.JavaExceptionThrow#enabled=false -XX:FlightRecorderOptions=repository=/tmp/jfr"
    } : {}
  )

  # The agent of ECS Exec writes here, and the root file system is read-only.
  debug_mounts = var.debug ? {
    exec-lib = "/var/lib/amazon"
    exec-log = "/var/log/amazon"
  } : {}

  # ECS Exec has no resources of its own to name.
  debug_access = var.debug ? [{
    actions   = ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"]
    resources = ["*"]
  }] : []
}
