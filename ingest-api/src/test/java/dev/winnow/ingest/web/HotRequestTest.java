package dev.winnow.ingest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class HotRequestTest {
    private final MockHttpServletRequest container = new MockHttpServletRequest();
    private final HotRequest request = new HotRequest(container);

    @Test
    void keepsAttributesOutOfTheContainersMap() {
        request.setAttribute("a", 1);

        assertThat(request.getAttribute("a")).isEqualTo(1);
        assertThat(container.getAttribute("a")).isNull();
    }

    @Test
    void replacesAnAttribute() {
        request.setAttribute("a", 1);
        request.setAttribute("b", 2);
        request.setAttribute("a", 3);

        assertThat(request.getAttribute("a")).isEqualTo(3);
        assertThat(request.getAttribute("b")).isEqualTo(2);
    }

    @Test
    void findsWhatTheContainerLeft() {
        container.setAttribute("theirs", "x");

        assertThat(request.getAttribute("theirs")).isEqualTo("x");
        assertThat(request.getAttribute("nobody's")).isNull();
    }

    @Test
    void hasRoomForMoreThanItKeepsItself() {
        IntStream.range(0, 20).forEach(i -> request.setAttribute("name" + i, i));

        assertThat(IntStream.range(0, 20)).allMatch(i -> Integer.valueOf(i).equals(request.getAttribute("name" + i)));
    }
}
