package dev.winnow.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import tools.jackson.databind.JsonNode;

class FleetTasksIT {
    private static final List<String> COMMAND = List.of("rules", "backtest");

    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final TaskServer server =
            new TaskServer(Aws.shared().endpoint(), command -> command.equals(COMMAND) ? waitFor(mayEnd) : -1);
    private final AwsServices aws = AwsServices.ofEnvironment(server.endpoint());
    private final FleetTasks tasks = aws.openTasks();

    @AfterEach
    void closeAll() {
        mayEnd.countDown();
        aws.close();
        server.close();
    }

    @Test
    void runsACommandInAPrivateSubnetAndTellsItsEnd() {
        String task = tasks.startTask(kind("winnow", "winnow-backtest"), COMMAND);

        assertThat(tasks.readState(kind("winnow", ""), task)).isEqualTo(new FleetTasks.State.Open("RUNNING"));
        JsonNode request = server.started().getFirst();
        assertThat(request.path("launchType").asString()).isEqualTo("FARGATE");
        assertThat(request.at("/networkConfiguration/awsvpcConfiguration").toString())
                .isEqualTo(
                        "{\"subnets\":[\"subnet-1\",\"subnet-2\"],\"securityGroups\":[\"sg-1\"],\"assignPublicIp\":\"DISABLED\"}");
        mayEnd.countDown();
        await().until(() ->
                tasks.readState(kind("winnow", ""), task) instanceof FleetTasks.State.Ended(Integer code, String _)
                        && code != null
                        && code == 0);
    }

    @Test
    void tellsWhyACommandDidNotRun() {
        String task = tasks.startTask(kind("winnow", "winnow-backtest"), List.of("nothing"));

        await().until(() -> tasks.readState(kind("winnow", ""), task)
                .equals(new FleetTasks.State.Ended(null, "CannotPullContainerError: not found")));
    }

    @Test
    void saysWhyNoTaskStarts() {
        assertThatThrownBy(() -> tasks.startTask(kind("winnow", "full"), COMMAND))
                .hasMessage("ECS started no task of full: Capacity is unavailable at this time.");
        assertThatThrownBy(() -> tasks.startTask(kind("other", "winnow-backtest"), COMMAND))
                .hasMessageContaining("ECS did not start a task of winnow-backtest: ", "Cluster not found");
    }

    @Test
    void stopsATask() {
        String task = tasks.startTask(kind("winnow", "winnow-backtest"), COMMAND);

        tasks.stopTask(kind("winnow", ""), task);

        assertThat(tasks.readState(kind("winnow", ""), task)).isInstanceOf(FleetTasks.State.Ended.class);
    }

    @Test
    void readsHowTasksAreStarted() {
        String name = "/winnow/" + UUID.randomUUID() + "/backtest-task";
        assertThat(tasks.findKind(name)).isEmpty();
        try (SsmClient parameters = Aws.shared().parameters()) {
            parameters.putParameter(
                    put -> put.name(name)
                            .type(ParameterType.STRING)
                            .value(
                                    "{\"cluster\":\"winnow\",\"definition\":\"winnow-backtest\",\"container\":\"backtest\","
                                            + "\"subnets\":[\"subnet-1\",\"subnet-2\"],\"securityGroups\":[\"sg-1\"],\"bucket\":\"b\",\"logGroup\":\"/winnow/backtest\"}"));
            assertThat(tasks.findKind(name)).contains(kind("winnow", "winnow-backtest"));

            parameters.putParameter(put -> put.name(name).value("unset").overwrite(true));
            assertThatThrownBy(() -> tasks.findKind(name)).hasMessageContaining("describes no task");
        }
    }

    @Test
    void sharesObjectsWithATask() {
        String bucket = "b-" + UUID.randomUUID();
        try (var objects = Aws.shared().objects()) {
            objects.createBucket(create -> create.bucket(bucket));
        }
        SharedFolder folder = aws.openSharedFolder(bucket, "backtests/1/");

        assertThat(folder.read("report.json")).isEmpty();
        folder.write("report.json", new byte[] {1, 2});
        assertThat(folder.read("report.json")).hasValue(new byte[] {1, 2});
        folder.delete("report.json");
        assertThat(folder.read("report.json")).isEmpty();
    }

    private static FleetTasks.Kind kind(String cluster, String definition) {
        return new FleetTasks.Kind(
                cluster,
                definition,
                "backtest",
                List.of("subnet-1", "subnet-2"),
                List.of("sg-1"),
                "b",
                "/winnow/backtest");
    }

    private static int waitFor(CountDownLatch latch) {
        try {
            latch.await();
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
