package dev.winnow.aws;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.ecs.model.AssignPublicIp;
import software.amazon.awssdk.services.ecs.model.Container;
import software.amazon.awssdk.services.ecs.model.ContainerOverride;
import software.amazon.awssdk.services.ecs.model.DescribeTasksResponse;
import software.amazon.awssdk.services.ecs.model.Failure;
import software.amazon.awssdk.services.ecs.model.LaunchType;
import software.amazon.awssdk.services.ecs.model.RunTaskResponse;
import software.amazon.awssdk.services.ecs.model.Task;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One-off tasks of a fleet, which run a command near its data. Calls block; any thread. Needs the library {@code ecs} of the SDK, which only the
 * command line has.
 */
public final class FleetTasks {
    private final EcsClient ecs;
    private final SsmClient parameters;

    FleetTasks(EcsClient ecs, SsmClient parameters) {
        this.ecs = ecs;
        this.parameters = parameters;
    }

    /**
     * How tasks of one kind are started.
     *
     * @param cluster the name of the cluster
     * @param definition the name of the task definition
     * @param container the container that gets the command
     * @param subnets the ids of the subnets
     * @param securityGroups the ids of the security groups
     * @param bucket the bucket that the command and its task share
     * @param logGroup the name of the log group
     */
    public record Kind(
            String cluster,
            String definition,
            String container,
            List<String> subnets,
            List<String> securityGroups,
            String bucket,
            String logGroup) {
        public Kind {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** Whether a task has ended. */
    public sealed interface State {
        /**
         * It has not ended.
         *
         * @param status the status as ECS names it, such as {@code PENDING}
         */
        record Open(String status) implements State {}

        /**
         * It has ended.
         *
         * @param exitCode the exit code of its command; null if the command did not run
         * @param reason a reason in ECS's words; may be empty
         */
        record Ended(@Nullable Integer exitCode, String reason) implements State {}
    }

    /**
     * Reads how tasks of one kind are started.
     *
     * @param parameter the name of the parameter with the description, which Terraform writes
     * @return empty if there is no such parameter
     * @throws IllegalStateException if Parameter Store cannot be read, or if the parameter is not such a description
     */
    public Optional<Kind> findKind(String parameter) {
        try {
            return Optional.of(JsonMapper.shared()
                    .readValue(
                            parameters
                                    .getParameter(get -> get.name(parameter))
                                    .parameter()
                                    .value(),
                            Kind.class));
        } catch (ParameterNotFoundException none) {
            return Optional.empty();
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "the parameter " + parameter + " describes no task; terraform apply writes it anew", e);
        } catch (SdkException e) {
            throw new IllegalStateException("Parameter Store did not tell " + parameter + ": " + e.getMessage(), e);
        }
    }

    /**
     * Starts a task.
     *
     * @param command the arguments of the container
     * @return the ARN of the task
     * @throws IllegalStateException if ECS starts none; says why
     */
    public String startTask(Kind kind, List<String> command) {
        RunTaskResponse answer = call(
                "start a task of " + kind.definition(),
                () -> ecs.runTask(run -> run.cluster(kind.cluster())
                        .taskDefinition(kind.definition())
                        .launchType(LaunchType.FARGATE)
                        .count(1)
                        .startedBy("winnow")
                        .networkConfiguration(network -> network.awsvpcConfiguration(vpc -> vpc.subnets(kind.subnets())
                                .securityGroups(kind.securityGroups())
                                .assignPublicIp(AssignPublicIp.DISABLED)))
                        .overrides(overrides -> overrides.containerOverrides(List.of(ContainerOverride.builder()
                                .name(kind.container())
                                .command(command)
                                .build())))));
        if (answer.tasks().isEmpty()) {
            throw new IllegalStateException("ECS started no task of " + kind.definition() + ": "
                    + answer.failures().stream()
                            .map(Failure::reason)
                            .findFirst()
                            .orElse("it gives no reason"));
        }
        return answer.tasks().getFirst().taskArn();
    }

    /**
     * Reads whether a task has ended.
     *
     * @throws IllegalStateException if ECS does not answer
     */
    public State readState(Kind kind, String task) {
        DescribeTasksResponse answer = call(
                "describe the task " + task,
                () -> ecs.describeTasks(
                        describe -> describe.cluster(kind.cluster()).tasks(task)));
        // ECS may not know a task yet that was just started; it forgets a task about an hour after its end.
        return answer.tasks().stream()
                .findFirst()
                .map(found -> stateOf(found, kind.container()))
                .orElse(new State.Open("PROVISIONING"));
    }

    /** Stops a task that has not ended. */
    public void stopTask(Kind kind, String task) {
        var _ = call(
                "stop the task " + task,
                () -> ecs.stopTask(
                        stop -> stop.cluster(kind.cluster()).task(task).reason("the command was stopped")));
    }

    private static State stateOf(Task task, String name) {
        if (!"STOPPED".equals(task.lastStatus())) {
            return new State.Open(task.lastStatus());
        }
        Optional<Container> container = task.containers().stream()
                .filter(each -> name.equals(each.name()))
                .findFirst();
        String reason = container
                .map(Container::reason)
                .or(() -> Optional.ofNullable(task.stoppedReason()))
                .orElse("");
        return new State.Ended(container.map(Container::exitCode).orElse(null), reason);
    }

    private static <T> T call(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (SdkException e) {
            throw new IllegalStateException("ECS did not " + what + ": " + e.getMessage(), e);
        }
    }
}
