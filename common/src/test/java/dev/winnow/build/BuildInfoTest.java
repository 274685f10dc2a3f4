package dev.winnow.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BuildInfoTest {
    private final BuildInfo build = BuildInfo.readBuild();

    @Test
    void knowsItsVersionAndCommit() {
        assertThat(build.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(build.commit()).matches("[0-9a-f]{7,}|unknown");
        assertThat(build.date()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}.*");
    }

    @Test
    void describesTheRunningJava() {
        assertThat(build.describeProgram("worker"))
                .startsWith("winnow worker " + build.version())
                .contains("java   25");
    }
}
